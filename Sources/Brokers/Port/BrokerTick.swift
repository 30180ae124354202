package import Market
package import Scalars

/// A message of a broker's stream about one instrument, as far as a record of a tick has room for it.
///
/// It is flat and small: a stream brings thousands in a second, and what nobody asks for is not read.
package struct BrokerTick: Sendable, Hashable {
  /// The best price of a side of the order book.
  package struct Level: Sendable, Hashable {
    package let price: Money
    /// How many units are wanted or offered there, all orders together.
    package let quantity: Int64
  }

  package let token: FeedToken
  /// When the exchange sent it; nil where the message does not say.
  package let time: Timestamp?
  /// The last price; nil in a message of the order book alone.
  package let last: Money?
  /// What buyers bid and what sellers ask at best; nil where nobody does, or the message does not say.
  package let bid, ask: Level?
  /// How much was traded today; nil for what has no trades of its own, as an index.
  package let volume: Int64?
  /// The open interest; nil for what has none.
  package let openInterest: Int64?

  package init(
    token: FeedToken, time: Timestamp? = nil, last: Money?,
    bid: Level? = nil, ask: Level? = nil, volume: Int64? = nil, openInterest: Int64? = nil
  ) {
    self.token = token
    self.time = time
    self.last = last
    self.bid = bid
    self.ask = ask
    self.volume = volume
    self.openInterest = openInterest
  }
}

extension BrokerTick.Level {
  /// A level of an order book, which is filled up with zeros; nil for one of those.
  @inline(__always)
  init?(paise: Int64, quantity: Int64) {
    guard paise > 0, quantity > 0 else { return nil }
    self.init(price: Money(paise: paise), quantity: quantity)
  }
}
