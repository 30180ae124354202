/// The values of a row that are no texts: numbers, and `true`, `false` and `null`.
enum MasterWord {
  /// The place behind a word that begins at a place; it may go on where the bytes end.
  @inline(__always)
  static func end(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var place = start
    while place < bytes.count, isOfWord(bytes[place]) { place &+= 1 }
    return place
  }

  /// Where a number stands, or nothing for another word; nil for what is neither.
  @inline(__always)
  static func value(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> MasterFields.Place? {
    let word = bytes.extracting(start..<end)
    switch MasterText.word(word) {
    // true, false and null.
    case 0x7472_7565, 0x66_616C_7365, 0x6E75_6C6C: return MasterFields.Place()
    default: return MasterText.isPlainNumber(word) ? MasterFields.Place(start, end) : nil
    }
  }

  @inline(__always)
  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "}")
      && byte != UInt8(ascii: "\"")
  }
}
