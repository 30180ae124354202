/// The answers that this process had in hand last, above those of the store.
///
/// What another process changed in the store makes all of it doubtful, and it is dropped.
struct CacheMemory {
  struct Key: Hashable {
    let kind: CacheRules.Kind
    let key: String
  }

  private struct Entry {
    let answer: CachedAnswer
    var lastUse: Int
  }

  private var entries: [Key: Entry] = [:]
  private var version: Int64 = -1
  private var uses = 0

  /// More are looked up in the store, which takes some microseconds.
  private static let most = 64

  /// Drops everything if the store is at another version than it was.
  mutating func adopt(version: Int64) {
    if version != self.version { entries.removeAll() }
    self.version = version
  }

  mutating func answer(_ key: Key) -> CachedAnswer? {
    guard let answer = entries[key]?.answer else { return nil }
    uses += 1
    entries[key]?.lastUse = uses
    return answer
  }

  mutating func keep(_ answer: CachedAnswer, for key: Key) {
    if entries.count >= Self.most, entries[key] == nil,
      let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
    {
      entries[oldest.key] = nil
    }
    uses += 1
    entries[key] = Entry(answer: answer, lastUse: uses)
  }

  mutating func remove(where isMeant: (Key) -> Bool) {
    entries = entries.filter { !isMeant($0.key) }
  }
}
