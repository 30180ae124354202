import Scalars
import Testing
import TestSupport

@Suite struct DigitWriterExactTests {
  @Test(arguments: 0..<10 as Range<UInt64>)
  func readsBackAsItWasWritten(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<6_000 {
      let significand = random.integerOfAnyLength() % 1_000_000_000_000_000_000
      let decimal = ExactDecimal(
        significand: significand, exponent: .random(in: -60...60, using: &random))
      let text = try #require(
        unsafe written(room: DigitWriter.decimalRoom) {
          unsafe DigitWriter.write(decimal, to: $0)
        })
      #expect(text == decimal.description)
      guard case .exact(let back) = try Number(text: Array(text.utf8).span) else {
        Issue.record("\(text) is not exact")
        continue
      }
      #expect(back == decimal)
      // Zeros written out in front of the point cannot be told from digits; all else comes back.
      if decimal.exponent <= 0 || decimal.exponent > 40 {
        let isSame = back.exponent == decimal.exponent && back.significand == decimal.significand
        #expect(isSame || significand == 0, "\(text)")
      }
    }
  }

  @Test(
    arguments: [
      (.min, 40), (.min, -40), (.min, .min), (.max, .max), (-1, -40), (.min, -19), (0, -40),
    ] as [(Int64, Int32)])
  func staysWithinItsRoom(significand: Int64, exponent: Int32) {
    let decimal = ExactDecimal(significand: significand, exponent: exponent)
    let text = unsafe written(room: DigitWriter.decimalRoom) {
      unsafe DigitWriter.write(decimal, to: $0)
    }
    #expect(text == decimal.description)
  }

  @Test(arguments: [("105.350", "105.350"), ("0.12345678901234567890", "0.12345678901234568")])
  func writesNumbersOfEitherKind(text: String, expected: String) throws {
    let number = try #require(Number(text))
    let result = unsafe written(room: DigitWriter.decimalRoom) {
      unsafe DigitWriter.write(number, to: $0)
    }
    #expect(result == expected)
    #expect(number.description == expected)
  }
}
