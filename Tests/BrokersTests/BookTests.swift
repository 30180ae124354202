import Brokers
import Market
import Scalars
import Testing

@Suite struct BookTests {
  static let order = """
    {"variety":"NORMAL","ordertype":"LIMIT","producttype":"CARRYFORWARD","duration":"DAY","price":"194.50",
    "triggerprice":"0","quantity":"130","disclosedquantity":"0","squareoff":"0","stoploss":"0",
    "trailingstoploss":"0","tradingsymbol":"NIFTY24NOV2624500CE","transactiontype":"BUY","exchange":"NFO",
    "symboltoken":null,"instrumenttype":"","strikeprice":"-1","optiontype":"","expirydate":"","lotsize":"65",
    "cancelsize":"0","averageprice":"194.4833","filledshares":"65","unfilledshares":"65","orderid":201020000000080,
    "text":"","status":"open","orderstatus":"open","updatetime":"20-Oct-2020 13:10:59","exchtime":"",
    "exchorderupdatetime":"20-Oct-2020 13:10:58","fillid":"","filltime":"","parentorderid":"","ordertag":"a1b2",
    "uniqueorderid":"05ebf91b-bea4-4a1d-b0f2-4259606570e3","exchangeorderid":"1100000000000123"}
    """

  @Test func readsAnOrder() throws {
    let order = try #require(SmartAPIDecoding.orders(json("[\(Self.order)]")).first)
    #expect(order.id == "201020000000080" && order.token == nil && order.parentID == nil)
    #expect(order.uniqueID == "05ebf91b-bea4-4a1d-b0f2-4259606570e3" && order.tag == "a1b2")
    #expect(order.segment == .known(.nfo) && order.side == .buy && order.pricing == .known(.limit))
    #expect(order.product == .known(.carryForward) && order.validity == .known(.day))
    #expect(order.quantity == 130 && order.filled == 65 && order.unfilled == 65)
    #expect(order.price == paise(19_450) && order.trigger == nil)
    #expect(order.average == (try number("194.4833")))
    #expect(order.status == .known(.working) && order.status.meaning?.isFinal == false)
    #expect(order.updated == (try time("2020-10-20T13:10:59+05:30")))
    #expect(order.exchangeUpdated == (try time("2020-10-20T13:10:58+05:30")))
    #expect(order.reason.isEmpty)
  }

