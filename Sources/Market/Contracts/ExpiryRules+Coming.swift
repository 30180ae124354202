public import Scalars

extension ExpiryRules {
  /// An expiry from a day on.
  ///
  /// - Parameters:
  ///   - underlying: what the contracts are on.
  ///   - day: the first day on which it may be.
  ///   - cycle: how often such a day comes; nil for any.
  ///   - number: its number among those, 0 for the first.
  public func coming(
    of underlying: String, from day: Day, cycle: Expiry.Cycle? = nil, number: Int = 0
  ) throws(NotCovered) -> Expiry {
    var left = number
    // Week by week, so that it does not depend on how far ahead holidays are known. The first week also
    // has the expiry that a holiday moved back to the day itself.
    for week in 0..<60 {
      let days = (day + 7 * week)...(day + 7 * week + 6)
      for expiry in try expiries(of: underlying, scheduledIn: days)
      where expiry.day >= day && (cycle == nil || expiry.cycle == cycle) {
        if left == 0 { return expiry }
        left -= 1
      }
    }
    throw NotCovered(subject: "the next expiry of \(underlying)", day: day, table: .expiryRules)
  }
}
