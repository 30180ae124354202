/// The exact outcome of an operation before it is known whether it fits.
@usableFromInline
struct WideDecimal {
  var significand: Int128
  var exponent: Int

  /// The nearest double; infinite beyond the largest.
  var nearestDouble: Double {
    let magnitude = significand.magnitude
    let nearest = Double.nearest(floor: magnitude, isExact: true, exponent: exponent) {
      ExactRatio(Natural(magnitude), exponent: exponent)
    }
    return significand < 0 ? -nearest : nearest
  }
}

extension ExactDecimal {
  /// Makes the same number with a significand of 64 bits, or `nil` when there is none.
  ///
  /// Trailing zeros are given up, or added, only when that is needed to make it fit.
  @usableFromInline
  init?(_ wide: WideDecimal) {
    var wide = wide
    if wide.significand == 0 {
      self.init(significand: 0, exponent: Int32(clamping: wide.exponent))
      return
    }
    while wide.exponent < Int32.min || Int64(exactly: wide.significand) == nil {
      let (quotient, remainder) = wide.significand.quotientAndRemainder(dividingBy: 10)
      guard remainder == 0 else { return nil }
      wide = WideDecimal(significand: quotient, exponent: wide.exponent + 1)
    }
    while wide.exponent > Int32.max, Int64(exactly: wide.significand) != nil {
      wide = WideDecimal(significand: wide.significand * 10, exponent: wide.exponent - 1)
    }
    guard let significand = Int64(exactly: wide.significand) else { return nil }
    self.init(significand: significand, exponent: Int32(wide.exponent))
  }

  /// The product; 126 bits always hold it.
  @usableFromInline
  func wideProduct(_ other: ExactDecimal) -> WideDecimal {
    WideDecimal(
      significand: Int128(significand) * Int128(other.significand),
      exponent: Int(exponent) + Int(other.exponent))
  }

  /// `self + sign × other`, or `nil` when the exponents lie too far apart for 128 bits.
  @usableFromInline
  func wideSum(_ other: ExactDecimal, sign: Int128) -> WideDecimal? {
    var high = WideDecimal(significand: Int128(significand), exponent: Int(exponent))
    var low = WideDecimal(
      significand: sign * Int128(other.significand), exponent: Int(other.exponent))
    if high.exponent < low.exponent { swap(&high, &low) }

    if high.exponent - low.exponent > 19 {
      if high.significand == 0 { return low }
      if low.significand == 0 { return high }
      while high.exponent - low.exponent > 19, low.significand % 10 == 0 {
        low = WideDecimal(significand: low.significand / 10, exponent: low.exponent + 1)
      }
    }
    let distance = high.exponent - low.exponent
    // Past that the sum has twenty digits or more, the last of them not zero.
    guard distance <= 19 else { return nil }
    // 2^63 × 10^19 + 2^63 is less than 2^127.
    low.significand += high.significand * Int128(powersOfTen[distance])
    return low
  }
}
