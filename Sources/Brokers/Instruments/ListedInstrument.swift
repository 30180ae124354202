package import Market
package import Scalars

/// A row of a broker's list of everything that trades.
package struct ListedInstrument: Sendable, Hashable {
  /// What it is known by.
  package let key: InstrumentKey
  /// The symbol that the broker wants to hear.
  ///
  /// It is never put together, only looked up.
  package let symbol: String
  /// What it is on, or its own short name, such as `NIFTY`.
  package let underlying: String
  /// What it is.
  package let kind: InstrumentKind
  /// The day on which it expires; nil for what never does.
  package let expiry: Day?
  /// The strike of an option.
  package let strike: Money?
  /// The right of an option.
  package let right: OptionRight?
  /// How many units make a lot; nil where the list does not say.
  package let lot: Int64?
  /// The step of its prices; nil where there is none, as for an index.
  package let tick: Money?
  /// The most units that one order may have; nil where the list does not say.
  package let freeze: Int64?

  /// Creates a row.
  package init(
    key: InstrumentKey, symbol: String, underlying: String, kind: InstrumentKind, expiry: Day?,
    strike: Money?, right: OptionRight?, lot: Int64?, tick: Money?, freeze: Int64?
  ) {
    self.key = key
    self.symbol = symbol
    self.underlying = underlying
    self.kind = kind
    self.expiry = expiry
    self.strike = strike
    self.right = right
    self.lot = lot
    self.tick = tick
    self.freeze = freeze
  }

  /// What it promises, where it is a future or an option.
  package var contract: Contract? {
    guard let expiry else { return nil }
    if kind == .future {
      return Contract(underlying: underlying, expiry: expiry, terms: .future)
    }
    guard let strike, let right else { return nil }
    return Contract(
      underlying: underlying, expiry: expiry, terms: .option(strike: strike, right: right))
  }
}
