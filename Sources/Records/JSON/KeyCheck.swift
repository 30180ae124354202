/// Finds a field name that an object has twice, also when escapes hide it.
///
/// One check serves a whole record: an object inside another opens a scope of its own.
struct KeyCheck {
  private struct Key {
    var hash: UInt64
    var start: Int
    var count: Int
  }

  private var keys: [Key] = []
  /// The names with their escapes resolved, one after the other.
  private var bytes: [UInt8] = []

  /// How many names are held, in all scopes.
  var count: Int { keys.count }

  /// Forgets every name.
  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Leaves the scopes that began at or after the `count`-th name.
  mutating func leave(to count: Int) {
    guard count < keys.count else { return }
    bytes.removeSubrange(keys[count].start...)
    keys.removeSubrange(count...)
  }

  /// Adds a name to the scope that began at the `scope`-th name; false when it is already there.
  mutating func insert(
    _ text: UnsafeBufferPointer<UInt8>, hasEscapes: Bool, scope: Int
  ) -> Bool {
    let start = bytes.count
    if hasEscapes {
      unsafe JSONEscape.decode(text, into: &bytes)
    } else {
      unsafe bytes.append(contentsOf: text)
    }
    let key = Key(hash: hash(from: start), start: start, count: bytes.count - start)
    for index in scope..<keys.count where keys[index].hash == key.hash {
      if same(keys[index], key) { return false }
    }
    keys.append(key)
    return true
  }

  private func same(_ one: Key, _ other: Key) -> Bool {
    bytes[one.start..<one.start + one.count].elementsEqual(
      bytes[other.start..<other.start + other.count])
  }

  /// FNV-1a: short names, and a clash only costs the comparison after it.
  private func hash(from start: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes[start...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
