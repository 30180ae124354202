import Scalars
import Testing
import TestSupport

@Suite struct ExactDecimalComparisonTests {
  @Test(
    arguments: [
      (150, -2, 15, -1), (0, 5, 0, -7), (0, .max, 0, .min), (1, 18, 1_000_000_000_000_000_000, 0),
      (-24_500, 0, -2_450_000, -2), (10, .max - 1, 1, .max), (.min, -3, .min, -3),
    ] as [(Int64, Int32, Int64, Int32)])
  func equalsAndHashesByValue(left: Int64, leftExponent: Int32, right: Int64, rightExponent: Int32)
  {
    let first = ExactDecimal(significand: left, exponent: leftExponent)
    let second = ExactDecimal(significand: right, exponent: rightExponent)
    #expect(first == second)
    #expect(!(first < second) && !(second < first))
    #expect(first.hashValue == second.hashValue)
  }

  @Test(
    arguments: [
      (-1, .max, 1, .min), (-1, .min, 0, 0), (0, .max, 1, .min), (1, .min, 1, .max),
      (-1, .max, -1, .min), (149, -2, 15, -1), (.max, 0, 922_337_203_685_477_581, 1),
      (.min, 0, .max, -1), (.min, 0, -922_337_203_685_477_580, 1), (9, 18, 1, 19),
    ] as [(Int64, Int32, Int64, Int32)])
  func ordersExtremes(left: Int64, leftExponent: Int32, right: Int64, rightExponent: Int32) {
    let first = ExactDecimal(significand: left, exponent: leftExponent)
    let second = ExactDecimal(significand: right, exponent: rightExponent)
    #expect(first < second)
    #expect(!(second < first))
    #expect(first != second)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func agreesWithBigIntegers(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let left = ExactDecimal.random(exponents: -22...22, using: &random)
      var right = ExactDecimal.random(exponents: -22...22, using: &random)
      if Bool.random(using: &random), let other = left.adding(ExactDecimal(0)) { right = other }
      if Bool.random(using: &random) {
        // A near neighbour, often with other zeros: the cases where all digits count.
        let (shifted, overflow) = left.significand.multipliedReportingOverflow(by: 10)
        if !overflow {
          right = ExactDecimal(
            significand: shifted &+ Int64.random(in: -1...1, using: &random),
            exponent: left.exponent - 1)
        }
      }
      let (bigLeft, bigRight) = (left.shifted(30), right.shifted(30))
      #expect((left < right) == (bigLeft < bigRight), "\(left) \(right)")
      #expect((left == right) == (bigLeft == bigRight), "\(left) \(right)")
      if left == right { #expect(left.hashValue == right.hashValue, "\(left) \(right)") }
    }
  }
}
