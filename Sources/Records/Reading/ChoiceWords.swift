/// The words of the fields that have only a few, in memory that stays where it is.
///
/// What is read of such a field is one of these, however the record spells it.
@safe
struct ChoiceWords: ~Copyable {
  private let memory: UnsafeMutablePointer<UInt8>
  /// For each slot, where each of its words stands.
  private let places: [[Range<Int>]]

  init(_ tables: [ChoiceTable]) {
    var bytes: [UInt8] = []
    places = tables.map { table in
      table.words.map { word in
        bytes += word
        return bytes.count - word.count..<bytes.count
      }
    }
    unsafe memory = .allocate(capacity: max(bytes.count, 1))
    for (index, byte) in bytes.enumerated() { unsafe memory[index] = byte }
  }

  deinit {
    unsafe memory.deallocate()
  }

  /// The word of a slot.
  subscript(slot: Int, word: Int) -> UnsafeBufferPointer<UInt8> {
    let place = places[slot][word]
    return unsafe UnsafeBufferPointer(start: memory + place.lowerBound, count: place.count)
  }
}
