/// What arithmetic gives where no exact result fits: the nearest double to the true one.
extension ExactDecimal {
  /// The double nearest to `self + sign × other`.
  @usableFromInline
  func nearestSum(_ other: ExactDecimal, sign: Int128) -> Double {
    if let sum = wideSum(other, sign: sign) { return sum.nearestDouble }

    // Neither is zero, and the coarser one is the greater one by far: it has the sign of the sum.
    var high = WideDecimal(significand: Int128(significand), exponent: Int(exponent))
    var low = WideDecimal(
      significand: sign * Int128(other.significand), exponent: Int(other.exponent))
    if high.exponent < low.exponent { swap(&high, &low) }
    guard (-400...400).contains(high.exponent) else { return high.nearestDouble }
    // No double, and no middle of two, has digits that far down: only the sign counts there.
    if low.exponent < -1200 {
      low = WideDecimal(significand: low.significand.signum(), exponent: -1200)
    }

    let isNegative = high.significand < 0
    var digits = Natural(high.significand.magnitude)
    digits.multiply(byPowerOfTen: high.exponent - low.exponent)
    let correction = UInt64(low.significand.magnitude)
    if isNegative == (low.significand < 0) {
      digits.multiply(by: 1, adding: correction)
    } else {
      digits.subtract(correction)
    }
    let nearest = ExactRatio(digits, exponent: low.exponent)
      .nearestDouble(from: Swift.abs(high.nearestDouble + low.nearestDouble))
    return isNegative ? -nearest : nearest
  }

  /// The double nearest to the product.
  @usableFromInline
  func nearestProduct(_ other: ExactDecimal) -> Double {
    wideProduct(other).nearestDouble
  }

  /// The double nearest to the quotient; the divisor must not be zero.
  @usableFromInline
  func nearestQuotient(_ divisor: ExactDecimal) -> Double {
    let nearest = Self.nearestQuotient(
      significand.magnitude, divisor.significand.magnitude,
      exponent: Int(exponent) - Int(divisor.exponent))
    return (significand < 0) == (divisor.significand < 0) ? nearest : -nearest
  }

  private static func nearestQuotient(
    _ dividend: UInt64, _ divisor: UInt64, exponent: Int
  ) -> Double {
    if dividend == 0 { return 0 }
    if let dividend = exactDouble(dividend, exponent: exponent),
      let divisor = exactDouble(divisor, exponent: -exponent)
    {
      return dividend / divisor
    }
    // 38 digits over 19 leave 19 at least.
    let shift = 38 - dividend.decimalDigitCount
    let padded = UInt128(dividend) * UInt128(powersOfTen[19]) * UInt128(powersOfTen[shift - 19])
    let (floor, rest) = padded.quotientAndRemainder(dividingBy: UInt128(divisor))
    return .nearest(floor: floor, isExact: rest == 0, exponent: exponent - shift) {
      ExactRatio(Natural(UInt128(dividend)), over: divisor, exponent: exponent)
    }
  }

  /// The number times `10^exponent`, where that power is no fraction, if a double holds it exactly.
  private static func exactDouble(_ number: UInt64, exponent: Int) -> Double? {
    guard exponent < 16 else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: powersOfTen[max(exponent, 0)])
    return overflow || product > 1 << 53 ? nil : Double(product)
  }
}
