internal import Market
package import Records
package import Scalars

extension KiteDecoding {
  /// The orders of the day, or the steps of one.
  package static func orders(_ data: JSONValue?) throws(WireFault) -> [BrokerOrder] {
    var found: [BrokerOrder] = []
    for row in try rows(data) { found.append(try order(row)) }
    return found
  }

  static func order(_ row: WireObject) throws(WireFault) -> BrokerOrder {
    // The broker writes zero for a price or a trigger that an order has not.
    BrokerOrder(
      id: try row.read(.text, "order_id"), uniqueID: nil,
      exchangeID: try row.find(.text, "exchange_order_id"),
      parentID: try row.find(.text, "parent_order_id"), tag: try row.find(.text, "tag"),
      segment: try segment(row), token: try token(row),
      symbol: try row.read(.text, "tradingsymbol"), side: try row.read(.side, "transaction_type"),
      pricing: WordTable.meaning(of: try row.read(.text, "order_type"), in: KiteWords.pricings),
      product: try product(row),
      validity: WordTable.meaning(
        of: try row.find(.text, "validity") ?? "", in: KiteWords.validities),
      variety: WordTable.meaning(
        of: try row.find(.text, "variety") ?? "", in: KiteWords.varieties),
      quantity: try row.read(.count, "quantity"), filled: try row.read(.count, "filled_quantity"),
      unfilled: try row.read(.count, "pending_quantity"),
      cancelled: try row.find(.count, "cancelled_quantity"),
      disclosed: try row.find(.count, "disclosed_quantity"),
      price: try row.find(.price, "price").unlessZero,
      trigger: try row.find(.price, "trigger_price").unlessZero,
      average: try row.find(.number, "average_price").unlessZero,
      status: WordTable.meaning(of: try row.read(.text, "status"), in: KiteWords.statuses),
      reason: try row.find(.text, firstOf: ["status_message_raw", "status_message"]) ?? "",
      updated: try row.find(.plainTime, "order_timestamp"),
      exchangeUpdated: try row.find(
        .plainTime, firstOf: ["exchange_update_timestamp", "exchange_timestamp"]))
  }

  /// The trades of the day, or those of an order.
  ///
  /// - Parameters:
  ///   - data: the book.
  ///   - day: the day of the session, for times without a date.
  package static func fills(
    _ data: JSONValue?, on day: Day
  ) throws(WireFault) -> [BrokerFill] {
    var found: [BrokerFill] = []
    for row in try rows(data) {
      found.append(
        BrokerFill(
          id: try row.read(.text, "trade_id"), segment: try segment(row),
          orderID: try row.read(.text, "order_id"), symbol: try row.read(.text, "tradingsymbol"),
          side: try row.read(.side, "transaction_type"), product: try product(row),
          quantity: try row.read(.count, "quantity"), price: try row.read(.price, "average_price"),
          time: try fillTime(row, on: day)))
    }
    return found
  }

  /// When a trade was: by the broker, else by the exchange, else by the time of the order, which has no
  /// date.
  private static func fillTime(_ row: WireObject, on day: Day) throws(WireFault) -> Timestamp {
    let dated = ["fill_timestamp", "exchange_timestamp"]
    if let time = try row.find(.plainTime, firstOf: dated) { return time }
    return Timestamp(day, second: try row.read(.secondOfDay, "order_timestamp"))
  }

  /// The positions, twice: what is held in all, and what was traded today.
  package static func positions(
    _ data: JSONValue?
  ) throws(WireFault) -> (net: [BrokerPosition], day: [BrokerPosition]) {
    guard let data else { return ([], []) }
    let fields = try WireObject(data, at: "data")
    return (try positions(fields.objects("net")), try positions(fields.objects("day")))
  }

  private static func positions(_ rows: [WireObject]) throws(WireFault) -> [BrokerPosition] {
    var found: [BrokerPosition] = []
    for row in rows { found.append(try position(row)) }
    return found
  }

  private static func position(_ row: WireObject) throws(WireFault) -> BrokerPosition {
    // One number for both, below zero where more was sold.
    let carried = try row.find(.whole, "overnight_quantity") ?? 0
    return BrokerPosition(
      segment: try segment(row), token: try token(row),
      symbol: try row.read(.text, "tradingsymbol"), product: try product(row),
      carriedBought: max(carried, 0), carriedSold: max(-carried, 0),
      bought: try row.read(.count, "buy_quantity"), sold: try row.read(.count, "sell_quantity"),
      net: try row.read(.whole, "quantity"),
      buyAverage: try row.find(.number, "buy_price").unlessZero,
      sellAverage: try row.find(.number, "sell_price").unlessZero,
      netAverage: try row.find(.number, "average_price").unlessZero,
      value: try row.find(.sum, "value"), last: try row.find(.price, "last_price"),
      profit: try row.find(.sum, "pnl"), realised: try row.find(.sum, "realised"),
      unrealised: try row.find(.sum, "unrealised"))
  }

  /// The shares.
  package static func holdings(_ data: JSONValue?) throws(WireFault) -> [Holding] {
    var found: [Holding] = []
    for row in try rows(data) {
      found.append(
        Holding(
          segment: try segment(row), token: try token(row),
          symbol: try row.read(.text, "tradingsymbol"), isin: try row.find(.text, "isin"),
          quantity: try row.read(.count, "quantity"),
          undelivered: try row.find(.count, "t1_quantity") ?? 0,
          pledged: try row.find(.count, "collateral_quantity"),
          average: try row.read(.number, "average_price"),
          last: try row.find(.price, "last_price"),
          previousClose: try row.find(.price, "close_price"),
          profit: try row.find(.number, "pnl")))
    }
    return found
  }
}

extension KiteDecoding {
  /// The objects of `data`, which is a list of them, or nothing.
  static func rows(_ data: JSONValue?) throws(WireFault) -> [WireObject] {
    guard let data, !data.isNothing else { return [] }
    guard data.kind == .list else {
      throw WireFault(field: "data", reason: .wrong(wanted: "a list"))
    }
    return try WireObject.list(data.elements, at: "data")
  }

  static func segment(_ row: WireObject) throws(WireFault) -> Worded<ExchangeSegment> {
    let name = try row.read(.text, "exchange")
    return ExchangeSegment(name: name).map { .known($0) } ?? .unknown(name)
  }

  static func product(_ row: WireObject) throws(WireFault) -> Worded<Product> {
    WordTable.meaning(of: try row.read(.text, "product"), in: KiteWords.products)
  }

  /// The exchange's number; nil where the broker has none, as for what has expired.
  static func token(_ row: WireObject) throws(WireFault) -> String? {
    guard let number = try row.find(.count, "instrument_token"), number != 0 else { return nil }
    guard let whole = UInt32(exactly: number) else {
      throw row.fault("instrument_token", .wrong(wanted: "a number of 32 bits"))
    }
    return KiteToken(whole).key?.token
  }
}
