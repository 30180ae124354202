import Brokers
import Market
import Scalars
import Testing

@Suite struct QuoteTests {
  static let full = """
    {"exchange":"NFO","tradingSymbol":"NIFTY24NOV2624500CE","symbolToken":"58784","ltp":568,
     "open":568.2,"high":"570.00","low":567,"close":559.15,"lastTradeQty":65,
     "exchFeedTime":"21-Jun-2023 10:46:10","exchTradeTime":"21-Jun-2023 10:46:09",
     "netChange":8.85,"percentChange":1.58,"avgPrice":567.8345,"tradeVolume":3556150,
     "opnInterest":118861600,"lowerCircuit":510.9,"upperCircuit":624.3,"totBuyQuan":839549,
     "totSellQuan":1284767,"52WeekLow":430.7,"52WeekHigh":629.55,"newField":{"a":[1]},
     "depth":{"buy":[{"price":568.2,"quantity":511,"orders":2},{"price":568.15,"quantity":411,"orders":3},
       {"price":0,"quantity":0,"orders":0},{"price":0,"quantity":0,"orders":0},{"price":0,"quantity":9,"orders":1}],
      "sell":[{"price":568.25,"quantity":0,"orders":0},{"price":568.3,"quantity":1,"orders":1}]}}
    """

  private static let key = InstrumentKey(.nfo, "58784")