  /// The details of one order have numbers where the book has texts.
  @Test func readsAnOrdersDetails() throws {
    let details = Self.order.replacing(#""price":"194.50""#, with: #""price":194.5"#)
      .replacing(#""averageprice":"194.4833""#, with: #""averageprice":0.0"#)
    let order = try SmartAPIDecoding.order(json(details))
    #expect(order.price == paise(19_450) && order.average == nil)
  }

  static let statuses: [(String, OrderStatus)] = [
    ("put order req received", .sent), ("validation pending", .sent), ("open pending", .sent),
    ("open", .working), ("trigger pending", .waitingForTrigger), ("modify pending", .changing),
    ("modify validation pending", .changing), ("modified", .changing), ("not modified", .changing),
    ("cancel pending", .changing), ("after market order req received", .queued),
    ("modify after market order req received", .queued), ("complete", .filled),
    ("cancelled", .cancelled), ("cancelled after market order", .cancelled),
    ("rejected", .rejected), ("COMPLETE", .filled),
  ]

  @Test(arguments: statuses)
  func knowsTheStatuses(word: String, status: OrderStatus) throws {
    let text = Self.order.replacing(#""orderstatus":"open""#, with: #""orderstatus":"\#(word)""#)
    #expect(try SmartAPIDecoding.order(json(text)).status == .known(status))
    let short = text.replacing(#""orderstatus":"\#(word)","#, with: "")
      .replacing(#""status":"open""#, with: #""status":"\#(word)""#)
    #expect(try SmartAPIDecoding.order(json(short)).status == .known(status))
  }

  @Test(arguments: ["opened", "half done", "open "])
  func neverGuessesAStatus(word: String) throws {
    let text = Self.order.replacing(#""orderstatus":"open""#, with: #""orderstatus":"\#(word)""#)
    let order = try SmartAPIDecoding.order(json(text))
    #expect(order.status == .unknown(word) && order.status.meaning == nil)
  }

  @Test func unknownWordsAreKept() throws {
    let text = Self.order.replacing(#""exchange":"NFO""#, with: #""exchange":"NEW""#)
      .replacing(#""producttype":"CARRYFORWARD""#, with: #""producttype":"MTF""#)
    let order = try SmartAPIDecoding.order(json(text))
    #expect(order.segment == .unknown("NEW") && order.product == .unknown("MTF"))
  }

  @Test(arguments: [
    (#""quantity":"130""#, #""quantity":"130.5""#, "quantity"),
    (#""transactiontype":"BUY""#, #""transactiontype":"B""#, "transactiontype"),
    (#""filledshares":"65","#, "", "filledshares"),
    (#""price":"194.50""#, #""price":"194.505""#, "price"),
    (#""orderid":201020000000080"#, #""orderid":null"#, "orderid"),
    (#""status":"open","orderstatus":"open","#, "", "status"),
    (#""updatetime":"20-Oct-2020 13:10:59""#, #""updatetime":"13:10:59""#, "updatetime"),
  ])
  func aBookThatCannotBeReadIsNotEmpty(sound: String, broken: String, field: String) throws {
    let text = Self.order.replacing(sound, with: broken)
    #expect(text != Self.order)
    let data = try json("[\(Self.order),\(text)]")
    #expect {
      try SmartAPIDecoding.orders(data)
    } throws: {
      ($0 as? WireFault)?.field == "data[1].\(field)"
    }
    // So it is where the answer as a whole is judged.
    let answer = outcome(#"{"status":true,"data":[\#(text)]}"#, .list)
    guard case .ok(let payload) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(throws: WireFault.self) { try SmartAPIDecoding.orders(payload) }
  }

  @Test func booksMayBeEmpty() throws {
    #expect(try SmartAPIDecoding.orders(nil).isEmpty && SmartAPIDecoding.orders(json("[]")).isEmpty)
    #expect(try SmartAPIDecoding.fills(nil, on: day("2026-11-20")).isEmpty)
    #expect(try SmartAPIDecoding.positions(json("null")).isEmpty)
    #expect(try SmartAPIDecoding.holdings(nil).isEmpty)
  }

  private static let fill = """
    {"exchange":"NFO","producttype":"INTRADAY","tradingsymbol":"NIFTY24NOV2624500CE","instrumenttype":"OPTIDX",
    "symbolgroup":"XX","strikeprice":"24500.0","optiontype":"CE","expirydate":"24NOV2026","marketlot":"65",
    "precision":"2","multiplier":"-1","tradevalue":"12642.50","transactiontype":"SELL","fillprice":"194.50",
    "fillsize":"65","orderid":"201020000000095","fillid":"50005750","filltime":"13:27:53"}
    """

  @Test func aFillGetsTheDayOfItsBook() throws {
    let today = try day("2026-11-20")
    let fill = try #require(SmartAPIDecoding.fills(json("[\(Self.fill)]"), on: today).first)
    #expect(fill.time == (try time("2026-11-20T13:27:53+05:30")))
    #expect(fill.id == "50005750" && fill.orderID == "201020000000095" && fill.quantity == 65)
    #expect(fill.side == .sell && fill.price == paise(19_450) && fill.product == .known(.intraday))
    let dated = Self.fill.replacing("13:27:53", with: "19-Nov-2026 13:27:53")
    #expect(
      try SmartAPIDecoding.fills(json("[\(dated)]"), on: today).first?.time
        == time("2026-11-19T13:27:53+05:30"))
    for broken in ["25:00:00", "1:27:53", "13:27", "noon"] {
      let data = try json("[\(Self.fill.replacing("13:27:53", with: broken))]")
      #expect(throws: WireFault.self) { try SmartAPIDecoding.fills(data, on: today) }
    }
  }

  private static let position = """
    {"exchange":"NFO","symboltoken":"58784","producttype":"CARRYFORWARD","tradingsymbol":"NIFTY24NOV2624500CE",
    "symbolname":"NIFTY","instrumenttype":"OPTIDX","buyqty":"65","sellqty":"0","buyamount":"2235.80",
    "sellamount":"0","cfbuyqty":"0","cfsellqty":"0","buyavgprice":"34.3969","sellavgprice":"0.00",
    "avgnetprice":"34.3969","netvalue":"- 2235.80","netqty":"65","ltp":"40.05","pnl":"-12.40",
    "realised":"0.00","unrealised":"-12.40"}
    """

  @Test func readsAPosition() throws {
    let position = try #require(SmartAPIDecoding.positions(json("[\(Self.position)]")).first)
    #expect(position.net == 65 && position.bought == 65 && position.isConsistent)
    #expect(position.value == paise(-223_580) && position.profit == paise(-1240))
    #expect(position.buyAverage == (try number("34.3969")) && position.sellAverage == nil)
    #expect(position.last == paise(4005) && position.realised == paise(0))
    let short = try SmartAPIDecoding.positions(
      json("[\(Self.position.replacing(#""netqty":"65""#, with: #""netqty":"-65""#))]"))
    #expect(short[0].net == -65 && !short[0].isConsistent)
  }

  @Test(arguments: ["-- 1", "- ", "-", "- -1", "+1", "- 1.005", "-1 ", "1 000", "−1"])
  func noOtherSpellingIsAnAmount(text: String) throws {
    let data = try json("[\(Self.position.replacing("- 2235.80", with: text))]")
    #expect(
      throws: WireFault(
        field: "data[0].netvalue", reason: .wrong(wanted: "an amount of whole paise"))
    ) {
      try SmartAPIDecoding.positions(data)
    }
  }

  @Test func readsHoldings() throws {
    let row = """
      {"tradingsymbol":"TATASTEEL-EQ","exchange":"NSE","isin":"INE081A01020","t1quantity":0,"realisedquantity":2,
      "quantity":2,"authorisedquantity":0,"product":"DELIVERY","collateralquantity":null,"collateraltype":null,
      "haircut":0,"averageprice":111.8666,"ltp":130.15,"symboltoken":"3499","close":129.6,"profitandloss":37,
      "pnlpercentage":16.34}
      """
    for text in ["[\(row)]", #"{"holdings":[\#(row)],"totalholding":{"totalinvvalue":1}}"#] {
      let holding = try #require(SmartAPIDecoding.holdings(json(text)).first)
      #expect(holding.symbol == "TATASTEEL-EQ" && holding.quantity == 2 && holding.pledged == nil)
      #expect(holding.average == (try number("111.8666")) && holding.last == paise(13_015))
    }
    #expect(throws: WireFault(field: "data.holdings", reason: .missing)) {
      try SmartAPIDecoding.holdings(json("{}"))
    }
  }
}
