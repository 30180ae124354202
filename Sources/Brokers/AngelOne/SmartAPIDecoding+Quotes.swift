internal import Market
package import Records
internal import Scalars

/// What the `data` of SmartAPI's answers holds, one function for each call.
///
/// All of them throw where something cannot be read; an empty list comes only from an empty list.
package enum SmartAPIDecoding {}

extension SmartAPIDecoding {
  /// Quotes.
  ///
  /// - Parameters:
  ///   - data: what came back; nil for an answer that holds nothing.
  ///   - keys: what was asked for. All of it is in the outcome, in this order.
  package static func quotes(
    _ data: JSONValue?, of keys: [InstrumentKey]
  ) throws(WireFault) -> QuoteBatch {
    var answers: [InstrumentKey: Result<Quote, UnfetchedToken.Reason>] = [:]
    var repeatable: Set<InstrumentKey> = []
    if let data {
      let fields = try WireObject(data, at: "data")
      for row in try fields.objects("fetched") {
        let key = try key(of: row)
        if answers[key] == nil { answers[key] = quote(key, row) }
      }
      for row in try fields.list("unfetched") {
        let key = try key(of: row)
        let code = try row.find(.text, "errorCode") ?? ""
        guard answers[key] == nil else { continue }
        answers[key] = .failure(
          .refused(code: code, message: try row.find(.text, "message") ?? ""))
        if SmartAPICode.named(code)?.act == .retryToken { repeatable.insert(key) }
      }
    }
    return batch(keys, answers, repeatable: repeatable)
  }

  private static func batch(
    _ keys: [InstrumentKey], _ answers: [InstrumentKey: Result<Quote, UnfetchedToken.Reason>],
    repeatable: Set<InstrumentKey>
  ) -> QuoteBatch {
    var quotes: [Quote] = []
    var unfetched: [UnfetchedToken] = []
    for key in keys {
      switch answers[key] ?? .failure(.notMentioned) {
      case .success(let quote): quotes.append(quote)
      case .failure(let reason):
        unfetched.append(
          UnfetchedToken(key: key, reason: reason, mayRepeat: repeatable.contains(key)))
      }
    }
    return QuoteBatch(quotes: quotes, unfetched: unfetched)
  }

  private static func key(of row: WireObject) throws(WireFault) -> InstrumentKey {
    InstrumentKey(try row.read(.segment, "exchange"), try row.read(.text, "symbolToken"))
  }

  /// A quote; one that cannot be read does not cost its neighbours anything.
  private static func quote(
    _ key: InstrumentKey, _ row: WireObject
  ) -> Result<Quote, UnfetchedToken.Reason> {
    do throws(WireFault) {
      return .success(try readQuote(key, row))
    } catch {
      return .failure(.unreadable(error))
    }
  }

  private static func readQuote(
    _ key: InstrumentKey, _ row: WireObject
  ) throws(WireFault) -> Quote {
    let hasInterest = key.segment.listsDerivatives
    return Quote(
      key: key, symbol: try row.read(.text, "tradingSymbol"), last: try row.read(.price, "ltp"),
      open: try row.find(.price, "open").unlessZero, high: try row.find(.price, "high").unlessZero,
      low: try row.find(.price, "low").unlessZero,
      previousClose: try row.find(.price, "close").unlessZero,
      average: try row.find(.number, "avgPrice"),
      lastQuantity: try row.find(.count, "lastTradeQty"),
      volume: try row.find(.count, "tradeVolume"),
      // For shares it is a number without a meaning.
      openInterest: hasInterest ? try row.find(.count, "opnInterest") : nil,
      totalBids: try row.find(.count, "totBuyQuan"), totalAsks: try row.find(.count, "totSellQuan"),
      lowerCircuit: try row.find(.price, "lowerCircuit").unlessZero,
      upperCircuit: try row.find(.price, "upperCircuit").unlessZero,
      yearLow: try row.find(.price, "52WeekLow").unlessZero,
      yearHigh: try row.find(.price, "52WeekHigh").unlessZero,
      feedTime: try row.find(.time, "exchFeedTime"),
      tradeTime: try row.find(.time, "exchTradeTime"), depth: try depth(row.object("depth")))
  }

  private static func depth(_ sides: WireObject?) throws(WireFault) -> Depth {
    guard let sides else { return .none }
    return Depth(
      bids: try DepthLevel.levels(of: sides, "buy"),
      asks: try DepthLevel.levels(of: sides, "sell"))
  }
}

extension Money? {
  /// Nothing where it is zero: then there has been no such price.
  var unlessZero: Money? { self?.paise == 0 ? nil : self }
}
