internal import Market
package import Records
internal import Scalars

extension SmartAPIDecoding {
  /// The Greeks of an expiry, as far as there are any.
  package static func greeks(_ data: JSONValue?) throws(WireFault) -> [BrokerGreeks] {
    var found: [BrokerGreeks] = []
    for row in try rows(data) {
      let contract = Contract(
        underlying: try row.read(.text, "name"), expiry: try row.read(.day, "expiry"),
        terms: .option(
          strike: try row.read(.price, "strikePrice"), right: try row.read(.right, "optionType")))
      found.append(
        BrokerGreeks(
          contract: contract, delta: try row.read(.number, "delta"),
          gamma: try row.read(.number, "gamma"), theta: try row.read(.number, "theta"),
          vega: try row.read(.number, "vega"),
          impliedVolatility: try row.read(.number, "impliedVolatility"),
          volume: try row.read(.number, "tradeVolume")))
    }
    return found
  }

  /// Candles, in the order in which they came.
  package static func candles(_ data: JSONValue?) throws(WireFault) -> [Candle] {
    var found: [Candle] = []
    for (index, row) in try list(data).enumerated() {
      found.append(
        try CandleCells(row.elements, at: "data[\(index)]").candle(.standardTime))
    }
    return found
  }

  /// Points of open interest, in the order in which they came.
  package static func openInterest(
    _ data: JSONValue?
  ) throws(WireFault) -> [OpenInterestPoint] {
    var found: [OpenInterestPoint] = []
    for row in try rows(data) {
      found.append(
        OpenInterestPoint(
          time: try row.read(.standardTime, "time"), openInterest: try row.read(.count, "oi")))
    }
    return found
  }
}

extension SmartAPIDecoding {
  /// The elements of `data`, which is a list, or nothing.
  static func list(_ data: JSONValue?) throws(WireFault) -> [JSONValue] {
    guard let data, !data.isNothing else { return [] }
    guard let list = WireType<[JSONValue]>.list.read(data) else {
      throw WireFault(field: "data", reason: .wrong(wanted: "a list"))
    }
    return list
  }

  /// The objects of `data`, which is a list of them, or nothing.
  static func rows(_ data: JSONValue?) throws(WireFault) -> [WireObject] {
    try WireObject.list(list(data), at: "data")
  }
}
