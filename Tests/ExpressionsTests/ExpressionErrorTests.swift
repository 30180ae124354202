import Expressions
import Testing

@Suite struct ExpressionErrorTests {
  private func error(of source: String) throws -> ExpressionError {
    try #require(
      #expect(throws: ExpressionError.self) { try Expression(source, types: ErrorCase.types) })
  }

  @Test func showsTheLineAndACaret() throws {
    let text = """
      expression:1:7: 'right' is text and 5 is a number; compare text with text, \
      for example right == "CE"
        right > 5
              ^
      """
    #expect(try error(of: "right > 5").description == text)
  }

  @Test func showsOnlyTheLineOfTheError() throws {
    let text = """
      angelx.conf:2:9: 'right' is text and 5 is a number; compare text with text, \
      for example right == "CE"
          right > 5 or
                ^
      """
    let error = try error(of: "strike > 0 and\n  right > 5 or\n  passed")
    #expect(error.rendered(as: "angelx.conf") == text)
    #expect(error.offset == 23)
  }

  @Test(arguments: [
    ("'é' > 5", 6, "  'é' > 5", "      ^"),
    ("'नमस्ते' > 5", 22, "  'नमस्ते' > 5", "         ^"),
    ("'漢字' > 5", 10, "  '漢字' > 5", "         ^"),
    ("'e\u{301}' > 5", 7, "  'e\u{301}' > 5", "      ^"),
    ("'😀' > 5", 8, "  '😀' > 5", "       ^"),
    ("'\u{1B}[2J' > 5", 8, #"  '\u{1B}[2J' > 5"#, "              ^"),
    ("'\u{202E}x' > 5", 8, #"  '\u{202E}x' > 5"#, "              ^"),
    ("'\u{85}\u{9B}' > 5", 8, #"  '\u{85}\u{9B}' > 5"#, "                 ^"),
    ("'\t' > 5", 5, #"  '\u{9}' > 5"#, "          ^"),
  ])
  func alignsTheCaret(source: String, column: Int, line: String, caret: String) throws {
    let error = try error(of: source)
    #expect(error.column == column)
    let lines = error.description.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.dropFirst() == [Substring(line), Substring(caret)])
  }

  @Test(arguments: [0, 10, 34, 35, 36, 60, 200, 500, 960, 965, 970, 979])
  func showsAWindowOfALongLine(place: Int) throws {
    // A lone '?' among a thousand letters, so that the place is known.
    let source =
      String(repeating: "a", count: place) + " ? "
      + String(repeating: "b", count: 979 - place)
    let error = try error(of: source)
    let lines = error.description.split(separator: "\n")
    #expect(error.offset == place + 1)
    #expect(lines[1].utf8.count <= 2 + 70 + 6)
    #expect(lines[1].utf8.count >= 2 + 70)
    let caret = try #require(lines[2].utf8.firstIndex(of: UInt8(ascii: "^")))
    let column = lines[2].utf8.distance(from: lines[2].utf8.startIndex, to: caret)
    #expect(Array(lines[1].utf8)[column] == UInt8(ascii: "?"))
    #expect(lines[1].hasPrefix("  ...") == (place > 34))
  }

  @Test func quotesAtMostFortyCharacters() throws {
    let name = String(repeating: "x", count: 50)
    let error = try error(of: "\(name)(1)")
    #expect(error.message == "there is no function '\(String(repeating: "x", count: 40))...'")
  }

  @Test func separatesMessageAndHint() throws {
    let error = try error(of: "a && b")
    #expect(error.message == "'&&' has no meaning here")
    #expect(error.hint == "use 'and'")
    #expect(error.sentence == "'&&' has no meaning here; use 'and'")
  }

  @Test func isOneLineBelowEachOther() throws {
    let error = try error(of: "1 +\r\n`a\nb` +")
    #expect(error.description.split(separator: "\n").count == 3)
    #expect(error.line == 3)
    #expect(error.column == 5)
  }
}
