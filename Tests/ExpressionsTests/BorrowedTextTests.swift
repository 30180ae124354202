import Expressions
import Scalars
import Testing
import TestSupport

@Suite struct BorrowedTextTests {
  private func withText<Result>(
    of string: String, _ body: (BorrowedText) throws -> Result
  ) throws -> Result {
    let slots = try Slots([.text(string)])
    return try withExtendedLifetime(slots) {
      guard case .text(let text) = slots.values[0] else { throw CancellationError() }
      return try body(text)
    }
  }

  @Test(arguments: ["", "C", "NIFTY26NOV24000CE", "₹ हिन्दी", "a\0b"])
  func holdsTheBytes(string: String) throws {
    try withText(of: string) { text in
      #expect(text.count == string.utf8.count)
      #expect(text.description == string)
      let bytes = text.withBytes { span in span.indices.map { span[$0] } }
      #expect(bytes == Array(string.utf8))
    }
  }

  @Test func readsNoBytesFromNowhere() {
    let text = unsafe BorrowedText(UnsafeBufferPointer(start: nil, count: 0))
    #expect(text.count == 0)
    #expect(text == text)
    #expect(text.description == "")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func comparesByteByByte(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func string() -> String {
      (0..<Int.random(in: 0...4, using: &random))
        .map { _ in ["a", "b", "é", "₹"].randomElement(using: &random) ?? "" }.joined()
    }
    for _ in 0..<100 {
      let (first, second) = (string(), string())
      try withText(of: first) { left in
        try withText(of: second) { right in
          #expect((left == right) == (Array(first.utf8) == Array(second.utf8)))
          #expect((left < right) == first.utf8.lexicographicallyPrecedes(second.utf8))
        }
      }
    }
  }
}
