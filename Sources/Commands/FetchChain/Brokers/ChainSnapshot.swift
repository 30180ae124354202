import BrokerCalls
import Brokers
import Market
import Scalars

/// The chains of an underlying as a broker has quoted them.
struct ChainSnapshot {
  /// A quote, or why there is none.
  enum Answer {
    case quote(Quote, at: Timestamp)
    case missing(UnfetchedToken.Reason)
  }

  let broker: BrokerID
  let question: ChainQuestion
  /// What was asked for, in the order in which rows are written.
  var order: [ListedInstrument] = []
  private var answers: [InstrumentKey: Answer] = [:]
  /// When the first and the last answer came.
  private(set) var began: Timestamp?
  private(set) var ended: Timestamp?

  init(_ question: ChainQuestion, of broker: BrokerID) {
    self.question = question
    self.broker = broker
  }

  /// Takes in the answer to a question.
  mutating func add(_ batch: BrokerLine.Answer<QuoteBatch>) {
    began = min(began ?? batch.at, batch.at)
    ended = max(ended ?? batch.at, batch.at)
    for quote in batch.value.quotes { answers[quote.key] = .quote(quote, at: batch.at) }
    for missing in batch.value.unfetched { answers[missing.key] = .missing(missing.reason) }
  }

  /// The answer about an instrument.
  subscript(_ instrument: ListedInstrument) -> Answer? { answers[instrument.key] }

  /// The last price of an instrument; nil where there is none.
  func last(_ instrument: ListedInstrument?) -> Money? {
    guard let instrument, case .quote(let quote, _)? = answers[instrument.key] else { return nil }
    return quote.current
  }

  /// Where the money is: the index, or else the nearest future.
  var level: Money? {
    last(question.spot) ?? question.chains.lazy.compactMap { last($0.future) }.first
  }

  /// Whether there is any quote at all.
  var hasQuotes: Bool {
    answers.values.contains { if case .quote = $0 { true } else { false } }
  }

  /// What is missing, with the reason.
  var missing: [(instrument: ListedInstrument, reason: UnfetchedToken.Reason)] {
    order.compactMap { instrument in
      switch answers[instrument.key] {
      case .quote: nil
      case .missing(let reason): (instrument, reason)
      case nil: (instrument, .notMentioned)
      }
    }
  }

  // MARK: Rows

  /// The rows of the chains: the index, the index of volatility, futures, options.
  ///
  /// All have one time, that of the last answer: it is one snapshot.
  func rows() -> [MarketRow] {
    guard let time = ended else { return [] }
    return order.map { instrument in
      let underlying = underlying(of: instrument)
      // Brokers have names with blanks for indices, and each has others.
      var row = MarketRow(
        time: time, underlying: underlying,
        symbol: instrument.kind == .index ? underlying : instrument.symbol,
        exchange: instrument.key.segment.name, token: instrument.key.token,
        expiry: instrument.expiry, source: broker.rawValue)
      row.lot = instrument.kind == .index ? nil : instrument.lot
      if let strike = instrument.strike, let right = instrument.right {
        row.option = MarketRow.OptionTerms(strike: strike, right: right)
        row.spot = last(question.spot)
        row.forward = last(question.chains.first { $0.expiry == instrument.expiry }?.future)
      }
      if case .quote(let quote, let at)? = answers[instrument.key] { row.fill(quote, at: at) }
      return row
    }
  }

  private func underlying(of instrument: ListedInstrument) -> String {
    instrument.key == question.volatility?.key ? IndexNames.volatility : question.underlying
  }
}

extension MarketRow {
  /// Takes over what a quote says that came in at a time.
  fileprivate mutating func fill(_ quote: Quote, at time: Timestamp) {
    last = quote.current
    bid = quote.depth.bids.first?.price
    ask = quote.depth.asks.first?.price
    bidQuantity = quote.depth.bids.first?.quantity
    askQuantity = quote.depth.asks.first?.quantity
    volume = quote.volume
    openInterest = quote.openInterest
    previousClose = quote.previousClose
    ageMilliseconds = quote.pricedAt.map { max(0, (time - $0).milliseconds) }
  }
}
