package import Brokers
package import Market
package import Scalars

/// A tick on its way to who reads the stream.
package struct StreamTick: Sendable, Hashable {
  /// All that it says of the market; two ticks that say the same are one.
  package struct Market: Sendable, Hashable {
    package let last: Money
    package let bid, ask: BrokerTick.Level?
    package let volume, openInterest: Int64?

    /// Says so much of the market.
    package init(
      last: Money, bid: BrokerTick.Level?, ask: BrokerTick.Level?, volume: Int64?,
      openInterest: Int64?
    ) {
      self.last = last
      self.bid = bid
      self.ask = ask
      self.volume = volume
      self.openInterest = openInterest
    }
  }

  /// Which of the instruments it is of; the first are the most wanted.
  package let place: Int
  /// When it was, by the exchange's clock where that is known.
  package let time: Timestamp
  package let market: Market

  /// Creates a tick.
  package init(place: Int, time: Timestamp, _ market: Market) {
    self.place = place
    self.time = time
    self.market = market
  }

  /// What a broker's tick says, which came in at a time; nil where it has no price, or that of zero
  /// which stands for what was never traded.
  package init?(_ tick: BrokerTick, of place: Int, at arrival: Timestamp) {
    guard let last = tick.last, last.paise > 0 else { return nil }
    self.init(
      place: place, time: tick.time ?? arrival,
      Market(
        last: last, bid: tick.bid, ask: tick.ask, volume: tick.volume,
        openInterest: tick.openInterest))
  }
}

/// A time of which a stream has brought nothing.
package struct StreamGap: Sendable, Equatable {
  /// When the last message came before it, and when the first tick came after it.
  package let from, until: Timestamp
  /// Why.
  package let reason: String
  /// Of which instruments ticks may be missing.
  package let places: Range<Int>

  /// Creates a gap.
  package init(from: Timestamp, until: Timestamp, reason: String, places: Range<Int>) {
    self.from = from
    self.until = until
    self.reason = reason
    self.places = places
  }

  /// How long it was.
  package var length: TimeSpan { until - from }
}
