package import Market
package import Scalars
package import Transport

/// A broker, as far as it is asked for things: each function gives the questions that bring something.
///
/// Nothing is sent here. Who sends them need not know one broker from another.
package protocol Broker: Sendable {
  /// Which one it is.
  var id: BrokerID { get }

  /// What every request says, within a session or before there is one.
  func headers(_ session: BrokerSession?) -> [WebHeader]

  /// The list of all instruments, where it is another version than the one that is known.
  func instruments(
    otherThan known: WireVersion, _ tables: MarketTables
  ) -> BrokerQuery<InstrumentAnswer>

  /// Quotes of instruments, in as few calls as possible; what is named twice is asked for once.
  ///
  /// - Parameter batch: how many a call may name; nil for as many as the broker allows.
  func quotes(
    _ instruments: [ListedInstrument], _ mode: QuoteMode, batch: Int?
  ) -> [BrokerQuery<QuoteBatch>]

  /// Candles of an instrument, in pieces that leave no bar out.
  func candles(
    of instrument: ListedInstrument, _ interval: CandleInterval, _ span: HistorySpan
  ) -> [BrokerQuery<[Candle]>]

  /// The open interest of a contract at the ends of the same spans; none where it comes with the candles.
  func openInterest(
    of instrument: ListedInstrument, _ interval: CandleInterval, _ span: HistorySpan
  ) -> [BrokerQuery<[OpenInterestPoint]>]

  /// The Greeks of an expiry as the broker works them out; nil where it does not.
  func greeks(of underlying: String, expiry: Day) -> BrokerQuery<[BrokerGreeks]>?

  /// Its stream of ticks.
  var feed: any BrokerFeed { get }

  // MARK: The account

  /// The cheapest question that tells whether there is a session.
  var profile: BrokerQuery<Profile> { get }

  /// The money.
  var funds: BrokerQuery<Funds> { get }

  /// The orders of the day.
  var orders: BrokerQuery<[BrokerOrder]> { get }

  /// The trades of the day, which is named for books that have times alone.
  func fills(on day: Day) -> BrokerQuery<[BrokerFill]>

  /// The positions that are open or were today.
  var positions: BrokerQuery<[BrokerPosition]> { get }

  /// The shares.
  var holdings: BrokerQuery<[Holding]> { get }

  /// What would be blocked for positions together, without what the account holds; nil where they are
  /// more than the broker takes.
  func margin(of positions: [MarginPosition]) -> BrokerQuery<MarginEstimate>?

  /// What each of some orders would cost, in their order.
  func charges(of orders: [ChargedOrder]) -> [BrokerQuery<[ChargeEstimate]>]
}
