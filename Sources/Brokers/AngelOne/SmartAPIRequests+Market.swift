private import Market
package import Scalars
internal import Transport

/// How much a quote is to say.
package enum QuoteMode: String, CaseIterable, Sendable {
  /// The last price.
  case last = "LTP"
  /// That, and the prices of the day.
  case prices = "OHLC"
  /// All there is.
  case full = "FULL"
}

/// Some instruments, and the request that asks for them.
package struct QuoteRequest: Sendable {
  package let keys: [InstrumentKey]
  package let request: BrokerRequest
}

extension SmartAPIRequests {
  /// The list of all instruments, for which nobody has to log in.
  static func instruments(otherThan known: WireVersion) -> BrokerRequest {
    BrokerRequest(
      method: .get, path: "", host: .instruments, conditions: known.conditions, body: nil,
      content: nil, limit: LimitGroup.AngelOne.other, mayRepeat: true, needsSession: false)
  }

  /// The most instruments of a request for quotes, over all exchanges together.
  package static let mostQuotes = 50

  /// Quotes in as few requests as possible; an instrument that is named twice is asked for once.
  ///
  /// - Parameters:
  ///   - keys: the instruments, in the order in which they matter.
  ///   - batch: how many a request may name, ``mostQuotes`` at the most.
  package static func quotes(
    _ keys: [InstrumentKey], _ mode: QuoteMode, batch: Int = mostQuotes
  ) -> [QuoteRequest] {
    let batch = min(max(batch, 1), mostQuotes)
    var seen: Set<InstrumentKey> = []
    let distinct = keys.filter { seen.insert($0).inserted }
    return stride(from: 0, to: distinct.count, by: batch).map { start in
      let part = Array(distinct[start..<min(start + batch, distinct.count)])
      return QuoteRequest(keys: part, request: quote(part, mode))
    }
  }

  private static func quote(_ keys: [InstrumentKey], _ mode: QuoteMode) -> BrokerRequest {
    let lists = ExchangeSegment.allCases.compactMap { segment in
      let tokens = keys.filter { $0.segment == segment }.map { JSONPart.text($0.token).json }
      return tokens.isEmpty ? nil : "\"\(segment.name)\":[\(tokens.joined(separator: ","))]"
    }
    let body = JSONPart.object([
      "mode": .text(mode.rawValue),
      "exchangeTokens": .written("{\(lists.joined(separator: ","))}"),
    ])
    return reading("/market/v1/quote/", body, LimitGroup.AngelOne.quotes)
  }

  /// The Greeks of all strikes of an expiry.
  package static func greeks(of underlying: String, expiry: Day) -> BrokerRequest {
    reading(
      "/marketData/v1/optionGreek",
      .object(["name": .text(underlying), "expirydate": .text(expiry.brokerText)]),
      LimitGroup.AngelOne.greeks)
  }

  /// Candles, in requests that are as long as they may be and together leave no bar out.
  package static func candles(
    of key: InstrumentKey, _ interval: CandleInterval, _ span: HistorySpan
  ) -> [HistoryRequest] {
    history("getCandleData", of: key, interval, span, LimitGroup.AngelOne.candles)
  }

  /// Open interest, in such requests too.
  package static func openInterest(
    of key: InstrumentKey, _ interval: CandleInterval, _ span: HistorySpan
  ) -> [HistoryRequest] {
    history("getOIData", of: key, interval, span, LimitGroup.AngelOne.openInterest)
  }

  private static func history(
    _ call: String, of key: InstrumentKey, _ interval: CandleInterval, _ span: HistorySpan,
    _ limit: LimitGroup
  ) -> [HistoryRequest] {
    span.pieces(ofDays: interval.smartAPIDays).map { piece in
      let body = JSONPart.object([
        "exchange": .text(key.segment.name), "symboltoken": .text(key.token),
        "interval": .text(interval.smartAPIName), "fromdate": .text(minute(piece.start)),
        "todate": .text(minute(piece.end)),
      ])
      return HistoryRequest(
        span: piece, request: reading("/historical/v1/\(call)", body, limit))
    }
  }

  /// A minute as in `2026-11-20 09:15`.
  private static func minute(_ time: Timestamp) -> String {
    let text = time.description
    return text.prefix(10) + " " + text.dropFirst(11).prefix(5)
  }
}

/// A span of time, and the request that asks for what happened in it.
package struct HistoryRequest: Sendable {
  package let span: HistorySpan
  package let request: BrokerRequest
}
