public import Scalars

/// A day on which contracts expire.
public struct Expiry: Sendable, Hashable {
  /// The day.
  public let day: Day
  /// How often such a day comes.
  public let cycle: Cycle
  /// The weekday of the rule, from which a holiday moves the expiry back.
  public let scheduled: Day

  /// How often contracts expire.
  public enum Cycle: String, Sendable, Hashable, CaseIterable {
    case weekly, monthly
  }
}

/// Whether contracts expire on a day.
public enum Listing: Sendable, Hashable {
  /// They do.
  case listed(Expiry)
  /// They do not, but on these days before and after it.
  case notListed(nearest: [Day])
  /// The tables do not say.
  case unknown(NotCovered)
}
