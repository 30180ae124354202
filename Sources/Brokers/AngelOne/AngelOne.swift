package import Market
internal import Records
package import Scalars
package import Transport

/// Angel One, asked by SmartAPI.
package struct AngelOne: Broker {
  package let id = BrokerID.angelOne
  private let client: SmartAPIClient
  private let clientCode: String

  /// Creates the broker as a client asks it.
  ///
  /// - Parameter clientCode: the account, which its stream of ticks wants to hear.
  package init(_ client: SmartAPIClient, clientCode: String = "") {
    self.client = client
    self.clientCode = clientCode
  }

  package func headers(_ session: BrokerSession?) -> [WebHeader] {
    guard case .angelOne(let session)? = session else { return client.headers(nil) }
    return client.headers(session.token)
  }

  package func instruments(
    otherThan known: WireVersion, _ tables: MarketTables
  ) -> BrokerQuery<InstrumentAnswer> {
    InstrumentAnswer.query(
      SmartAPIRequests.instruments(otherThan: known), .smartAPI(SmartAPIMaster())
    ) { answer in
      // A file on a server of its own, without the envelope of the service.
      if answer.status == 200 { return nil }
      let words = answer.body.isEmpty ? "the answer is empty" : AnswerText(answer.body).excerpt
      let failure = BrokerFailure(
        message: "the list of instruments: \(words) (status \(answer.status))")
      return switch answer.status {
      case 429: .rateLimited(failure)
      case 500...: .transient(failure)
      default: .rejected(failure)
      }
    }
  }

  package func quotes(
    _ instruments: [ListedInstrument], _ mode: QuoteMode, batch: Int?
  ) -> [BrokerQuery<QuoteBatch>] {
    let requests = SmartAPIRequests.quotes(
      instruments.map(\.key), mode, batch: batch ?? SmartAPIRequests.mostQuotes)
    return requests.map { request in
      Self.list(request.request) { data throws(WireFault) in
        try SmartAPIDecoding.quotes(data, of: request.keys)
      }
    }
  }

  package func candles(
    of instrument: ListedInstrument, _ interval: CandleInterval, _ span: HistorySpan
  ) -> [BrokerQuery<[Candle]>] {
    SmartAPIRequests.candles(of: instrument.key, interval, span).map { piece in
      Self.list(piece.request) { data throws(WireFault) in try SmartAPIDecoding.candles(data) }
    }
  }

  package var feed: any BrokerFeed { SmartAPIFeed(client, clientCode: clientCode) }

  package func openInterest(
    of instrument: ListedInstrument, _ interval: CandleInterval, _ span: HistorySpan
  ) -> [BrokerQuery<[OpenInterestPoint]>] {
    SmartAPIRequests.openInterest(of: instrument.key, interval, span).map { piece in
      Self.list(piece.request) { data throws(WireFault) in
        try SmartAPIDecoding.openInterest(data)
      }
    }
  }

  package func greeks(of underlying: String, expiry: Day) -> BrokerQuery<[BrokerGreeks]>? {
    Self.list(SmartAPIRequests.greeks(of: underlying, expiry: expiry)) {
      data throws(WireFault) in try SmartAPIDecoding.greeks(data)
    }
  }

  // MARK: The session

  /// A login.
  package func logIn(
    clientCode: String, pin: Secret, code: Secret
  ) -> BrokerQuery<BrokerSession> {
    Self.single(SmartAPIRequests.logIn(clientCode: clientCode, pin: pin, code: code)) {
      data throws(WireFault) in .angelOne(try SmartAPISession(data))
    }
  }

  /// A refresh of a session.
  package func refresh(_ session: SmartAPISession) -> BrokerQuery<BrokerSession> {
    Self.single(SmartAPIRequests.refresh(session)) { data throws(WireFault) in
      .angelOne(try SmartAPISession(data, after: session))
    }
  }

  /// The end of the session.
  package func logOut(clientCode: String) -> BrokerQuery<Bool> {
    Self.list(SmartAPIRequests.logOut(clientCode: clientCode)) { _ throws(WireFault) in true }
  }

  // MARK: Answers

  /// A question for one thing.
  static func single<Value>(
    _ request: BrokerRequest,
    _ read: @escaping @Sendable (JSONValue) throws(WireFault) -> Value
  ) -> BrokerQuery<Value> {
    BrokerQuery(request) { answer in
      SmartAPIAnswer.outcome(status: answer.status, body: answer.body, for: .single).decoded(read)
    }
  }

  /// A question for a list; where there is nothing in it, that is read too.
  static func list<Value>(
    _ request: BrokerRequest,
    _ read: @escaping @Sendable (JSONValue?) throws(WireFault) -> Value
  ) -> BrokerQuery<Value> {
    BrokerQuery(request) { answer in
      SmartAPIAnswer.outcome(status: answer.status, body: answer.body, for: .list)
        .decodedList(read)
    }
  }
}
