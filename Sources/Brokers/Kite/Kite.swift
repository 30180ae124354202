package import Market
internal import Records
package import Scalars
package import Transport

/// Zerodha, asked by Kite Connect.
package struct Kite: Broker {
  package let id = BrokerID.kite
  private let client: KiteClient

  /// Creates the broker as a client asks it.
  package init(_ client: KiteClient) { self.client = client }

  package func headers(_ session: BrokerSession?) -> [WebHeader] {
    guard case .kite(let session)? = session else { return client.headers(nil) }
    return client.headers(session)
  }

  package func instruments(
    otherThan known: WireVersion, _ tables: MarketTables
  ) -> BrokerQuery<InstrumentAnswer> {
    InstrumentAnswer.query(
      KiteRequests.instruments(otherThan: known), .kite(KiteInstruments(tables))
    ) { answer in
      KiteAnswer.table(status: answer.status, type: answer.type, body: answer.body).failed()
    }
  }

  package func quotes(
    _ instruments: [ListedInstrument], _ mode: QuoteMode, batch: Int?
  ) -> [BrokerQuery<QuoteBatch>] {
    KiteRequests.quotes(instruments.map { KiteQuoted($0) }, mode, batch: batch).map(Self.quotes)
  }

  private static func quotes(_ asked: KiteQuoteRequest) -> BrokerQuery<QuoteBatch> {
    let halving = BrokerQuery<QuoteBatch>.Halving(
      isCalledFor: { answer in
        KiteQuoteSetback(status: answer.status, type: answer.type, body: answer.body) != nil
      },
      halves: { asked.halves?.map(quotes) })
    return list(asked.request, halving) { data throws(WireFault) in
      try KiteDecoding.quotes(data, of: asked.instruments)
    }
  }

  package func candles(
    of instrument: ListedInstrument, _ interval: CandleInterval, _ span: HistorySpan
  ) -> [BrokerQuery<[Candle]>] {
    guard let token = KiteToken(instrument) else { return [] }
    return KiteRequests.candles(of: token, interval, span).map { piece in
      Self.list(piece.request) { data throws(WireFault) in try KiteDecoding.candles(data) }
    }
  }

  package func openInterest(
    of instrument: ListedInstrument, _ interval: CandleInterval, _ span: HistorySpan
  ) -> [BrokerQuery<[OpenInterestPoint]>] { [] }

  package func greeks(of underlying: String, expiry: Day) -> BrokerQuery<[BrokerGreeks]>? { nil }

  package var feed: any BrokerFeed { KiteFeed(client) }

  // MARK: The session

  /// Where a person logs in.
  package func loginAddress(_ page: String) -> Secret { client.loginAddress(page) }

  /// Asks for the session of the day.
  package func logIn(_ token: KiteRequestToken) -> BrokerQuery<BrokerSession> {
    Self.single(client.logIn(token)) { data throws(WireFault) in .kite(try KiteSession(data)) }
  }

  /// The end of a session.
  package func logOut(_ session: KiteSession) -> BrokerQuery<Bool> {
    Self.list(client.logOut(session)) { _ throws(WireFault) in true }
  }

  // MARK: Answers

  /// A question for one thing.
  static func single<Value>(
    _ request: BrokerRequest,
    _ read: @escaping @Sendable (JSONValue) throws(WireFault) -> Value
  ) -> BrokerQuery<Value> {
    BrokerQuery(request) { answer in
      KiteAnswer.outcome(status: answer.status, type: answer.type, body: answer.body).decoded(read)
    }
  }

  /// A question for a list; where there is nothing in it, that is read too.
  static func list<Value>(
    _ request: BrokerRequest, _ halving: BrokerQuery<Value>.Halving? = nil,
    _ read: @escaping @Sendable (JSONValue?) throws(WireFault) -> Value
  ) -> BrokerQuery<Value> {
    BrokerQuery(request, halving: halving) { answer in
      KiteAnswer.outcome(status: answer.status, type: answer.type, body: answer.body)
        .decodedList(read)
    }
  }
}
