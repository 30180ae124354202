extension ExactDecimal: Comparable {
  /// Whether two numbers have the same value: `1.50` equals `1.5`.
  @inlinable
  public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.exponent == right.exponent { return left.significand == right.significand }
    guard left.significand.signum() == right.significand.signum() else { return false }
    return left.comparedMagnitude(to: right) == 0
  }

  /// Whether the value on the left is the smaller one.
  @inlinable
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.exponent == right.exponent { return left.significand < right.significand }
    let sign = left.significand.signum()
    guard sign == right.significand.signum() else { return sign < right.significand.signum() }
    return Int(sign) * left.comparedMagnitude(to: right) < 0
  }

  /// Compares two numbers of the same sign without it: −1, 0 or 1.
  @usableFromInline
  func comparedMagnitude(to other: ExactDecimal) -> Int {
    let left = significand.magnitude
    let right = other.significand.magnitude
    if left == 0 { return 0 }

    // The place of the leading digit decides nearly always.
    let leftPlace = Int(exponent) + left.decimalDigitCount
    let rightPlace = Int(other.exponent) + right.decimalDigitCount
    if leftPlace != rightPlace { return leftPlace < rightPlace ? -1 : 1 }

    // The leading digits stand in the same place, so padding the coarser number with zeros gives
    // it as many digits as the other one has: 19 at most, which fit.
    let shift = Int(exponent) - Int(other.exponent)
    let leftPadded = shift > 0 ? left * powersOfTen[shift] : left
    let rightPadded = shift < 0 ? right * powersOfTen[-shift] : right
    if leftPadded == rightPadded { return 0 }
    return leftPadded < rightPadded ? -1 : 1
  }
}

extension ExactDecimal: Hashable {
  /// Feeds the value, not the way it is written, into the hasher.
  public func hash(into hasher: inout Hasher) {
    let reduced = self.reduced
    hasher.combine(reduced.significand)
    hasher.combine(reduced.exponent)
  }

  /// The number without trailing zeros, in the one form that all spellings of it share.
  ///
  /// The exponent is wider here, because that of `10 × 10^Int32.max` grows by one.
  private var reduced: (significand: Int64, exponent: Int) {
    if significand == 0 { return (0, 0) }
    var significand = significand
    var exponent = Int(exponent)
    while true {
      let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: 10)
      guard remainder == 0 else { return (significand, exponent) }
      significand = quotient
      exponent += 1
    }
  }
}
