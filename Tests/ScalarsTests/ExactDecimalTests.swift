import Scalars
import Testing
import TestSupport

@Suite struct ExactDecimalTests {
  @Test(
    arguments: [
      (10_535, -2, 2, 10_535), (10_535, -2, 3, 105_350), (105_350, -3, 2, 10_535),
      (24_500, 0, 2, 2_450_000), (5, 3, 2, 500_000), (-5, -2, 2, -5), (0, -30, 2, 0), (0, 30, 2, 0),
      (.max, 0, 0, .max), (.min, -2, 2, .min), (1_000_000_000_000_000_000, -20, 2, 1),
      (1, 18, 0, 1_000_000_000_000_000_000), (0, .max, .max, 0), (0, .min, .min, 0),
    ] as [(Int64, Int32, Int, Int64)])
  func scalesToWholeUnits(significand: Int64, exponent: Int32, decimals: Int, units: Int64) {
    let number = ExactDecimal(significand: significand, exponent: exponent)
    #expect(number.scaled(toDecimals: decimals) == units)
  }

  @Test(
    arguments: [
      (105_355, -3, 2), (1, -19, 18), (1, 19, 0), (.max, 0, 1), (.min, 0, 1), (1, .max, 2),
      (1, .min, 2), (1, .max, .max), (1, .min, .min), (9, 18, 1), (1, -20, 0),
    ] as [(Int64, Int32, Int)])
  func refusesToScaleWhatIsNotWholeOrTooLarge(
    significand: Int64, exponent: Int32, decimals: Int
  ) {
    let number = ExactDecimal(significand: significand, exponent: exponent)
    #expect(number.scaled(toDecimals: decimals) == nil)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func scalesExactlyWhenBigIntegersSayItIsWhole(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let number = ExactDecimal.random(exponents: -25...25, using: &random)
      let decimals = Int.random(in: -5...12, using: &random)
      let shifted = number.shifted(60)
      let unit = BigInteger.power(10, 60 - decimals)
      let units = number.scaled(toDecimals: decimals)
      if let units {
        #expect(BigInteger(units) * unit == shifted, "\(number) \(decimals)")
      } else {
        var quotient = shifted
        var isWhole = true
        for _ in 0..<60 - decimals where isWhole {
          let (next, remainder) = quotient.quotientAndRemainder(dividingBy: 10)
          isWhole = remainder == 0
          quotient = next
        }
        #expect(!isWhole || quotient.exactly(Int64.self) == nil, "\(number) \(decimals)")
      }
    }
  }

  @Test(
    arguments: [
      (2, 0, true), (200, -2, true), (201, -2, false), (5, 10, true), (0, -400, true),
      (1, -400, false), (1_000_000_000_000_000_000, -18, true),
      (1_000_000_000_000_000_000, -19, false), (7, .min, false),
    ] as [(Int64, Int32, Bool)])
  func knowsWhetherItIsWhole(significand: Int64, exponent: Int32, isWhole: Bool) {
    #expect(ExactDecimal(significand: significand, exponent: exponent).isWhole == isWhole)
  }
}
