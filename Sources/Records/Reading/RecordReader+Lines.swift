extension RecordReader {
  /// The next record of JSON lines.
  mutating func nextLine() -> Step {
    while unsafe cursor < end {
      line = linesCounted
      unsafe start = unsafe cursor
      unsafe rawStart = unsafe cursor
      if let after = unsafe likeObject(), let next = unsafe lineEnd(at: after) {
        unsafe endRecord(at: after)
        unsafe cursor = unsafe next
        linesCounted += 1
        return .record
      }
      if let step = unusualLine() { return step }
    }
    line = linesCounted
    return .end
  }

  /// The place of the next line when nothing but a line end follows here.
  @inline(__always)
  private func lineEnd(at place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    if unsafe place.pointee == UInt8(ascii: "\n") { return unsafe place + 1 }
    if unsafe place.pointee == UInt8(ascii: "\r") && place[1] == UInt8(ascii: "\n") {
      return unsafe place + 2
    }
    return unsafe place == end ? place : nil
  }

  /// Reads a line that is not written like the one before; nil for a blank line.
  @inline(never)
  private mutating func unusualLine() -> Step? {
    var lineEnd = unsafe cursor
    while unsafe lineEnd < end && lineEnd.pointee != UInt8(ascii: "\n") { unsafe lineEnd += 1 }
    unsafe cursor = unsafe lineEnd < end ? lineEnd + 1 : lineEnd
    linesCounted += 1
    if unsafe lineEnd > start && lineEnd[-1] == UInt8(ascii: "\r") { unsafe lineEnd -= 1 }
    unsafe endRecord(at: lineEnd)
    unsafe start = unsafe rest(from: start, to: lineEnd)
    if unsafe start == lineEnd { return nil }
    guard let after = unsafe object(to: lineEnd) else { return .problem }
    let rest = unsafe rest(from: after, to: lineEnd)
    guard unsafe rest == lineEnd else {
      let isComment = unsafe rest.pointee == UInt8(ascii: "/") || rest.pointee == UInt8(ascii: "#")
      let found = unsafe UnsafeBufferPointer(start: rest, count: lineEnd - rest)
      problem = unsafe RecordProblem(
        isComment ? .comment : .textAfterRecord, offset: rest - rawStart,
        found: Array(found.prefix(RecordProblem.longestQuote)))
      return .problem
    }
    unsafe recordEnd = unsafe after
    return .record
  }

  /// The first place from here on that is not blank.
  private func rest(
    from place: UnsafePointer<UInt8>, to lineEnd: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    var rest = unsafe place
    while unsafe rest < lineEnd
      && (rest.pointee == 0x20 || rest.pointee == 0x09 || rest.pointee == 0x0D)
    { unsafe rest += 1 }
    return unsafe rest
  }
}
