import Scalars
import TestSupport

extension ExactDecimal {
  /// The number times `10^places`, which must be whole.
  func shifted(_ places: Int) -> BigInteger {
    BigInteger(significand) * .power(10, places + Int(exponent))
  }

  /// A number with digits and an exponent of any size up to `exponents`.
  static func random(
    exponents: ClosedRange<Int32>, using random: inout SplitMix64
  ) -> ExactDecimal {
    // Trailing zeros are where the fitting is hard, so every third number has many of them.
    var significand = random.integerOfAnyLength()
    if Int.random(in: 0..<3, using: &random) == 0 {
      for _ in 0..<Int.random(in: 0..<18, using: &random) {
        let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
        if overflow { break }
        significand = product
      }
    }
    return ExactDecimal(
      significand: significand, exponent: .random(in: exponents, using: &random))
  }
}
