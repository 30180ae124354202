internal import Market
package import Records
package import Scalars

extension SmartAPIDecoding {
  /// The orders of the day.
  package static func orders(_ data: JSONValue?) throws(WireFault) -> [BrokerOrder] {
    var found: [BrokerOrder] = []
    for row in try rows(data) { found.append(try order(row)) }
    return found
  }

  /// One order, as its details are given.
  package static func order(_ data: JSONValue) throws(WireFault) -> BrokerOrder {
    try order(WireObject(data, at: "data"))
  }

  private static func order(_ row: WireObject) throws(WireFault) -> BrokerOrder {
    // The broker writes zero for a price or a trigger that an order has not.
    BrokerOrder(
      id: try row.read(.text, "orderid"), uniqueID: try row.find(.text, "uniqueorderid"),
      exchangeID: try row.find(.text, "exchangeorderid"),
      parentID: try row.find(.text, "parentorderid"), tag: try row.find(.text, "ordertag"),
      segment: segment(try row.read(.text, "exchange")),
      token: try row.find(.text, "symboltoken"), symbol: try row.read(.text, "tradingsymbol"),
      side: try row.read(.side, "transactiontype"),
      pricing: WordTable.meaning(
        of: try row.read(.text, "ordertype"), in: SmartAPIWords.pricings),
      product: try product(row),
      validity: WordTable.meaning(
        of: try row.find(.text, "duration") ?? "", in: SmartAPIWords.validities),
      variety: WordTable.meaning(
        of: try row.find(.text, "variety") ?? "", in: SmartAPIWords.varieties),
      quantity: try row.read(.count, "quantity"),
      filled: try row.read(.count, "filledshares"),
      unfilled: try row.read(.count, "unfilledshares"),
      cancelled: try row.find(.count, "cancelsize"),
      disclosed: try row.find(.count, "disclosedquantity"),
      price: try row.find(.price, "price").unlessZero,
      trigger: try row.find(.price, "triggerprice").unlessZero,
      average: try row.find(.number, "averageprice").unlessZero,
      status: WordTable.meaning(of: try status(row), in: SmartAPIWords.statuses),
      reason: try row.find(.text, "text") ?? "", updated: try row.find(.time, "updatetime"),
      exchangeUpdated: try row.find(.time, "exchorderupdatetime"))
  }

  /// The word for where an order stands, which two fields hold.
  private static func status(_ row: WireObject) throws(WireFault) -> String {
    if let status = try row.find(.text, "orderstatus") { return status }
    return try row.read(.text, "status")
  }

  /// The trades of the day.
  ///
  /// - Parameters:
  ///   - data: the book.
  ///   - day: the day of the session: the book gives the time alone.
  package static func fills(
    _ data: JSONValue?, on day: Day
  ) throws(WireFault) -> [BrokerFill] {
    var found: [BrokerFill] = []
    for row in try rows(data) {
      found.append(
        BrokerFill(
          id: try row.read(.text, "fillid"), segment: segment(try row.read(.text, "exchange")),
          orderID: try row.read(.text, "orderid"), symbol: try row.read(.text, "tradingsymbol"),
          side: try row.read(.side, "transactiontype"), product: try product(row),
          quantity: try row.read(.count, "fillsize"), price: try row.read(.price, "fillprice"),
          time: try time(row, on: day)))
    }
    return found
  }

  /// The time of a trade: without a date, or with one, as the order book has it.
  private static func time(_ row: WireObject, on day: Day) throws(WireFault) -> Timestamp {
    let text = Array(try row.read(.text, "filltime").utf8)
    if let second = BrokerTime.secondOfDay(text.span) { return Timestamp(day, second: second) }
    return try row.read(.time, "filltime")
  }

  /// The positions.
  package static func positions(_ data: JSONValue?) throws(WireFault) -> [BrokerPosition] {
    var found: [BrokerPosition] = []
    for row in try rows(data) { found.append(try position(row)) }
    return found
  }

  private static func position(_ row: WireObject) throws(WireFault) -> BrokerPosition {
    BrokerPosition(
      segment: segment(try row.read(.text, "exchange")), token: try row.find(.text, "symboltoken"),
      symbol: try row.read(.text, "tradingsymbol"), product: try product(row),
      carriedBought: try row.find(.count, "cfbuyqty") ?? 0,
      carriedSold: try row.find(.count, "cfsellqty") ?? 0, bought: try row.read(.count, "buyqty"),
      sold: try row.read(.count, "sellqty"), net: try row.read(.whole, "netqty"),
      buyAverage: try row.find(.number, "buyavgprice").unlessZero,
      sellAverage: try row.find(.number, "sellavgprice").unlessZero,
      netAverage: try row.find(.number, "avgnetprice").unlessZero,
      value: try row.find(.money, "netvalue"), last: try row.find(.price, "ltp"),
      profit: try row.find(.money, "pnl"), realised: try row.find(.money, "realised"),
      unrealised: try row.find(.money, "unrealised"))
  }

  /// The shares: a list of them, or an object that holds one beside sums.
  package static func holdings(_ data: JSONValue?) throws(WireFault) -> [Holding] {
    var found: [Holding] = []
    for row in try heldRows(data) { found.append(try holding(row)) }
    return found
  }

  private static func heldRows(_ data: JSONValue?) throws(WireFault) -> [WireObject] {
    guard let data, data.kind == .object else { return try rows(data) }
    return try WireObject(data, at: "data").objects("holdings")
  }

  private static func holding(_ row: WireObject) throws(WireFault) -> Holding {
    Holding(
      segment: segment(try row.read(.text, "exchange")), token: try row.find(.text, "symboltoken"),
      symbol: try row.read(.text, "tradingsymbol"), isin: try row.find(.text, "isin"),
      quantity: try row.read(.count, "quantity"),
      undelivered: try row.find(.count, "t1quantity") ?? 0,
      pledged: try row.find(.count, "collateralquantity"),
      average: try row.read(.number, "averageprice"), last: try row.find(.price, "ltp"),
      previousClose: try row.find(.price, "close"),
      profit: try row.find(.number, "profitandloss"))
  }

  private static func segment(_ name: String) -> Worded<ExchangeSegment> {
    ExchangeSegment(name: name).map { .known($0) } ?? .unknown(name)
  }

  private static func product(_ row: WireObject) throws(WireFault) -> Worded<Product> {
    WordTable.meaning(of: try row.read(.text, "producttype"), in: SmartAPIWords.products)
  }
}

extension Number? {
  /// Nothing where it is zero: then there is nothing to take an average of.
  var unlessZero: Number? { flatMap { $0 == Number(0) ? nil : $0 } }
}