  private func batch(_ fetched: String, unfetched: String = "[]") throws -> QuoteBatch {
    try SmartAPIDecoding.quotes(
      json(#"{"fetched":[\#(fetched)],"unfetched":\#(unfetched)}"#), of: [Self.key])
  }

  @Test func readsAFullQuote() throws {
    let quote = try #require(batch(Self.full).quotes.first)
    #expect(quote.key == Self.key && quote.symbol == "NIFTY24NOV2624500CE")
    #expect(quote.last == paise(56_800) && quote.open == paise(56_820))
    #expect(quote.high == paise(57_000) && quote.low == paise(56_700))
    #expect(quote.previousClose == paise(55_915))
    #expect(quote.average == (try number("567.8345")))
    #expect(quote.lastQuantity == 65 && quote.volume == 3_556_150)
    #expect(quote.openInterest == 118_861_600)
    #expect(quote.totalBids == 839_549 && quote.totalAsks == 1_284_767)
    #expect(quote.lowerCircuit == paise(51_090) && quote.upperCircuit == paise(62_430))
    #expect(quote.yearLow == paise(43_070) && quote.yearHigh == paise(62_955))
    #expect(quote.feedTime == (try time("2023-06-21T10:46:10+05:30")))
    #expect(quote.tradeTime == (try time("2023-06-21T10:46:09+05:30")))
    // Levels without a price or without a quantity are none.
    #expect(quote.depth.bids.map(\.price) == [paise(56_820), paise(56_815)])
    #expect(quote.depth.bids.map(\.orders) == [2, 3])
    #expect(quote.depth.asks.map(\.price) == [paise(56_830)])
  }

  /// What a contract last traded at is its price only on the day of that trade, and how old it is goes by its
  /// market where that has two sides.
  @Test(
    arguments: [
      ("21-Jun-2023 10:46:09", true, 56_800, "10:46:10"),
      ("21-Jun-2023 09:20:00", true, 56_800, "10:46:10"),
      ("21-Jun-2023 09:20:00", false, 56_800, "09:20:00"),
      ("20-Jun-2023 15:29:59", true, nil, "10:46:10"),
    ] as [(trade: String, isTwoSided: Bool, paise: Int64?, pricedAt: String)])
  func whatItTradedAtIsOfItsDay(
    trade: String, isTwoSided: Bool, expected: Int64?, pricedAt: String
  ) throws {
    var text = Self.full.replacing("21-Jun-2023 10:46:09", with: trade)
    if !isTwoSided {
      text = text.replacing(#""price":568.3,"quantity":1"#, with: #""price":0,"quantity":0"#)
    }
    let quote = try #require(batch(text).quotes.first)
    #expect(quote.current == expected.map { paise($0) })
    #expect(quote.pricedAt == (try time("2023-06-21T\(pricedAt)+05:30")))
  }

  @Test func readsTheShorterModes() throws {
    let last = try batch(
      #"{"exchange":"NFO","tradingSymbol":"X","symbolToken":58784,"ltp":0}"#)
    let quote = try #require(last.quotes.first)
    #expect(quote.last == paise(0) && quote.open == nil && quote.tradeTime == nil)
    #expect(quote.depth == .none)
    let prices = try batch(
      #"{"exchange":"NFO","tradingSymbol":"X","symbolToken":"58784","ltp":1.5,"open":0,"high":0,"low":0,"close":2}"#
    )
    #expect(prices.quotes.first?.open == nil && prices.quotes.first?.previousClose == paise(200))
  }

  /// A share's open interest is junk.
  @Test func sharesHaveNoOpenInterest() throws {
    let row =
      #"{"exchange":"NSE","tradingSymbol":"RELIANCE-EQ","symbolToken":"2885","ltp":1,"opnInterest":268716500}"#
    let quotes = try SmartAPIDecoding.quotes(
      json(#"{"fetched":[\#(row)],"unfetched":[]}"#), of: [InstrumentKey(.nse, "2885")])
    #expect(quotes.quotes.first?.openInterest == nil)
  }

  @Test func everythingThatWasAskedForIsAccountedFor() throws {
    let keys = ["5", "1", "4", "2", "3"].map { InstrumentKey(.nfo, $0) }
    func row(_ token: String, _ price: String = "1") -> String {
      #"{"exchange":"NFO","tradingSymbol":"X\#(token)","symbolToken":"\#(token)","ltp":\#(price)}"#
    }
    let data = """
      {"fetched":[\(row("2")),\(row("5")),\(row("9")),\(row("4", "1.005")),\(row("2", "7"))],"unfetched":[
      {"exchange":"NFO","symbolToken":"1","message":"Unable to fetch market data","errorCode":"AB4030"},
      {"exchange":"NFO","symbolToken":"5","message":"x","errorCode":"AB4018"}]}
      """
    let batch = try SmartAPIDecoding.quotes(json(data), of: keys)
    #expect(batch.quotes.map(\.symbol) == ["X5", "X2"])
    #expect(batch.unfetched.map(\.key.token) == ["1", "4", "3"])
    #expect(batch.unfetched.map(\.mayRepeat) == [true, false, false])
    #expect(
      batch.unfetched[0].reason
        == .refused(code: "AB4030", message: "Unable to fetch market data"))
    #expect(batch.unfetched[2].reason == .notMentioned)
    guard case .unreadable(let fault) = batch.unfetched[1].reason else {
      Issue.record("\(batch.unfetched[1])")
      return
    }
    #expect(fault.field == "data.fetched[3].ltp")
    #expect(try SmartAPIDecoding.quotes(nil, of: keys).unfetched.count == 5)
    #expect(try SmartAPIDecoding.quotes(json(#"{"fetched":null}"#), of: keys).unfetched.count == 5)
  }

  @Test(arguments: [
    ("[]", "data"), (#"{"unfetched":[]}"#, "data.fetched"), (#"{"fetched":{}}"#, "data.fetched"),
    (#"{"fetched":[1]}"#, "data.fetched[0]"),
    (#"{"fetched":[{"exchange":"NFO"}]}"#, "data.fetched[0].symbolToken"),
    (#"{"fetched":[{"exchange":"XXX","symbolToken":"1"}]}"#, "data.fetched[0].exchange"),
    (#"{"fetched":[],"unfetched":7}"#, "data.unfetched"),
  ])
  func whatIsNoAnswerIsNotNothing(text: String, field: String) throws {
    let data = try json(text)
    #expect {
      try SmartAPIDecoding.quotes(data, of: [Self.key])
    } throws: {
      ($0 as? WireFault)?.field == field
    }
  }

  /// What a field must not be, each in the place of something sound.
  @Test(arguments: [
    (#""ltp":568,"#, #""ltp":null,"#, "ltp"), (#""ltp":568,"#, "", "ltp"),
    (#""ltp":568,"#, #""ltp":true,"#, "ltp"), (#""ltp":568,"#, #""ltp":"1,568","#, "ltp"),
    (#""ltp":568,"#, #""ltp":" 568","#, "ltp"), (#""ltp":568,"#, #""ltp":"1e3","#, "ltp"),
    (#""ltp":568,"#, #""ltp":-1,"#, "ltp"), (#""ltp":568,"#, #""ltp":[568],"#, "ltp"),
    (#""low":567,"#, #""low":567.123,"#, "low"),
    (#""tradeVolume":3556150"#, #""tradeVolume":1.5"#, "tradeVolume"),
    (#""tradeVolume":3556150"#, #""tradeVolume":-1"#, "tradeVolume"),
    (#""tradeVolume":3556150"#, #""tradeVolume":1e30"#, "tradeVolume"),
    ("21-Jun-2023 10:46:10", "2023-06-21 10:46:10", "exchFeedTime"),
    ("21-Jun-2023 10:46:09", "31-Jun-2023 10:46:09", "exchTradeTime"),
    ("21-Jun-2023 10:46:09", "21-Jun-2023 24:46:09", "exchTradeTime"),
    (#""quantity":511"#, #""quantity":null"#, "depth.buy[0].quantity"),
  ])
  func aFieldThatIsWrongIsNamed(sound: String, broken: String, field: String) throws {
    let text = Self.full.replacing(sound, with: broken)
    #expect(text != Self.full)
    let batch = try batch(text)
    guard case .unreadable(let fault)? = batch.unfetched.first?.reason else {
      Issue.record("\(batch)")
      return
    }
    #expect(fault.field == "data.fetched[0].\(field)")
  }

  @Test func readsGreeks() throws {
    let rows = """
      [{"name":"TCS","expiry":"25JAN2024","strikePrice":"3900.000000","optionType":"CE","delta":"0.492400",
      "gamma":"0.002800","theta":"-4.091800","vega":"2.296700","impliedVolatility":"16.330000",
      "tradeVolume":"24048.00"}]
      """
    let greeks = try #require(SmartAPIDecoding.greeks(json(rows)).first)
    #expect(
      greeks.contract
        == Contract(
          underlying: "TCS", expiry: try day("2024-01-25"),
          terms: .option(strike: paise(390_000), right: .call)))
    #expect(greeks.theta == (try number("-4.0918")) && greeks.volume == Number(24_048))
    #expect(greeks.impliedVolatility == (try number("16.33")))
    #expect(try SmartAPIDecoding.greeks(json("[]")).isEmpty)
    #expect(throws: WireFault(field: "data[0].name", reason: .missing)) {
      try SmartAPIDecoding.greeks(json("[{}]"))
    }
  }
}
