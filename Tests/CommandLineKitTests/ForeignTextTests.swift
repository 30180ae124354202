import CommandLineKit
import Testing
import TestSupport

@Suite struct ForeignTextTests {
  @Test(arguments: [
    ("abc", #""abc""#), ("", #""""#), (#"a"b\c"#, #""a\"b\\c""#),
    ("a\tb\u{1B}", #""a\u{9}b\u{1b}""#),
    ("₹5", #""\u{20b9}5""#), ("\u{202E}x\u{9B}", #""\u{202e}x\u{9b}""#),
    ("e\u{301}", #""e\u{301}""#), ("🙂", #""\u{1f642}""#),
  ])
  func quotes(text: String, quoted: String) {
    #expect(ForeignText.quoted(text) == quoted)
  }

  @Test func cutsAfterFortyCharacters() {
    let forty = String(repeating: "x", count: 40)
    #expect(ForeignText.quoted(forty) == "\"\(forty)\"")
    #expect(ForeignText.quoted(forty + "y") == "\"\(forty)…\"")
    let wide = String(repeating: "🙂", count: 40)
    #expect(!ForeignText.quoted(wide).contains("…"))
    #expect(ForeignText.quoted(wide + "🙂").hasSuffix("…\""))
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], #""a\xffb""#), ([0xE2, 0x82], #""\xe2\x82""#),
      ([0xC0, 0x80], #""\xc0\x80""#),
      ([0xED, 0xA0, 0x80], #""\xed\xa0\x80""#), ([0x00], #""\u{0}""#),
    ] as [([UInt8], String)])
  func showsBytesThatAreNoText(bytes: [UInt8], quoted: String) {
    #expect(ForeignText.quoted(bytes) == quoted)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func quotedTextIsPrintableASCII(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let count = Int.random(in: 0...60, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let quoted = ForeignText.quoted(bytes).replacing("…", with: "")
      #expect(quoted.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }
  }

  @Test func namesStayReadable() {
    #expect(ForeignText.printable("निफ्टी ₹ 漢 \u{200D}") == "निफ्टी ₹ 漢 \u{200D}")
    #expect(ForeignText.printable("a\r\nb\u{2066}") == #"a\u{d}\u{a}b\u{2066}"#)
  }
}
