import Testing

@testable import CommandLineKit

@Suite struct LimitsTests {
  private static let even = Limits<Int>.rule("that is even") { $0.isMultiple(of: 2) }

  @Test(
    arguments: [
      (.any, "-3", true), (.within(1...5), "1", true), (.within(1...5), "5", true),
      (.within(1...5), "0", false), (.within(1...5), "6", false), (.atLeast(2), "2", true),
      (.atLeast(2), "1", false), (.above(2), "2", false), (.above(2), "3", true),
      (even, "4", true), (even, "5", false), (.any, "x", false),
    ] as [(Limits<Int>, String, Bool)])
  func allows(limits: Limits<Int>, word: String, isAllowed: Bool) {
    #expect((try? limits.read(word)) == (isAllowed ? Int(word) : nil))
  }

  @Test func sayWhatTheyAllow() {
    #expect(
      Limits<ByteSize>.within(ByteSize(bytes: 1)...ByteSize(bytes: 1 << 20)).text == " from 1 to 1M"
    )
    #expect(Limits<Double>.above(0).text == " above 0")
    #expect(Limits<Int>.atLeast(2).text == " of at least 2")
    #expect(Self.even.text == " that is even")
    #expect(Limits<Int>.any.text == "")
  }
}
