import Brokers
import Market
import Scalars
import Testing
import Transport

@Suite struct RequestTests {
  private func shape(_ request: BrokerRequest) -> String {
    "\(request.method.rawValue) \(request.path) \(body(request) ?? "-")"
  }

  @Test func theSessionsCalls() throws {
    let logIn = SmartAPIRequests.logIn(
      clientCode: "A123456", pin: Secret("12\"4"), code: Secret("287082"))
    #expect(
      shape(logIn) == "POST /rest/auth/angelbroking/user/v1/loginByPassword "
        + #"{"clientcode":"A123456","password":"12\"4","totp":"287082"}"#)
    #expect(!logIn.mayRepeat && !logIn.needsSession && logIn.limit == LimitGroup.AngelOne.login)
    #expect(!"\(logIn)".contains("287082"))
    #expect(shape(SmartAPIRequests.profile) == "GET /rest/secure/angelbroking/user/v1/getProfile -")
    #expect(
      shape(SmartAPIRequests.logOut(clientCode: "A1"))
        == #"POST /rest/secure/angelbroking/user/v1/logout {"clientcode":"A1"}"#)
    let token = SessionTests.token(#"{"exp":1795199400}"#)
    let session = try #require(
      SmartAPISession(
        token: Secret(token), refreshToken: Secret("Bearer r"), feedToken: Secret("f")))
    #expect(
      shape(SmartAPIRequests.refresh(session))
        == #"POST /rest/auth/angelbroking/jwt/v1/generateTokens {"refreshToken":"r"}"#)
  }

  static let readings: [(BrokerRequest, String, String)] = [
    (SmartAPIRequests.funds, "/user/v1/getRMS", "rms"),
    (SmartAPIRequests.orderBook, "/order/v1/getOrderBook", "books"),
    (SmartAPIRequests.tradeBook, "/order/v1/getTradeBook", "books"),
    (SmartAPIRequests.positions, "/order/v1/getPosition", "books"),
    (SmartAPIRequests.holdings, "/portfolio/v1/getAllHolding", "holdings"),
  ]

  @Test(arguments: readings)
  func theAccountsCalls(request: BrokerRequest, path: String, setting: String) {
    #expect(shape(request) == "GET /rest/secure/angelbroking\(path) -")
    #expect(request.limit.setting == setting && request.mayRepeat && request.needsSession)
  }

  @Test func eachBookCountsByItself() {
    let names = LimitGroup.AngelOne.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(LimitGroup.AngelOne.all.count { $0.setting == "books" } == 3)
  }

  @Test func anOrdersDetailsHaveAPlainPath() {
    #expect(
      SmartAPIRequests.order(uniqueID: "05ebf91b-bea4-4a1d")?.path
        == "/rest/secure/angelbroking/order/v1/details/05ebf91b-bea4-4a1d")
    for id in ["", "../x", "a b", "a?b", "a/b", "é"] {
      #expect(SmartAPIRequests.order(uniqueID: id) == nil, "\(id)")
    }
  }

  @Test func quotesGoByExchange() {
    let keys = [
      InstrumentKey(.nfo, "58784"), InstrumentKey(.nse, "99926000"), InstrumentKey(.nfo, "58785"),
      InstrumentKey(.nfo, "58784"),
    ]
    let requests = SmartAPIRequests.quotes(keys, .full)
    #expect(requests.count == 1 && requests[0].keys == Array(keys.prefix(3)))
    #expect(
      shape(requests[0].request) == "POST /rest/secure/angelbroking/market/v1/quote/ "
        + #"{"mode":"FULL","exchangeTokens":{"NSE":["99926000"],"NFO":["58784","58785"]}}"#)
    #expect(requests[0].request.mayRepeat)
  }

  @Test(arguments: [(0, 0), (1, 1), (50, 1), (51, 2), (960, 20)])
  func quotesAreAskedForInFullBatches(count: Int, requests: Int) {
    let keys = (0..<count).map { InstrumentKey($0 % 3 == 0 ? .nse : .nfo, "\($0)") }
    let made = SmartAPIRequests.quotes(keys, .last, batch: 1000)
    #expect(made.count == requests && made.flatMap(\.keys) == keys)
    #expect(made.allSatisfy { $0.keys.count <= 50 })
    #expect(SmartAPIRequests.quotes(keys, .last, batch: 0).count == count)
  }

  @Test func greeksAreAskedForByExpiry() throws {
    #expect(
      shape(SmartAPIRequests.greeks(of: "NIFTY", expiry: try day("2026-11-24")))
        == "POST /rest/secure/angelbroking/marketData/v1/optionGreek "
        + #"{"name":"NIFTY","expirydate":"24NOV2026"}"#)
  }

  @Test func historyIsAskedForByTheMinute() throws {
    let span = try #require(
      HistorySpan(
        from: time("2026-11-20T09:15:59+05:30"), through: time("2026-11-20T15:40:00+05:30")))
    let key = InstrumentKey(.nfo, "58784")
    let candles = SmartAPIRequests.candles(of: key, .fiveMinutes, span)
    #expect(
      candles.map { shape($0.request) } == [
        "POST /rest/secure/angelbroking/historical/v1/getCandleData "
          + #"{"exchange":"NFO","symboltoken":"58784","interval":"FIVE_MINUTE","#
          + #""fromdate":"2026-11-20 09:15","todate":"2026-11-20 15:40"}"#
      ])
    let interest = SmartAPIRequests.openInterest(of: key, .day, span)
    #expect(interest[0].request.path.hasSuffix("/historical/v1/getOIData"))
    #expect(interest[0].request.limit == LimitGroup.AngelOne.openInterest)
  }

  @Test func estimatesSayWhatTheyAreOf() throws {
    let position = MarginPosition(InstrumentKey(.nfo, "58784"), .sell, 65)
    #expect(
      shape(SmartAPIRequests.margin([position]))
        == "POST /rest/secure/angelbroking/margin/v1/batch "
        + #"{"positions":[{"exchange":"NFO","qty":65,"price":0,"productType":"CARRYFORWARD","#
        + #""token":"58784","tradeType":"SELL","orderType":"LIMIT"}]}"#)
    let order = ChargedOrder(
      InstrumentKey(.nse, "17117"), name: "745AS33", .buy, .delivery, quantity: 10,
      price: try number("800"))
    #expect(
      shape(SmartAPIRequests.charges([order]))
        == "POST /rest/secure/angelbroking/brokerage/v1/estimateCharges "
        + #"{"orders":[{"product_type":"DELIVERY","transaction_type":"BUY","quantity":"10","#
        + #""price":"800","exchange":"NSE","symbol_name":"745AS33","token":"17117"}]}"#)
  }

  @Test(arguments: ["https://127.0.0.1:8443", "https://127.0.0.1:8443/"])
  func goesOutAsTheNetworkTakesIt(base: String) throws {
    let read = try SmartAPIRequests.funds.webRequest(to: base, headers: [WebHeader("a", "b")])
    #expect(read.method == .get && read.body == nil && read.mayRepeat)
    #expect(read.headers.map(\.name) == ["Content-Type", "a"])
    #expect(read.address.host == "127.0.0.1:8443")
    let asked = try SmartAPIRequests.greeks(of: "NIFTY", expiry: day("2026-11-24")).webRequest(
      to: base, headers: [])
    #expect(asked.method == .post && asked.body?.type == "application/json" && asked.mayRepeat)
    #expect(asked.headers.isEmpty)
  }
}
