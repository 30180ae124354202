extension ExactDecimal {
  /// The number with the opposite sign, or `nil` for a significand of `Int64.min`.
  @inlinable
  public var negated: ExactDecimal? {
    guard significand != .min else { return nil }
    return ExactDecimal(significand: -significand, exponent: exponent)
  }

  /// Returns the exact sum, or `nil` when it does not fit.
  ///
  /// It keeps as many decimals as the operand with more of them: `1.50 + 1.5` is `3.00`.
  @inlinable
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    if exponent == other.exponent {
      let (sum, overflow) = significand.addingReportingOverflow(other.significand)
      if !overflow { return ExactDecimal(significand: sum, exponent: exponent) }
    }
    return wideSum(other, sign: 1).flatMap { ExactDecimal($0) }
  }

  /// Returns the exact difference, or `nil` when it does not fit.
  ///
  /// It keeps as many decimals as the operand with more of them.
  @inlinable
  public func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    if exponent == other.exponent {
      let (difference, overflow) = significand.subtractingReportingOverflow(other.significand)
      if !overflow { return ExactDecimal(significand: difference, exponent: exponent) }
    }
    return wideSum(other, sign: -1).flatMap { ExactDecimal($0) }
  }

  /// Returns the exact product, or `nil` when it does not fit.
  @inlinable
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    let (power, powerOverflow) = exponent.addingReportingOverflow(other.exponent)
    if !overflow, !powerOverflow { return ExactDecimal(significand: product, exponent: power) }
    return ExactDecimal(wideProduct(other))
  }

  /// Returns the exact quotient, or `nil` when it does not fit or does not end.
  ///
  /// `1 / 8` is `0.125`; `1 / 3` has no last decimal and is `nil`, and so is any division by zero.
  public func divided(by other: ExactDecimal) -> ExactDecimal? {
    guard other.significand != 0 else { return nil }
    var divisor = FactorsOfTen(of: other.significand.magnitude)
    // The part of the divisor that shares nothing with ten has to go into the dividend.
    let (whole, remainder) = significand.magnitude.quotientAndRemainder(dividingBy: divisor.rest)
    guard remainder == 0 else { return nil }
    let dividend = divisor.cancel(from: whole)
    guard let factor = divisor.complement else { return nil }
    let (digits, overflow) = dividend.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    let isNegative = (significand < 0) != (other.significand < 0)
    return ExactDecimal(
      WideDecimal(
        significand: isNegative ? -Int128(digits) : Int128(digits),
        exponent: Int(exponent) - Int(other.exponent) - divisor.power))
  }
}

/// A divisor taken apart as `2^twos × 5^fives × rest`.
private struct FactorsOfTen {
  var twos: Int
  var fives = 0
  var rest: UInt64

  init(of divisor: UInt64) {
    twos = divisor.trailingZeroBitCount
    rest = divisor >> twos
    while rest % 5 == 0 {
      rest /= 5
      fives += 1
    }
  }

  /// Cancels twos and fives against a dividend and returns what is left of that.
  mutating func cancel(from dividend: UInt64) -> UInt64 {
    var dividend = dividend
    while fives > 0, dividend % 5 == 0 {
      dividend /= 5
      fives -= 1
    }
    let shared = min(twos, dividend.trailingZeroBitCount)
    twos -= shared
    return dividend >> shared
  }

  /// The power of ten that the twos and fives divide.
  var power: Int { max(twos, fives) }

  /// What the twos and fives lack to be `10^power`, or `nil` when that needs more than 64 bits.
  var complement: UInt64? {
    if fives >= twos { return 1 << (fives - twos) }
    // 5^27 is the largest power of five in 64 bits.
    guard twos - fives <= 27 else { return nil }
    return (fives..<twos).reduce(1) { factor, _ in factor * 5 }
  }
}
