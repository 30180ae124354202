public import Scalars

/// A derivative on an index: an option with its strike, or a future.
public struct Contract: Sendable, Hashable {
  /// What the contract is on, such as `NIFTY`.
  public var underlying: String
  /// The day on which it expires.
  public var expiry: Day
  /// What is promised.
  public var terms: Terms

  /// What a contract promises.
  public enum Terms: Sendable, Hashable {
    /// A future.
    case future
    /// An option.
    case option(strike: Money, right: OptionRight)
  }

  /// Creates a contract.
  public init(underlying: String, expiry: Day, terms: Terms) {
    self.underlying = underlying
    self.expiry = expiry
    self.terms = terms
  }
}
