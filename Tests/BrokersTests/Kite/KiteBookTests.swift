import Brokers
import Market
import Records
import Scalars
import Testing

@Suite struct KiteBookTests {
  static let order = """
    {"placed_by":"AB1234","order_id":"2405211000000000123","exchange_order_id":null,"parent_order_id":null,
    "status":"OPEN","status_message":null,"status_message_raw":null,"order_timestamp":"2021-05-31 09:18:57",
    "exchange_update_timestamp":"2021-05-31 09:18:58","exchange_timestamp":"2021-05-31 09:15:38",
    "variety":"regular","modified":false,"exchange":"NFO","tradingsymbol":"NIFTY26NOV24500CE",
    "instrument_token":12073986,"order_type":"LIMIT","transaction_type":"BUY","validity":"DAY",
    "validity_ttl":0,"product":"NRML","quantity":130,"disclosed_quantity":0,"price":194.5,"trigger_price":0,
    "average_price":194.4833,"filled_quantity":65,"pending_quantity":65,"cancelled_quantity":0,
    "market_protection":0,"meta":{},"tag":null,"tags":["a"],"guid":"XXXXX"}
    """

  private func read(_ sound: String = "", _ broken: String = "") throws -> BrokerOrder {
    let text = sound.isEmpty ? Self.order : Self.order.replacing(sound, with: broken)
    return try #require(KiteDecoding.orders(json("[\(text)]")).first)
  }

  @Test func readsAnOrder() throws {
    let order = try read()
    #expect(order.id == "2405211000000000123" && order.exchangeID == nil && order.tag == nil)
    #expect(order.segment == .known(.nfo) && order.token == "47164" && order.side == .buy)
    #expect(order.pricing == .known(.limit) && order.product == .known(.carryForward))
    #expect(order.validity == .known(.day) && order.variety == .known(.regular))
    #expect(order.quantity == 130 && order.filled == 65 && order.unfilled == 65)
    #expect(order.price == paise(19_450) && order.trigger == nil && order.reason.isEmpty)
    #expect(order.average == (try number("194.4833")) && order.status == .known(.working))
    #expect(order.updated == (try time("2021-05-31T09:18:57+05:30")))
    #expect(order.exchangeUpdated == (try time("2021-05-31T09:18:58+05:30")))
  }

