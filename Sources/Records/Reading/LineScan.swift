/// Finds line ends and quotes, eight bytes at a time.
enum LineScan {
  /// How many line ends stand between two places, and the place after the last of them.
  static func lineEnds(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> (count: Int, afterLast: UnsafePointer<UInt8>?) {
    var count = 0
    var last: UnsafePointer<UInt8>?
    var place = unsafe start
    while unsafe end - place >= 8 {
      let found = unsafe marks(of: UInt8(ascii: "\n"), in: JSONScan.word(at: place))
      if found != 0 {
        count += found.nonzeroBitCount
        unsafe last = place + (8 - found.leadingZeroBitCount / 8)
      }
      unsafe place += 8
    }
    while unsafe place < end {
      let byte = unsafe place.pointee
      unsafe place += 1
      if byte == UInt8(ascii: "\n") {
        count += 1
        unsafe last = place
      }
    }
    return unsafe (count, last)
  }

  /// The next quote between two places, or `end`, with the line ends before it.
  static func quote(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> (quote: UnsafePointer<UInt8>, count: Int, afterLast: UnsafePointer<UInt8>?) {
    var count = 0
    var last: UnsafePointer<UInt8>?
    var place = unsafe start
    while unsafe end - place >= 8 {
      let word = unsafe JSONScan.word(at: place)
      let quotes = marks(of: UInt8(ascii: "\""), in: word)
      // Line ends behind the quote are left for the next time.
      let found = marks(of: UInt8(ascii: "\n"), in: word) & (quotes ^ (quotes &- 1))
      if found != 0 {
        count += found.nonzeroBitCount
        unsafe last = place + (8 - found.leadingZeroBitCount / 8)
      }
      if quotes != 0 {
        return unsafe (place + quotes.trailingZeroBitCount / 8, count, last)
      }
      unsafe place += 8
    }
    while unsafe place < end && place.pointee != UInt8(ascii: "\"") {
      let byte = unsafe place.pointee
      unsafe place += 1
      if byte == UInt8(ascii: "\n") {
        count += 1
        unsafe last = place
      }
    }
    return unsafe (place, count, last)
  }

  /// The high bit of each byte that is `byte`, and no other bit.
  @inline(__always)
  private static func marks(of byte: UInt8, in word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~(((difference & low) &+ low) | difference | low)
  }
}
