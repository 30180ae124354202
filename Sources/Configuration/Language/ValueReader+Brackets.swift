extension ValueReader {
  mutating func list(until closing: UInt8) throws(LanguageProblem) -> WrittenValue.Content {
    var values: [WrittenValue] = []
    try members(until: closing) { (reader) throws(LanguageProblem) in
      values.append(try reader.value())
    }
    return .list(values)
  }

  mutating func dictionary() throws(LanguageProblem) -> WrittenValue.Content {
    var entries: [WrittenValue.Entry] = []
    try members(until: UInt8(ascii: "}")) { (reader) throws(LanguageProblem) in
      let name = try reader.value()
      reader.skipSpace()
      guard reader.source[reader.cursor] == UInt8(ascii: ":") else {
        throw LanguageProblem(
          "a ':' is needed after the name of a member", fix: "write {'name': value}",
          at: reader.cursor)
      }
      reader.cursor += 1
      entries.append(WrittenValue.Entry(name: name, value: try reader.value()))
    }
    return .dictionary(entries)
  }

  /// Reads what stands between two brackets, with commas between the members and after the last.
  private mutating func members(
    until closing: UInt8, _ member: (inout Self) throws(LanguageProblem) -> Void
  ) throws(LanguageProblem) {
    let start = cursor
    guard nesting < Self.deepestNesting else {
      throw LanguageProblem(
        "more than \(Self.deepestNesting) brackets stand one inside the other", at: start)
    }
    cursor += 1
    nesting += 1
    defer { nesting -= 1 }
    while true {
      skipSpace()
      guard let byte = source[cursor], !byte.isLineEnd else { throw unclosed(start) }
      if byte == closing { break }
      if byte == UInt8(ascii: ",") {
        throw LanguageProblem("a value is missing before ','", fix: "take the ',' out", at: cursor)
      }
      try member(&self)
      skipSpace()
      guard let byte = source[cursor], !byte.isLineEnd else { throw unclosed(start) }
      if byte == UInt8(ascii: ",") {
        cursor += 1
      } else if byte != closing {
        throw LanguageProblem(
          "a ',' or \(quoted(Self.text(closing))) is needed here, found \(quoted(word(at: cursor)))",
          at: cursor)
      }
    }
    cursor += 1
  }

  private func unclosed(_ start: Int) -> LanguageProblem {
    LanguageProblem(
      "the bracket \(quoted(source.text(start..<start + 1))) is not closed",
      fix: "close it before the next key", at: start, upTo: cursor)
  }

  /// Whether the parenthesis at the cursor holds members, and not arithmetic.
  var isTuple: Bool {
    var depth = 0
    var place = cursor
    while let byte = source[place] {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return isBlank(cursor + 1..<place) }
      case UInt8(ascii: ",") where depth == 1: return true
      case UInt8(ascii: "\n") where source.startsAssignment(at: place + 1): return false
      case UInt8(ascii: "#"): place = source.endOfLine(from: place)
      case _ where byte.isQuote: place = endOfText(from: place) ?? source.bytes.count
      default: break
      }
      place += 1
    }
    return false
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    source.bytes[range].allSatisfy { $0.isBlank || $0.isLineEnd }
  }
}
