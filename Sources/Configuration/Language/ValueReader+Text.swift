extension ValueReader {
  mutating func text() throws(LanguageProblem) -> WrittenValue.Content {
    let start = cursor
    if let end = source.endOfLongText(at: start) {
      throw LanguageProblem(
        "a text over several lines is not read here", fix: "write it on one line", at: start,
        upTo: end)
    }
    guard let end = endOfText(from: start) else {
      let quote = source.text(start..<start + 1)
      throw LanguageProblem("the text is not closed", fix: "end it with \(quote)", at: start)
    }
    let literal = source.text(start..<end + 1)
    cursor = end + 1
    let text = try arithmetic(literal, at: start)
    try requireDelimiter()
    return text
  }

  /// The byte of the quote that closes the text at an offset; nil where the line ends before.
  func endOfText(from start: Int) -> Int? {
    var place = start + 1
    while let byte = source[place], !byte.isLineEnd {
      if byte == source[start] { return place }
      place += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Refuses what other languages may do with a text: join it, format it, ask it something.
  private mutating func requireDelimiter() throws(LanguageProblem) {
    skipSpace()
    guard let byte = source[cursor], !byte.isLineEnd, byte != UInt8(ascii: "#"),
      !",]}):".utf8.contains(byte)
    else { return }
    throw LanguageProblem(
      "a text stands alone, found \(quoted(word(at: cursor))) behind it",
      fix: byte.isQuote ? "write one text" : "write the whole text between the quotes", at: cursor)
  }
}
