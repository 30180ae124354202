import Scalars
import Testing
import TestSupport

@Suite struct ExactDecimalArithmeticTests {
  private static let places = 130

  @Test func keepsTheWrittenDecimals() throws {
    let left = ExactDecimal(significand: 150, exponent: -2)
    let right = ExactDecimal(significand: 15, exponent: -1)
    #expect(left.adding(right)?.description == "3.00")
    #expect(left.subtracting(right)?.description == "0.00")
    #expect(left.multiplied(by: right)?.description == "2.250")
    #expect(ExactDecimal(1).divided(by: ExactDecimal(8))?.description == "0.125")
    #expect(left.divided(by: ExactDecimal(3))?.description == "0.50")
    #expect(
      ExactDecimal(24_500).divided(by: ExactDecimal(significand: 5, exponent: -2)) == .init(490_000)
    )
  }

  @Test func givesUpZerosRatherThanTheResult() {
    let large = ExactDecimal(significand: 5, exponent: 17)
    let small = ExactDecimal(significand: 50, exponent: -2)
    #expect(large.adding(small)?.description == "500000000000000000.5")
    let factor = ExactDecimal(significand: 1_000_000_000_000, exponent: -12)
    #expect(factor.multiplied(by: factor) == ExactDecimal(1))
    let zero = ExactDecimal(significand: 0, exponent: -300)
    #expect(large.adding(zero) == large)
    #expect(zero.subtracting(large) == large.negated)
  }

  @Test func refusesWhatDoesNotFit() {
    let largest = ExactDecimal(.max)
    let tiny = ExactDecimal(significand: 1, exponent: .min)
    let huge = ExactDecimal(significand: 1, exponent: .max)
    #expect(largest.adding(ExactDecimal(1)) == nil)
    #expect(ExactDecimal(.min).negated == nil)
    #expect(ExactDecimal(0).subtracting(ExactDecimal(.min)) == nil)
    #expect(ExactDecimal(-1).subtracting(ExactDecimal(.min)) == largest)
    #expect(huge.adding(tiny) == nil)
    #expect(huge.multiplied(by: huge) == nil)
    #expect(tiny.multiplied(by: tiny) == nil)
    #expect(tiny.divided(by: huge) == nil)
    #expect(huge.multiplied(by: ExactDecimal(significand: 10, exponent: 0))?.significand == 10)
    #expect(huge.multiplied(by: ExactDecimal(significand: 1, exponent: 1))?.significand == 10)
    #expect(ExactDecimal(1).divided(by: ExactDecimal(3)) == nil)
    #expect(ExactDecimal(1).divided(by: ExactDecimal(0)) == nil)
    #expect(ExactDecimal(1).divided(by: ExactDecimal(1 << 40)) == nil)
    #expect(ExactDecimal(0).divided(by: ExactDecimal(7)) == ExactDecimal(0))
    #expect(ExactDecimal(.min).divided(by: ExactDecimal(-1)) == nil)
    #expect(ExactDecimal(.min).divided(by: ExactDecimal(.min)) == ExactDecimal(1))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func sumsAndProductsAreThoseOfBigIntegers(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let left = ExactDecimal.random(exponents: -30...30, using: &random)
      let right = ExactDecimal.random(exponents: -30...30, using: &random)
      let (bigLeft, bigRight) = (left.shifted(Self.places / 2), right.shifted(Self.places / 2))
      let unit = BigInteger.power(10, Self.places / 2)
      expect(left.adding(right), is: (bigLeft + bigRight) * unit)
      expect(left.subtracting(right), is: (bigLeft - bigRight) * unit)
      expect(left.multiplied(by: right), is: bigLeft * bigRight)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func quotientsMultiplyBack(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let left = ExactDecimal.random(exponents: -30...30, using: &random)
      let right = ExactDecimal.random(exponents: -5...5, using: &random)
      guard let product = left.multiplied(by: right), right != ExactDecimal(0) else { continue }
      #expect(product.divided(by: right) == left, "\(product) / \(right)")
      if let quotient = left.divided(by: right) {
        let check = quotient.shifted(65) * right.shifted(65)
        #expect(check == left.shifted(65) * .power(10, 65), "\(left) / \(right)")
      }
    }
  }

  /// Checks a result against its exact value times `10^places`.
  private func expect(
    _ result: ExactDecimal?, is expected: BigInteger,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    if let result {
      #expect(result.shifted(Self.places) == expected, sourceLocation: sourceLocation)
      return
    }
    var reduced = expected
    while !reduced.isZero,
      case let (quotient, remainder) = reduced.quotientAndRemainder(dividingBy: 10),
      remainder == 0
    {
      reduced = quotient
    }
    #expect(reduced.exactly(Int64.self) == nil, sourceLocation: sourceLocation)
  }
}
