package import Market
package import Scalars

/// What a broker says about an instrument at one moment.
///
/// What it does not say is nil. Only the last price is always there, and it may be days old: its age
/// is that of ``tradeTime``, however fresh ``feedTime`` is.
package struct Quote: Sendable, Hashable {
  /// What is quoted.
  package let key: InstrumentKey
  /// Its symbol at the broker.
  package let symbol: String
  /// The last price; zero for what has never traded.
  package let last: Money
  /// The prices of the day; nil before the first trade.
  package let open, high, low: Money?
  /// The closing price of the session before.
  package let previousClose: Money?
  /// The volume-weighted average of the day, which is no price on the grid.
  package let average: Number?
  /// How much the last trade was for.
  package let lastQuantity: Int64?
  /// How much was traded today.
  package let volume: Int64?
  /// The open interest; nil for what has none.
  package let openInterest: Int64?
  /// How much is wanted and how much is offered in all.
  package let totalBids, totalAsks: Int64?
  /// Between which prices it may trade today.
  package let lowerCircuit, upperCircuit: Money?
  /// The extremes of the last 52 weeks.
  package let yearLow, yearHigh: Money?
  /// When the exchange sent it.
  package let feedTime: Timestamp?
  /// When the last trade was.
  package let tradeTime: Timestamp?
  /// The best prices.
  package let depth: Depth

  /// The last price of the day that the exchange sends; nil where the last trade was on one before, or there
  /// was none.
  package var current: Money? {
    if last.paise == 0 { return nil }
    guard let feedTime, let tradeTime else { return last }
    return tradeTime.day < feedTime.day ? nil : last
  }

  /// When the price that it shows was made: of a market with two sides when the exchange sent it, else when the
  /// last trade was, however fresh the message is.
  package var pricedAt: Timestamp? {
    let isTwoSided = !depth.bids.isEmpty && !depth.asks.isEmpty
    return isTwoSided || !key.segment.listsDerivatives
      ? feedTime ?? tradeTime : tradeTime ?? feedTime
  }
}