  @Test func anOrderThatWasRejectedSaysWhy() throws {
    let order = try read(
      #""status_message":null,"status_message_raw":null"#,
      #""status_message":"short","status_message_raw":"RMS: long""#)
    #expect(order.reason == "RMS: long")
    #expect(
      try read(#""status_message":null"#, #""status_message":"short""#).reason == "short")
    #expect(
      try read(#""exchange_update_timestamp":"2021-05-31 09:18:58""#, #""x":1"#).exchangeUpdated
        == time("2021-05-31T09:15:38+05:30"))
  }

  static let statuses: [(String, OrderStatus)] = [
    ("COMPLETE", .filled), ("REJECTED", .rejected), ("CANCELLED", .cancelled), ("OPEN", .working),
    ("TRIGGER PENDING", .waitingForTrigger), ("PUT ORDER REQ RECEIVED", .sent),
    ("VALIDATION PENDING", .sent), ("OPEN PENDING", .sent), ("MODIFY PENDING", .changing),
    ("MODIFY VALIDATION PENDING", .changing), ("CANCEL PENDING", .changing),
    ("AMO REQ RECEIVED", .queued), ("CANCELLED AMO", .cancelled),
  ]

  @Test(arguments: statuses)
  func knowsTheStatuses(word: String, status: OrderStatus) throws {
    #expect(try read(#""OPEN""#, "\"\(word)\"").status == .known(status))
  }

  @Test func knowsTheWords() throws {
    let products: [(String, Product)] = [
      ("CNC", .delivery), ("NRML", .carryForward), ("MIS", .intraday), ("MTF", .margin),
      ("BO", .bracket),
    ]
    for (word, product) in products {
      #expect(try read(#""NRML""#, "\"\(word)\"").product == .known(product))
    }
    let pricings: [(String, OrderPricing)] = [
      ("MARKET", .market), ("LIMIT", .limit), ("SL", .stopLimit), ("SL-M", .stopMarket),
    ]
    for (word, pricing) in pricings {
      #expect(try read(#""LIMIT""#, "\"\(word)\"").pricing == .known(pricing))
    }
    let varieties: [(String, OrderVariety)] = [
      ("regular", .regular), ("amo", .afterMarket), ("co", .cover), ("iceberg", .iceberg),
      ("auction", .auction),
    ]
    for (word, variety) in varieties {
      #expect(try read(#""regular""#, "\"\(word)\"").variety == .known(variety))
    }
    for (word, validity) in [("IOC", OrderValidity.immediate), ("TTL", .timed)] {
      #expect(try read(#""DAY""#, "\"\(word)\"").validity == .known(validity))
    }
  }

  @Test func neverGuessesAWord() throws {
    #expect(try read(#""OPEN""#, #""HALF OPEN""#).status == .unknown("HALF OPEN"))
    #expect(try read(#""NRML""#, #""CO""#).product == .unknown("CO"))
    #expect(try read(#""regular""#, #""new""#).variety == .unknown("new"))
    #expect(try read(#""NFO""#, #""NEW""#).segment == .unknown("NEW"))
    #expect(try read("12073986", "0").token == nil)
  }

  @Test(arguments: [
    (#""quantity":130"#, #""quantity":130.5"#, "quantity"),
    (#""BUY""#, #""B""#, "transaction_type"),
    (#""filled_quantity":65,"#, "", "filled_quantity"), ("194.5,", "194.505,", "price"),
    (#""2405211000000000123""#, "null", "order_id"), (#""status":"OPEN","#, "", "status"),
    ("2021-05-31 09:18:57", "09:18:57", "order_timestamp"),
    ("12073986", "99999999999", "instrument_token"),
  ])
  func aBookThatCannotBeReadIsNotEmpty(sound: String, broken: String, field: String) throws {
    let text = Self.order.replacing(sound, with: broken)
    #expect(text != Self.order)
    let data = try json("[\(Self.order),\(text)]")
    #expect {
      try KiteDecoding.orders(data)
    } throws: {
      ($0 as? WireFault)?.field == "data[1].\(field)"
    }
  }

  @Test func booksMayBeEmpty() throws {
    #expect(try KiteDecoding.orders(nil).isEmpty && KiteDecoding.orders(json("[]")).isEmpty)
    #expect(try KiteDecoding.fills(nil, on: day("2026-11-20")).isEmpty)
    #expect(try KiteDecoding.holdings(json("null")).isEmpty)
    let positions = try KiteDecoding.positions(json(#"{"net":[],"day":[]}"#))
    #expect(positions.net.isEmpty && positions.day.isEmpty)
    #expect(throws: WireFault.self) { try KiteDecoding.orders(json("{}")) }
    #expect(throws: WireFault(field: "data.day", reason: .missing)) {
      try KiteDecoding.positions(json(#"{"net":[]}"#))
    }
  }

  private static let fill = """
    {"trade_id":"10000000","order_id":"200000000000000","exchange":"NSE","tradingsymbol":"SBIN",
    "instrument_token":779521,"product":"CNC","average_price":420.65,"quantity":1,
    "exchange_order_id":"300000000000000","transaction_type":"SELL","fill_timestamp":"2021-05-31 09:16:40",
    "order_timestamp":"09:16:39","exchange_timestamp":"2021-05-31 09:16:38"}
    """

  /// The time of the order has no date, and that of the trade has one.
  @Test(arguments: [
    ("", "", "2021-05-31T09:16:40+05:30"),
    (#""fill_timestamp":"2021-05-31 09:16:40","#, "", "2021-05-31T09:16:38+05:30"),
    (
      #""fill_timestamp":"2021-05-31 09:16:40","order_timestamp":"09:16:39","exchange_timestamp":"2021-05-31 09:16:38""#,
      #""order_timestamp":"09:16:39","exchange_timestamp":null"#, "2021-05-30T09:16:39+05:30"
    ),
  ])
  func readsAFill(sound: String, other: String, instant: String) throws {
    let plain = Self.fill.replacing("\n", with: "")
    let text = sound.isEmpty ? plain : plain.replacing(sound, with: other)
    let fill = try #require(
      KiteDecoding.fills(json("[\(text)]"), on: day("2021-05-30")).first)
    #expect(fill.time == (try time(instant)))
    #expect(fill.id == "10000000" && fill.orderID == "200000000000000" && fill.quantity == 1)
    #expect(fill.side == .sell && fill.price == paise(42_065) && fill.product == .known(.delivery))
  }

  @Test(arguments: ["2021-05-31 9:16:40", "2021-05-31", "25:00:00"])
  func aFillWithoutATimeIsNone(text: String) throws {
    let broken = Self.fill.replacing("2021-05-31 09:16:40", with: text)
    let data = try json("[\(broken)]")
    #expect(throws: WireFault.self) { try KiteDecoding.fills(data, on: day("2021-05-31")) }
  }

  private static let position = """
    {"tradingsymbol":"NIFTY26NOV24500CE","exchange":"NFO","instrument_token":12073986,"product":"NRML",
    "quantity":-65,"overnight_quantity":-130,"multiplier":1,"average_price":83.575,"close_price":0,
    "last_price":83.4,"value":5432.374999999999,"pnl":11.374999999999545,"m2m":11.37,"unrealised":11.375,
    "realised":0,"buy_quantity":65,"buy_price":83.4,"buy_value":5421,"buy_m2m":5421,"sell_quantity":130,
    "sell_price":83.575,"sell_value":10864.75,"sell_m2m":1,"day_buy_quantity":65,"day_buy_price":83.4,
    "day_buy_value":1,"day_sell_quantity":0,"day_sell_price":0,"day_sell_value":0}
    """

  @Test func readsPositions() throws {
    let positions = try KiteDecoding.positions(
      json(#"{"net":[\#(Self.position)],"day":[]}"#))
    let position = try #require(positions.net.first)
    #expect(positions.day.isEmpty && position.token == "47164" && position.isConsistent)
    #expect(position.net == -65 && position.carriedBought == 0 && position.carriedSold == 130)
    #expect(position.bought == 65 && position.sold == 130 && position.last == paise(8340))
    // Sums that were not rounded are taken to the nearest paisa.
    #expect(position.value == paise(543_237) && position.profit == paise(1137))
    #expect(position.unrealised == paise(1138) && position.realised == paise(0))
    #expect(position.netAverage == (try number("83.575")))
  }

  @Test func readsHoldings() throws {
    let row = """
      {"tradingsymbol":"AARON","exchange":"NSE","instrument_token":263681,"isin":"INE721Z01010","product":"CNC",
      "price":0,"quantity":1,"used_quantity":0,"t1_quantity":1,"realised_quantity":1,"authorised_quantity":0,
      "collateral_quantity":0,"collateral_type":"","average_price":161,"last_price":352.95,"close_price":352.35,
      "pnl":191.95,"day_change":0.6,"discrepancy":false}
      """
    let holding = try #require(KiteDecoding.holdings(json("[\(row)]")).first)
    #expect(holding.symbol == "AARON" && holding.quantity == 1 && holding.undelivered == 1)
    #expect(holding.pledged == 0 && holding.token == "1030" && holding.last == paise(35_295))
    #expect(try holding.average == Number(161) && holding.profit == number("191.95"))
  }
}
