package import Market
package import Scalars

/// A message of a broker's stream about one instrument.
package struct BrokerTick: Sendable, Hashable {
  /// What a fuller message says beside the last price.
  package struct Day: Sendable, Hashable {
    /// How much was traded and is wanted; nil for what has no trades of its own, as an index.
    package let lastQuantity: Int64?
    package let average: Money?
    package let volume: Int64?
    package let totalBids, totalAsks: Int64?
    package let open, high, low, previousClose: Money
  }

  /// What the fullest message says beside that.
  package struct Snapshot: Sendable, Hashable {
    /// When the last trade was; nil before the first.
    package let tradeTime: Timestamp?
    /// The open interest; nil for what has none.
    package let openInterest: Int64?
    /// The extremes that it had today; nil where the broker does not say.
    package let openInterestLow, openInterestHigh: Int64?
    /// Between which prices it may trade, and the extremes of 52 weeks; nil where it does not say.
    package let lowerCircuit, upperCircuit: Money?
    package let yearLow, yearHigh: Money?
  }

  package let key: InstrumentKey
  /// The number of the message, zero for an index; nil where the broker has none.
  package let sequence: Int64?
  /// When the exchange sent it; nil where the message does not say.
  package let time: Timestamp?
  /// The last price; nil in a message of the order book alone.
  package let last: Money?
  package let day: Day?
  package let snapshot: Snapshot?
  package let depth: Depth
}
