/// The smallest steps of reading rows of a table.
enum CSVScan {
  /// How many bytes follow that may stand in a cell as they are.
  ///
  /// These are all of ASCII but the separator, the quote and the control characters. The memory is
  /// padded as ``JSONScan/padding`` says.
  @inline(__always)
  static func plainCell(at place: UnsafePointer<UInt8>, separators: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var count = 0
    while true {
      let bytes = unsafe JSONScan.word(at: place + count)
      let quote = bytes ^ 0x2222_2222_2222_2222
      let separator = bytes ^ separators
      let special =
        ((quote &- ones) & ~quote) | ((separator &- ones) & ~separator)
        | ((bytes &- 0x2020_2020_2020_2020) & ~bytes) | bytes
      let others = special & 0x8080_8080_8080_8080
      if others != 0 { return count + others.trailingZeroBitCount / 8 }
      count += 8
    }
  }

  /// A separator eight times over, as ``plainCell(at:separators:)`` wants it.
  static func repeated(_ separator: UInt8) -> UInt64 {
    UInt64(separator) * 0x0101_0101_0101_0101
  }
}
