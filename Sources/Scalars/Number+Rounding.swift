extension Number {
  /// Returns the number rounded to so many decimals, exact if that fits.
  ///
  /// A double is rounded by its true binary value: 2.675, which as a double lies a little lower,
  /// gives 2.67 by every rule but `ceiling`.
  ///
  /// - Precondition: `decimals` is one of `RoundingRule.possibleDecimals`, 0…18.
  public func rounded(_ rule: RoundingRule, decimals: Int = 0) -> Number {
    switch self {
    case .exact(let decimal): .exact(decimal.rounded(rule, decimals: decimals))
    case .binary(let double): Self.rounded(double, rule, decimals: decimals)
    }
  }

  private static func rounded(_ double: Double, _ rule: RoundingRule, decimals: Int) -> Number {
    precondition(
      RoundingRule.possibleDecimals.contains(decimals), "a number is rounded to 0…18 decimals")
    let binary = BinaryNumber(magnitudeOf: double)
    guard binary.exponent < 0 else {
      return Int64(exactly: double).map { Number($0) } ?? .binary(double)
    }
    // 53 bits times 10^18 are less than 2^113, so that past 126 less than half is cut off.
    let scaled = UInt128(binary.significand) * UInt128(powersOfTen[decimals])
    let dropped = min(-binary.exponent, 126)
    let kept = scaled >> dropped
    let rest = scaled - kept << dropped
    let isNegative = double.sign == .minus
    let roundsUp = rule.roundsMagnitudeUp(
      isNegative: isNegative, hasRest: rest != 0, restReachesHalf: rest >= 1 << (dropped - 1))
    let magnitude = Int128(kept) + (roundsUp ? 1 : 0)
    let rounded = WideDecimal(
      significand: isNegative ? -magnitude : magnitude, exponent: -decimals)
    return ExactDecimal(rounded).map { .exact($0) } ?? .binary(rounded.nearestDouble)
  }
}
