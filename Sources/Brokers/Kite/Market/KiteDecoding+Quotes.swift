internal import Market
package import Records
internal import Scalars

/// What the `data` of Kite's answers holds, one function for each call.
///
/// All of them throw where something cannot be read; an empty list comes only from an empty list.
package enum KiteDecoding {}

extension KiteDecoding {
  /// Quotes.
  ///
  /// Kite leaves out what it does not know, with no word of it.
  ///
  /// - Parameters:
  ///   - data: what came back; nil for an answer that holds nothing.
  ///   - instruments: what was asked for. All of it is in the outcome, in this order.
  package static func quotes(
    _ data: JSONValue?, of instruments: [KiteQuoted]
  ) throws(WireFault) -> QuoteBatch {
    var rows: [String: JSONValue] = [:]
    if let data {
      let fields = try WireObject(data, at: "data")
      for (name, value) in fields.value.members { rows[name] = value }
    }
    var quotes: [Quote] = []
    var unfetched: [UnfetchedToken] = []
    for instrument in instruments {
      do throws(UnfetchedToken.Reason) {
        quotes.append(try quote(instrument, rows[instrument.name]))
      } catch {
        unfetched.append(UnfetchedToken(key: instrument.key, reason: error, mayRepeat: false))
      }
    }
    return QuoteBatch(quotes: quotes, unfetched: unfetched)
  }

  /// A quote; one that cannot be read does not cost its neighbours anything.
  private static func quote(
    _ instrument: KiteQuoted, _ value: JSONValue?
  ) throws(UnfetchedToken.Reason) -> Quote {
    guard let value else { throw .notMentioned }
    do throws(WireFault) {
      return try quote(instrument, WireObject(value, at: "data.\(instrument.name)"))
    } catch {
      throw .unreadable(error)
    }
  }

  private static func quote(
    _ instrument: KiteQuoted, _ row: WireObject
  ) throws(WireFault) -> Quote {
    let number = try row.read(.count, "instrument_token")
    if let token = instrument.token, number != Int64(token.number) {
      throw row.fault("instrument_token", .wrong(wanted: "the number of \(instrument.name)"))
    }
    let prices = try row.object("ohlc")
    // The change is left alone: it may be zero, or the wrapped number that a negative one becomes.
    return Quote(
      key: instrument.key, symbol: instrument.symbol, last: try row.read(.price, "last_price"),
      open: try prices?.find(.price, "open").unlessZero,
      high: try prices?.find(.price, "high").unlessZero,
      low: try prices?.find(.price, "low").unlessZero,
      previousClose: try prices?.find(.price, "close").unlessZero,
      average: try row.find(.number, "average_price"),
      lastQuantity: try row.find(.count, "last_quantity"),
      volume: try row.find(.count, "volume"),
      openInterest: instrument.key.segment.listsDerivatives ? try row.find(.count, "oi") : nil,
      totalBids: try row.find(.count, "buy_quantity"),
      totalAsks: try row.find(.count, "sell_quantity"),
      lowerCircuit: try row.find(.price, "lower_circuit_limit").unlessZero,
      upperCircuit: try row.find(.price, "upper_circuit_limit").unlessZero,
      yearLow: nil, yearHigh: nil, feedTime: try row.find(.plainTime, "timestamp").unlessNever,
      tradeTime: try row.find(.plainTime, "last_trade_time").unlessNever,
      depth: try depth(row.object("depth")))
  }

  private static func depth(_ sides: WireObject?) throws(WireFault) -> Depth {
    guard let sides else { return .none }
    return Depth(
      bids: try DepthLevel.levels(of: sides, "buy"), asks: try DepthLevel.levels(of: sides, "sell"))
  }

  /// Candles, in the order in which they came.
  package static func candles(_ data: JSONValue?) throws(WireFault) -> [Candle] {
    guard let data else { return [] }
    let fields = try WireObject(data, at: "data")
    var found: [Candle] = []
    for (index, row) in try fields.read(.list, "candles").enumerated() {
      found.append(
        try CandleCells(row.elements, at: "data.candles[\(index)]")
          .candle(.shortOffsetTime, hasInterest: true))
    }
    return found
  }
}

extension Timestamp? {
  /// Nothing where it is the first instant that is counted, which stands for never.
  fileprivate var unlessNever: Timestamp? { self?.milliseconds == 0 ? nil : self }
}
