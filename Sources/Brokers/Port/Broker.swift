package import Market
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

  /// The cheapest question that tells whether there is a session.
  var profile: BrokerQuery<Profile> { get }
}
