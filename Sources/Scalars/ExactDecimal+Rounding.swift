extension ExactDecimal {
  /// Returns the number rounded to so many decimals.
  ///
  /// A number that has no more decimals than that comes back as it is written.
  ///
  /// - Precondition: `decimals` is one of `RoundingRule.possibleDecimals`, 0…18.
  public func rounded(_ rule: RoundingRule, decimals: Int = 0) -> ExactDecimal {
    precondition(
      RoundingRule.possibleDecimals.contains(decimals), "a number is rounded to 0…18 decimals")
    let dropped = -decimals - Int(exponent)
    guard dropped > 0 else { return self }
    // A significand has at most 19 digits, so past 20 dropped ones the rest is below a tenth.
    let power = dropped < 20 ? powersOfTen[dropped] : .max
    let (kept, rest) = significand.magnitude.quotientAndRemainder(dividingBy: power)
    let isNegative = significand < 0
    let roundsUp = rule.roundsMagnitudeUp(
      isNegative: isNegative, hasRest: rest != 0,
      restReachesHalf: dropped < 20 && rest >= power - rest)
    // What is kept has a digit fewer than before, so it fits with either sign.
    let rounded = Int64(kept) + (roundsUp ? 1 : 0)
    return ExactDecimal(significand: isNegative ? -rounded : rounded, exponent: -Int32(decimals))
  }
}
