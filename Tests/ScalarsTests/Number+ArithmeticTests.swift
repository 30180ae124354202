import Scalars
import Testing
import TestSupport

@Suite struct NumberArithmeticTests {
  private func number(_ text: String) throws -> Number {
    try #require(Number(text))
  }

  @Test func staysExactWhileItCan() throws {
    #expect(try number("0.1") + number("0.2") == number("0.3"))
    #expect(try number("0.3") - number("0.1") == number("0.2"))
    #expect(try number("105.35") * number("75") == number("7901.25"))
    #expect(try number("1").divided(by: number("8")) == number("0.125"))
  }

  @Test func roundsOnceWhereItCannot() throws {
    #expect(try number("1").divided(by: number("3")) == .binary(1.0 / 3))
    // Rounding the operands first would give 0.33333333333333337.
    #expect(try number("0.1").divided(by: number("0.3")) == .binary(1.0 / 3))
    #expect(try number("-1e-200").divided(by: number("3e-300")) == .binary(-3.3333333333333333e99))
    #expect(try number("1e18") + number("1e-18") == .binary(1e18))
    #expect(try number("1e300") + number("1e-300") == .binary(1e300))
    #expect(try number("1e300") - number("1e-300") == .binary(1e300))
    let digits = try number("123456789012345678")
    #expect(digits * digits == .binary(1.5241578753238836e34))
  }

  @Test func breaksTiesByDigitsFarAway() throws {
    // 2^60 + 128 lies in the middle of two doubles, so the last digit decides.
    let middle = try number("1152921504606847104")
    #expect(middle == .binary(0x1p60))
    let exactMiddle = Number(1_152_921_504_606_847_104)
    for exponent in [-1, -30, -300] {
      let bit = Number.exact(ExactDecimal(significand: 1, exponent: Int32(exponent)))
      #expect(exactMiddle + bit == .binary(0x1p60 + 256))
      #expect(exactMiddle - bit == .binary(0x1p60))
      #expect(bit - exactMiddle == .binary(-0x1p60))
      #expect(exactMiddle.negated - bit == .binary(-0x1p60 - 256))
    }
  }

  @Test func mixesKindsAsDoubles() throws {
    #expect(try number("0.5") + .binary(0.25) == .binary(0.75))
    #expect(try .binary(0.5) - number("0.25") == .binary(0.25))
    #expect(try number("3") * .binary(0.5) == .binary(1.5))
    #expect(try number("3").divided(by: .binary(2)) == .binary(1.5))
    #expect(try Number.binary(0).divided(by: number("3")) == .binary(0))
    #expect(try number("0") * .binary(3) == .binary(0))
  }

  @Test func hasNoResultOutOfRange() throws {
    let (huge, tiny) = (try number("1e300"), try number("1e-300"))
    #expect(huge * huge == nil)
    #expect(tiny * tiny == nil)
    #expect(huge.divided(by: tiny) == nil)
    #expect(tiny.divided(by: huge) == nil)
    #expect(Number.binary(1e300) * huge == nil)
    #expect(Number.binary(1e-300) * tiny == nil)
    #expect(Number.binary(1e308) + .binary(1e308) == nil)
    #expect(Number.binary(-1e308) - .binary(1e308) == nil)
    #expect(try number("9e307") + number("9e307") == nil)
    #expect(try number("1").divided(by: number("0")) == nil)
    #expect(try number("1").divided(by: .binary(-0.0)) == nil)
    #expect(Number.binary(1).divided(by: Number(0)) == nil)
  }

  @Test func survivesDecimalsThatOnlyItsCallersCanMake() {
    let huge = Number.exact(ExactDecimal(significand: 3, exponent: .max))
    let tiny = Number.exact(ExactDecimal(significand: 7, exponent: .min))
    #expect(huge + tiny == nil)
    #expect(huge * huge == nil)
    #expect(tiny * tiny == nil)
    #expect(huge.divided(by: tiny) == nil)
    #expect(tiny.divided(by: huge) == nil)
    #expect(Number(1) + tiny == Number(1))
    #expect(huge - .binary(1) == nil)
  }

  @Test func changesSign() throws {
    #expect(try number("-1.5").magnitude == number("1.5"))
    #expect(Number.binary(-1.5).magnitude == .binary(1.5))
    #expect(Number(.min).magnitude == .binary(0x1p63))
    #expect(Number(.min).negated == .binary(0x1p63))
    #expect(try number("1.5").negated == number("-1.5"))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func resultsAreTheNearestToTheTrueOnes(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let left = ExactDecimal.random(exponents: -40...40, using: &random)
      let right = ExactDecimal.random(exponents: -40...40, using: &random)
      let (bigLeft, bigRight) = (left.shifted(40), right.shifted(40))
      let unit = BigInteger.power(10, 40)
      let sum = Number.exact(left) + .exact(right)
      try expect(sum, isNearestTo: bigLeft + bigRight, over: unit)
      let difference = Number.exact(left) - .exact(right)
      try expect(difference, isNearestTo: bigLeft - bigRight, over: unit)
      let product = Number.exact(left) * .exact(right)
      try expect(product, isNearestTo: bigLeft * bigRight, over: unit * unit)
      guard right.significand != 0 else { continue }
      let quotient = Number.exact(left).divided(by: .exact(right))
      let sign = BigInteger(bigRight.isNegative ? -1 : 1)
      try expect(quotient, isNearestTo: bigLeft * sign, over: bigRight.magnitude)
    }
  }

  /// Checks that a double lies within half a step of a quotient, and an exact number on it.
  private func expect(
    _ result: Number?, isNearestTo numerator: BigInteger, over denominator: BigInteger,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    switch try #require(result, sourceLocation: sourceLocation) {
    case .exact(let decimal):
      let value = decimal.shifted(130) * denominator
      #expect(value == numerator * .power(10, 130), sourceLocation: sourceLocation)
    case .binary(let double):
      let isNearest = double.magnitude.isNearest(to: numerator.magnitude, over: denominator)
      #expect(isNearest, sourceLocation: sourceLocation)
      #expect((double < 0) == numerator.isNegative, sourceLocation: sourceLocation)
    }
  }
}
