import CommandLineKit
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("₹5", 2), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한", 2), ("ｶ", 1),
    ("Ａ", 2), ("🙂", 2), ("a\u{200D}b", 2), ("…", 1), ("हि", 2), ("\u{1112}\u{1161}", 2),
  ])
  func countsColumns(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
    ("漢字漢字", 5, "漢字…"), ("漢字漢字", 4, "漢…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func cuts(text: String, width: Int, cut: String) {
    #expect(text.truncated(toWidth: width) == cut)
  }

  @Test func padsByColumns() {
    #expect("漢".padded(toWidth: 4) == "漢  ")
    #expect("abc".padded(toWidth: 2) == "abc")
  }

  @Test(
    arguments: [
      ("", 10, []), ("one two three", 7, ["one two", "three"]), ("one  two ", 20, ["one two"]),
      ("incomprehensible is long", 5, ["incomprehensible", "is", "long"]),
      ("漢字 漢字", 8, ["漢字", "漢字"]),
    ] as [(String, Int, [String])])
  func wraps(text: String, width: Int, lines: [String]) {
    #expect(text.wrapped(toWidth: width) == lines)
  }
}
