extension RecordReader {
  /// The next record of a JSON array.
  mutating func nextElement() -> Step {
    var hasComma = false
    while true {
      skipBlanks()
      if unsafe cursor >= end { break }
      let byte = unsafe cursor.pointee
      if byte == UInt8(ascii: ",") {
        defer { unsafe cursor += 1 }
        if hasComma || !wantsComma {
          defer { wantsComma = false }
          return missingElement(.emptyElement)
        }
        hasComma = true
        continue
      }
      if byte == UInt8(ascii: "]") {
        let problem = hasComma ? missingElement(.trailingComma) : nil
        unsafe cursor += 1
        if let problem { return problem }
        continue
      }
      return element(isSeparated: hasComma || !wantsComma)
    }
    unsafe countLines(to: end)
    line = linesCounted
    return .end
  }

  private mutating func skipBlanks() {
    while unsafe cursor < end {
      switch unsafe cursor.pointee {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        unsafe cursor += 1
      default: return
      }
    }
  }

  private mutating func missingElement(_ fault: RecordFault) -> Step {
    beginElement()
    unsafe endRecord(at: cursor)
    problem = RecordProblem(fault, offset: 0)
    return .problem
  }

  private mutating func beginElement() {
    unsafe countLines(to: cursor)
    line = linesCounted
    unsafe start = unsafe cursor
    unsafe rawStart = unsafe cursor
    wantsComma = true
  }

  private mutating func element(isSeparated: Bool) -> Step {
    beginElement()
    let known = unsafe likeObject()
    let elementEnd = unsafe known == nil ? elementEnd() : end
    guard let after = unsafe known ?? object(to: elementEnd) else {
      unsafe cursor = unsafe elementEnd
      unsafe endRecord(at: elementEnd)
      return .problem
    }
    unsafe endRecord(at: after)
    unsafe cursor = unsafe after
    skipBlanks()
    let isEnded =
      unsafe cursor >= end || cursor.pointee == UInt8(ascii: ",")
      || cursor.pointee == UInt8(ascii: "]")
    if isEnded && isSeparated { return .record }
    let rest = unsafe cursor
    unsafe cursor = unsafe self.elementEnd()
    unsafe endRecord(at: cursor)
    guard isSeparated else {
      problem = RecordProblem(.wantsComma, offset: 0)
      return .problem
    }
    let found = unsafe UnsafeBufferPointer(start: rest, count: cursor - rest)
    problem = unsafe RecordProblem(
      .textAfterRecord, offset: rest - rawStart,
      found: Array(found.prefix(RecordProblem.longestQuote)))
    return .problem
  }

  /// The place where the element that begins at `start` ends, sound or not.
  private func elementEnd() -> UnsafePointer<UInt8> {
    var scanner = ArrayScanner()
    var place = unsafe start
    while unsafe place < end && !scanner.endsElement(place.pointee) { unsafe place += 1 }
    return unsafe place
  }
}
