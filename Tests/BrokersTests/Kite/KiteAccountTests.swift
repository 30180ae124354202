import Brokers
import Market
import Records
import Scalars
import Testing
import Transport

@Suite struct KiteAccountTests {
  @Test func readsAProfile() throws {
    let profile = try KiteDecoding.profile(json(KiteSessionTests.answer))
    #expect(profile.clientCode == "AB1234" && profile.name == "X Y")
    #expect(profile.exchanges == ["NSE", "NFO"] && profile.products == ["CNC"])
    #expect(throws: WireFault(field: "data.user_id", reason: .missing)) {
      try KiteDecoding.profile(json("{}"))
    }
  }

  private static let funds = """
    {"enabled":true,"net":99725.05000000002,"available":{"adhoc_margin":0,"cash":245431.6,"opening_balance":245431.6,
    "live_balance":99725.05000000002,"collateral":1000,"intraday_payin":0},"utilised":{"debits":145706.55,
    "exposure":38981.25,"m2m_realised":761.7,"m2m_unrealised":0,"option_premium":0,"payout":0,"span":101989,
    "holding_sales":0,"turnover":0,"liquid_collateral":0,"stock_collateral":null,"delivery":0}}
    """

  /// What is called cash is that of the morning.
  @Test func whatIsLeftIsNotCalledCash() throws {
    let funds = try KiteDecoding.funds(json(Self.funds))
    #expect(funds["net"] == paise(9_972_505) && funds["available.cash"] == paise(24_543_160))
    #expect(funds["utilised.span"] == paise(10_198_900))
    #expect(funds["utilised.stock_collateral"] == nil && funds.fields.count == 19)
    let derived = try #require(funds.derived)
    #expect(derived.available == paise(9_972_505) && derived.cash == paise(9_972_505))
    #expect(derived.pledged == paise(100_000))
    let part = Self.funds.replacing(#""live_balance":99725.05000000002"#, with: #""x":1"#)
    #expect(try KiteDecoding.funds(json(part)).derived == nil)
  }

  @Test(arguments: [
    ("{}", "net"), (#"{"net":null}"#, "net"), (#"{"net":"x"}"#, "net"), (#"{"net":1e300}"#, "net"),
    (#"{"net":1,"available":[]}"#, "available"),
    (#"{"net":1,"available":{"cash":true}}"#, "available.cash"),
  ])
  func fundsThatCannotBeReadAreNotZero(text: String, field: String) throws {
    let data = try json(text)
    #expect {
      try KiteDecoding.funds(data)
    } throws: {
      ($0 as? WireFault)?.field == "data.\(field)"
    }
  }

  private static let margin = """
    {"type":"equity","tradingsymbol":"NIFTY26NOV24500CE","exchange":"NFO","span":66832.5,"exposure":29151.225000000002,
    "option_premium":0,"additional":0,"bo":0,"cash":0,"var":0,"pnl":{"realised":0,"unrealised":0},"leverage":1,
    "charges":{"total":1},"total":95983.725}
    """

  @Test func readsMargins() throws {
    let margins = try KiteDecoding.margins(json("[\(Self.margin)]"))
    #expect(try margins.count == 1 && margins[0].total == number("95983.725"))
    #expect(margins[0]["exposure"] == (try number("29151.225000000002")))
    #expect(margins[0]["total"] == nil && margins[0]["span"] != nil)
    let basket = try KiteDecoding.basketMargin(
      json(#"{"initial":{"total":9},"final":\#(Self.margin),"orders":[]}"#))
    #expect(basket.total == margins[0].total)
    #expect(throws: WireFault(field: "data.final", reason: .missing)) {
      try KiteDecoding.basketMargin(json(#"{"initial":{"total":9}}"#))
    }
    #expect(throws: WireFault(field: "data[0].total", reason: .missing)) {
      try KiteDecoding.margins(json("[{}]"))
    }
  }

  @Test func readsCharges() throws {
    let charges = try KiteDecoding.charges(
      json(
        """
        [{"transaction_type":"BUY","tradingsymbol":"SBIN","exchange":"NSE","variety":"regular","product":"CNC",
        "order_type":"MARKET","quantity":2,"price":560.5,"charges":{"transaction_tax":1.121,
        "transaction_tax_type":"stt","exchange_turnover_charge":0.0386745,"sebi_turnover_charge":0.00112,
        "brokerage":0,"stamp_duty":0.17,"gst":{"igst":0.00716311,"cgst":0,"sgst":0,"total":0.00716311},
        "total":1.3379576}}]
        """))
    #expect(try charges.count == 1 && charges[0].total == number("1.3379576"))
    #expect(charges[0].tradeValue == Number(1121))
    #expect(
      charges[0].items.map(\.name) == [
        "transaction_tax", "exchange_turnover_charge", "sebi_turnover_charge", "brokerage",
        "stamp_duty", "gst",
      ])
    #expect(charges[0].named("gst")?.items.map(\.name) == ["igst", "cgst", "sgst"])
    #expect(charges[0].named("igst")?.amount == (try number("0.00716311")))
    #expect(throws: WireFault(field: "data[0].charges", reason: .missing)) {
      try KiteDecoding.charges(json("[{}]"))
    }
  }
}

@Suite struct KiteRequestTests {
  static let readings: [(BrokerRequest?, String)] = [
    (KiteRequests.profile, "/user/profile"), (KiteRequests.funds(), "/user/margins/equity"),
    (KiteRequests.funds(.commodity), "/user/margins/commodity"),
    (KiteRequests.orderBook, "/orders"), (KiteRequests.tradeBook, "/trades"),
    (KiteRequests.positions, "/portfolio/positions"),
    (KiteRequests.holdings, "/portfolio/holdings"), (KiteRequests.order("151"), "/orders/151"),
    (KiteRequests.trades(ofOrder: "151"), "/orders/151/trades"),
    (KiteRequests.instruments(), "/instruments"),
  ]

  @Test(arguments: readings)
  func readingsSayNothingMore(request: BrokerRequest?, path: String) throws {
    let request = try #require(request)
    #expect(request.method == .get && request.path == path && request.body == nil)
    #expect(request.limit == LimitGroup.Kite.other && request.mayRepeat && request.needsSession)
    let sent = try request.webRequest(
      to: "https://api.kite.trade", headers: [WebHeader("X-Kite-Version", "3")])
    #expect(sent.headers.map(\.name) == ["X-Kite-Version"] && sent.body == nil)
  }

  @Test(arguments: ["", "../x", "1 2", "1?2", "1/2", "é"])
  func anOrdersNumberIsPlain(id: String) {
    #expect(KiteRequests.order(id) == nil && KiteRequests.trades(ofOrder: id) == nil)
  }

  @Test func theCalculatorsGetLists() throws {
    let key = InstrumentKey(.nfo, "47164")
    let orders = [
      MarginPosition(key, symbol: "NIFTY26NOV24500CE", .sell, 65, price: try number("194.5")),
      MarginPosition(
        key, symbol: "NIFTY26NOV24500PE", .buy, 65, product: .intraday, pricing: .market),
    ]
    let parts =
      #"[{"exchange":"NFO","tradingsymbol":"NIFTY26NOV24500CE","transaction_type":"SELL","variety":"regular","#
      + #""product":"NRML","order_type":"LIMIT","quantity":65,"price":194.5,"trigger_price":0},"#
      + #"{"exchange":"NFO","tradingsymbol":"NIFTY26NOV24500PE","transaction_type":"BUY","variety":"regular","#
      + #""product":"MIS","order_type":"MARKET","quantity":65,"price":0,"trigger_price":0}]"#
    let margins = KiteRequests.margins(orders)
    #expect(margins.path == "/margins/orders" && body(margins) == parts)
    #expect(margins.content == .json && margins.mayRepeat)
    let basket = KiteRequests.basketMargin(orders, countsPositions: true)
    #expect(basket.path == "/margins/basket?consider_positions=true&mode=compact")
    #expect(body(basket) == parts)
    let charges = KiteRequests.charges([
      ChargedOrder(
        key, name: "NIFTY", symbol: "NIFTY26NOV24500CE", .buy, .carryForward, quantity: 65,
        price: try number("194.5"))
    ])
    #expect(
      body(charges)
        == #"[{"order_id":"1","exchange":"NFO","tradingsymbol":"NIFTY26NOV24500CE","transaction_type":"BUY","#
        + #""variety":"regular","product":"NRML","order_type":"LIMIT","quantity":65,"average_price":194.5}]"#
    )
  }

  @Test func limitsHaveTheNamesOfTheConfiguration() {
    #expect(LimitGroup.Kite.all.map(\.setting) == ["quote", "history", "other"])
  }
}
