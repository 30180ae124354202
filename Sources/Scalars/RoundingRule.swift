/// Which neighbour a number is rounded to when it lies between two of them.
@frozen
public enum RoundingRule: Sendable, Hashable, CaseIterable {
  /// The lower one, towards −∞.
  case floor
  /// The higher one, towards +∞.
  case ceiling
  /// The nearer one, and from the middle the one farther from zero: 2.5 gives 3, −2.5 gives −3.
  case toNearestAwayFromZero

  /// The counts of decimals that numbers can be rounded to: 0…18.
  @inlinable
  public static var possibleDecimals: ClosedRange<Int> { 0...18 }

  /// Whether a magnitude is rounded up rather than cut off.
  ///
  /// - Parameters:
  ///   - isNegative: The sign of the number.
  ///   - hasRest: Whether something is cut off at all.
  ///   - restReachesHalf: Whether what is cut off is half a unit or more.
  func roundsMagnitudeUp(isNegative: Bool, hasRest: Bool, restReachesHalf: Bool) -> Bool {
    switch self {
    case .floor: isNegative && hasRest
    case .ceiling: !isNegative && hasRest
    case .toNearestAwayFromZero: restReachesHalf
    }
  }
}
