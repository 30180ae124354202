extension Double {
  /// Returns the double nearest to `significand × 10^exponent`, the even one from the middle.
  ///
  /// The result is infinite when the number rounds beyond the largest double, and zero when it is
  /// at most half the smallest. Any exponent is allowed.
  public static func nearest(significand: UInt64, exponent: Int) -> Double {
    if significand <= 1 << 53, exponent.magnitude <= 22 {
      // Both are exact, so the one operation rounds correctly.
      let power = exactPowersOfTen[Int(exponent.magnitude)]
      return exponent < 0 ? Double(significand) / power : Double(significand) * power
    }
    if significand == 0 || exponent < -342 { return 0 }
    if exponent > 308 { return .infinity }
    return eiselLemire(significand, exponent)
  }

  /// The nearest double to a number of which the leading digits are known.
  ///
  /// - Parameters:
  ///   - floor: The number cut off to a whole count of `10^exponent`: 19 digits or more, unless it
  ///     is exact.
  ///   - isExact: Whether nothing was cut off.
  ///   - exponent: The place of the last digit of `floor`.
  ///   - exact: The number itself, asked for only when the leading 19 digits cannot decide.
  static func nearest(
    floor: UInt128, isExact: Bool, exponent: Int, exact: () -> ExactRatio
  ) -> Double {
    var digits = floor
    var exponent = exponent
    var isExact = isExact
    while digits >= UInt128(powersOfTen[19]) {
      let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: 10)
      digits = quotient
      isExact = isExact && remainder == 0
      exponent += 1
    }
    let low = nearest(significand: UInt64(digits), exponent: exponent)
    if isExact { return low }
    let high = nearest(significand: UInt64(digits) + 1, exponent: exponent)
    return low == high ? low : exact().nearestDouble(from: low)
  }
}

/// 10^0 … 10^22, the powers of ten that are doubles.
private let exactPowersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]

extension Double {
  /// Eisel and Lemire's method: one product with a power of five of 128 bits.
  ///
  /// Daniel Lemire, "Number parsing at a gigabyte per second" (2021); that the product of two
  /// words always decides is proved by Noble Mushtak and Daniel Lemire, "Fast number parsing
  /// without fallback" (2023).
  ///
  /// - Parameters:
  ///   - significand: Not zero.
  ///   - exponent: −342…308.
  private static func eiselLemire(_ significand: UInt64, _ exponent: Int) -> Double {
    let leadingZeros = significand.leadingZeroBitCount
    let product = productWithPowerOfFive(significand &<< UInt64(leadingZeros), exponent)

    // 53 bits for the double and one to round by.
    let topBit = Int(product.high &>> 63)
    let shift = UInt64(topBit + 9)
    var mantissa = product.high &>> shift
    // floor(log2(10^exponent)), by a constant that is right over the whole range, and the bias.
    var biasedExponent = (217_706 * exponent) >> 16 + 63 + topBit - leadingZeros + 1023

    if biasedExponent <= 0 {
      let lost = 1 - biasedExponent
      if lost >= 64 { return 0 }
      mantissa = roundedHalf(mantissa &>> UInt64(lost))
      // Rounding up may reach the smallest normal number, whose exponent field is 1; adding the
      // mantissa as it is sets that bit.
      return Double(bitPattern: mantissa)
    }
    if product.low <= 1, (-4...23).contains(exponent), mantissa & 3 == 1,
      mantissa &<< shift == product.high
    {
      // Exactly in the middle, which needs a power of five in 64 bits: round to the even side.
      mantissa &= ~1
    }
    mantissa = roundedHalf(mantissa)
    if mantissa == 1 << 53 {
      mantissa = 1 << 52
      biasedExponent += 1
    }
    if biasedExponent >= 2047 { return .infinity }
    return Double(bitPattern: UInt64(biasedExponent) << 52 | mantissa & (1 << 52 - 1))
  }

  /// Half of the number, rounded up from the middle.
  private static func roundedHalf(_ number: UInt64) -> UInt64 {
    (number &+ number & 1) &>> 1
  }

  /// The upper 128 bits of the product of a normalised significand and a power of five.
  ///
  /// The low half of the power is brought in only where it can change the bits that count.
  private static func productWithPowerOfFive(
    _ significand: UInt64, _ exponent: Int
  ) -> (high: UInt64, low: UInt64) {
    let index = 2 * (exponent - powersOfFiveExponents.lowerBound)
    var (high, low) = significand.multipliedFullWidth(by: powersOfFive[index])
    if high & 0x1FF == 0x1FF {
      let carry: Bool
      let second = significand.multipliedFullWidth(by: powersOfFive[index + 1]).high
      (low, carry) = low.addingReportingOverflow(second)
      if carry { high += 1 }
    }
    return (high, low)
  }
}
