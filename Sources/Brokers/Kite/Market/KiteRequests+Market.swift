internal import Scalars
internal import Transport

/// An instrument that Kite is to quote: how it is known here, and its symbol there.
package struct KiteQuoted: Sendable, Hashable {
  package let key: InstrumentKey
  package let symbol: String
  /// Its number, by which the answer is checked; nil where it has none.
  let token: KiteToken?

  /// Names an instrument.
  package init(_ key: InstrumentKey, symbol: String, isIndex: Bool = false) {
    self.key = key
    self.symbol = symbol
    token = KiteToken(key, isIndex: isIndex)
  }

  /// Names an instrument of Kite's list.
  package init(_ listed: ListedInstrument) {
    self.init(listed.key, symbol: listed.symbol, isIndex: listed.kind == .index)
  }

  /// What Kite calls it, as in `NFO:NIFTY26NOV24500CE`.
  var name: String { "\(key.segment.name):\(symbol)" }
}

/// Some instruments, and the request that asks Kite for them.
package struct KiteQuoteRequest: Sendable {
  package let instruments: [KiteQuoted]
  package let mode: QuoteMode
  package let request: BrokerRequest

  init(_ instruments: [KiteQuoted], _ mode: QuoteMode) {
    self.instruments = instruments
    self.mode = mode
    let call =
      switch mode {
      case .last: "/quote/ltp"
      case .prices: "/quote/ohlc"
      case .full: "/quote"
      }
    let names = instruments.map { "i=" + PercentText.quoted($0.name, keepsColon: true) }
    request = KiteRequests.reading(
      "\(call)?\(names.joined(separator: "&"))", LimitGroup.Kite.quotes)
  }
}

extension KiteRequests {
  /// The most instruments of a request.
  package static func mostQuotes(_ mode: QuoteMode) -> Int { mode == .full ? 500 : 1000 }

  /// Quotes in as few requests as possible; an instrument that is named twice is asked for once.
  ///
  /// - Parameters:
  ///   - instruments: in the order in which they matter.
  ///   - batch: how many a request may name; nil for as many as the broker allows.
  package static func quotes(
    _ instruments: [KiteQuoted], _ mode: QuoteMode, batch: Int? = nil
  ) -> [KiteQuoteRequest] {
    let most = mostQuotes(mode)
    let batch = min(max(batch ?? most, 1), most)
    var seen: Set<InstrumentKey> = []
    let distinct = instruments.filter { seen.insert($0.key).inserted }
    return stride(from: 0, to: distinct.count, by: batch).map { start in
      KiteQuoteRequest(Array(distinct[start..<min(start + batch, distinct.count)]), mode)
    }
  }

  /// The list of instruments of all exchanges; the answer is a table.
  package static func instruments(
    otherThan known: WireVersion = WireVersion()
  ) -> BrokerRequest {
    BrokerRequest(
      method: .get, path: "/instruments", host: .instruments, conditions: known.conditions,
      body: nil, content: nil,
      limit: LimitGroup.Kite.other, mayRepeat: true, needsSession: true)
  }

  /// Candles with their open interest, in requests that are as long as they may be and together leave
  /// no bar out.
  package static func candles(
    of token: KiteToken, _ interval: CandleInterval, _ span: HistorySpan
  ) -> [HistoryRequest] {
    span.pieces(ofDays: interval.kiteDays).map { piece in
      // To the last second of the last minute, so that its bar is there whichever way the end counts.
      let range = "from=\(time(piece.start, second: "00"))&to=\(time(piece.end, second: "59"))"
      let path = "/instruments/historical/\(token.number)/\(interval.kiteName)"
      return HistoryRequest(
        span: piece,
        request: reading("\(path)?\(range)&continuous=0&oi=1", LimitGroup.Kite.history))
    }
  }

  /// A time as in `2026-11-20+09:15:00`.
  private static func time(_ time: Timestamp, second: String) -> String {
    let text = time.description
    return "\(text.prefix(10))+\(text.dropFirst(11).prefix(5)):\(second)"
  }
}

extension CandleInterval {
  /// What Kite calls it.
  package var kiteName: String {
    switch self {
    case .minute: "minute"
    case .threeMinutes: "3minute"
    case .fiveMinutes: "5minute"
    case .tenMinutes: "10minute"
    case .fifteenMinutes: "15minute"
    case .thirtyMinutes: "30minute"
    case .hour: "60minute"
    case .day: "day"
    }
  }

  /// How many days one request of Kite may span.
  package var kiteDays: Int {
    switch self {
    case .minute: 60
    case .threeMinutes, .fiveMinutes, .tenMinutes: 100
    case .fifteenMinutes, .thirtyMinutes: 200
    case .hour: 400
    case .day: 2000
    }
  }
}
