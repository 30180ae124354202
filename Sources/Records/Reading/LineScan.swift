/// Counts line ends, eight bytes at a time.
enum LineScan {
  /// How many line ends stand between two places, and the place after the last of them.
  static func lineEnds(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> (count: Int, afterLast: UnsafePointer<UInt8>?) {
    var count = 0
    var last: UnsafePointer<UInt8>?
    var place = unsafe start
    while unsafe end - place >= 8 {
      let marks = unsafe lineEnds(in: JSONScan.word(at: place))
      if marks != 0 {
        count += marks.nonzeroBitCount
        unsafe last = place + (8 - marks.leadingZeroBitCount / 8)
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

  /// The high bit of each byte that is a line end, and no other bit.
  @inline(__always)
  private static func lineEnds(in word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = word ^ 0x0A0A_0A0A_0A0A_0A0A
    return ~(((difference & low) &+ low) | difference | low)
  }
}
