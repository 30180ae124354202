import Scalars
import Testing
import TestSupport

@Suite struct DigitWriterTests {
  private func text(_ value: Int64) -> String? {
    unsafe written(room: DigitWriter.integerRoom) { unsafe DigitWriter.write(value, to: $0) }
  }

  private func text(_ value: UInt64) -> String? {
    unsafe written(room: DigitWriter.integerRoom) { unsafe DigitWriter.write(value, to: $0) }
  }

  @Test(arguments: [0, 1, -1, 9, 10, -10, 99, 100, 101, .max, .min] as [Int64])
  func writesIntegers(value: Int64) {
    #expect(text(value) == value.description)
  }

  @Test func writesEveryCountOfDigits() {
    var power: UInt64 = 1
    for _ in 0..<19 {
      power *= 10
      for value in [power - 1, power, power + 1] { #expect(text(value) == value.description) }
    }
    #expect(text(UInt64.max) == UInt64.max.description)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func agreesWithTheStandardLibrary(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<6_000 {
      let value = random.integerOfAnyLength()
      #expect(text(value) == value.description)
      #expect(text(value.magnitude) == value.magnitude.description)
    }
  }
}
