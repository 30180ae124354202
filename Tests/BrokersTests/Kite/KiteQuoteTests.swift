import Brokers
import Market
import Records
import Scalars
import Testing
import Transport

@Suite struct KiteQuoteTests {
  private static let option = KiteQuoted(InstrumentKey(.nfo, "47164"), symbol: "NIFTY26NOV24500CE")
  private static let index = KiteQuoted(
    InstrumentKey(.nse, "256265"), symbol: "NIFTY 50", isIndex: true)

  static let full = """
    {"instrument_token":12073986,"timestamp":"2021-06-08 15:45:56","last_trade_time":"2021-06-08 15:45:52",
    "last_price":1412.95,"last_quantity":5,"buy_quantity":0,"sell_quantity":5191,"volume":7360198,
    "average_price":1412.4733,"oi":1300,"oi_day_high":0,"oi_day_low":0,"net_change":4294967000,
    "lower_circuit_limit":1250.7,"upper_circuit_limit":1528.6,
    "ohlc":{"open":1396,"high":1421.75,"low":1395.55,"close":1389.65},
    "depth":{"buy":[{"price":1412.9,"quantity":20,"orders":2},{"price":0,"quantity":0,"orders":0},
    {"price":0,"quantity":0,"orders":0},{"price":0,"quantity":0,"orders":0},{"price":0,"quantity":0,"orders":0}],
    "sell":[{"price":1412.95,"quantity":5191,"orders":13},{"price":0,"quantity":0,"orders":0}]}}
    """

  private func read(_ row: String, of quoted: KiteQuoted = option) throws -> QuoteBatch {
    let name = "\(quoted.key.segment.name):\(quoted.symbol)"
    return try KiteDecoding.quotes(json(#"{"\#(name)":\#(row)}"#), of: [quoted])
  }

  @Test func asksByNameWithEverythingQuoted() {
    let share = KiteQuoted(InstrumentKey(.nse, "519937"), symbol: "M&M")
    let requests = KiteRequests.quotes([Self.option, Self.index, share, Self.option], .full)
    #expect(requests.count == 1 && requests[0].instruments == [Self.option, Self.index, share])
    #expect(
      requests[0].request.path == "/quote?i=NFO:NIFTY26NOV24500CE&i=NSE:NIFTY%2050&i=NSE:M%26M")
    #expect(requests[0].request.limit == LimitGroup.Kite.quotes && requests[0].request.mayRepeat)
    #expect(
      KiteRequests.quotes([Self.option], .last)[0].request.path
        == "/quote/ltp?i=NFO:NIFTY26NOV24500CE")
    #expect(KiteRequests.quotes([Self.index], .prices)[0].request.path.hasPrefix("/quote/ohlc?i="))
    #expect(throws: Never.self) {
      try requests[0].request.webRequest(to: "https://api.kite.trade", headers: [])
    }
  }

  @Test(arguments: [
    (QuoteMode.full, 0, 0), (.full, 500, 1), (.full, 501, 2), (.last, 1000, 1), (.prices, 1001, 2),
    (.full, 1300, 3),
  ])
  func asksInFullBatches(mode: QuoteMode, count: Int, requests: Int) {
    let all = (0..<count).map { KiteQuoted(InstrumentKey(.nfo, "\($0)"), symbol: "X\($0)") }
    let made = KiteRequests.quotes(all, mode)
    #expect(made.count == requests && made.flatMap(\.instruments) == all)
    #expect(KiteRequests.quotes(all, mode, batch: 5000).count == requests)
    #expect(KiteRequests.quotes(all, mode, batch: 0).count == count)
  }

  @Test(arguments: [
    (414, String?.none, "", KiteQuoteSetback?.some(.tooLong)),
    (414, "application/json", #"{"status":"error"}"#, .tooLong),
    (200, "text/html", "<html>", .page), (400, "text/html", "x", .page),
    (502, nil, " <html>", .page), (403, "text/html", "<html>", nil),
    (429, "text/html", "<html>", nil), (200, nil, #"{"status":"success","data":{}}"#, nil),
    (400, nil, #"{"status":"error"}"#, nil), (502, "text/plain", "Bad Gateway", nil),
  ])
  func seesWhatASmallerBatchMayHelpAgainst(
    status: Int, type: String?, body: String, setback: KiteQuoteSetback?
  ) {
    #expect(KiteQuoteSetback(status: status, type: type, body: Array(body.utf8)) == setback)
  }

  @Test func aResetMayBeOneToo() {
    #expect(KiteQuoteSetback(TransportError.incomplete(host: "x")) == .reset)
    #expect(KiteQuoteSetback(TransportError.cannotResolve(host: "x")) == nil)
    #expect(KiteQuoteSetback(TransportError.timedOut(host: "x", .answering)) == nil)
  }

  @Test func batchesAreHalvedDownToOne() throws {
    let all = (0..<5).map { KiteQuoted(InstrumentKey(.nfo, "\($0)"), symbol: "X\($0)") }
    let halves = try #require(KiteRequests.quotes(all, .prices)[0].halves)
    #expect(halves.map(\.instruments.count) == [3, 2] && halves.flatMap(\.instruments) == all)
    #expect(halves.allSatisfy { $0.mode == .prices && $0.request.path.hasPrefix("/quote/ohlc?") })
    #expect(KiteRequests.quotes([all[0]], .full)[0].halves == nil)
  }

  @Test func readsAFullQuote() throws {
    let quote = try #require(read(Self.full).quotes.first)
    #expect(quote.key == Self.option.key && quote.symbol == "NIFTY26NOV24500CE")
    #expect(quote.last == paise(141_295) && quote.open == paise(139_600))
    #expect(quote.high == paise(142_175) && quote.low == paise(139_555))
    #expect(try quote.previousClose == paise(138_965) && quote.average == number("1412.4733"))
    #expect(quote.lastQuantity == 5 && quote.volume == 7_360_198 && quote.openInterest == 1300)
    #expect(quote.totalBids == 0 && quote.totalAsks == 5191)
    #expect(quote.lowerCircuit == paise(125_070) && quote.upperCircuit == paise(152_860))
    #expect(quote.feedTime == (try time("2021-06-08T15:45:56+05:30")))
    #expect(quote.tradeTime == (try time("2021-06-08T15:45:52+05:30")))
    // Levels of zeros are none.
    #expect(quote.depth.bids.map(\.price) == [paise(141_290)])
    #expect(quote.depth.asks.map(\.orders) == [13])
  }

  @Test(arguments: ["null", #""""#, #""1970-01-01 05:30:00""#])
  func readsAnIndex(never: String) throws {
    let row = """
      {"instrument_token":256265,"timestamp":"2021-06-08 15:45:56","last_trade_time":\(never),
      "last_price":15740.1,"volume":0,"oi":0,"net_change":-4294967000,
      "ohlc":{"open":15773.9,"high":15778.8,"low":15680,"close":15751.65},"depth":{"buy":null,"sell":null}}
      """
    let quote = try #require(read(row, of: Self.index).quotes.first)
    #expect(quote.tradeTime == nil && quote.depth == .none && quote.openInterest == nil)
    #expect(quote.last == paise(1_574_010) && quote.volume == 0 && quote.average == nil)
    let bare = row.replacing(#","depth":{"buy":null,"sell":null}"#, with: #","depth":null"#)
    #expect(try read(bare, of: Self.index).quotes.first?.depth == Depth.none)
  }

  @Test func readsTheShorterModes() throws {
    let last = try read(#"{"instrument_token":12073986,"last_price":0}"#).quotes.first
    #expect(last?.last == paise(0) && last?.open == nil && last?.depth == Depth.none)
    let prices = try read(
      #"{"instrument_token":12073986,"last_price":1.5,"ohlc":{"open":0,"high":0,"low":0,"close":2}}"#
    )
    #expect(prices.quotes.first?.open == nil && prices.quotes.first?.previousClose == paise(200))
  }

  @Test func whatIsLeftOutIsNoticed() throws {
    let all = ["5", "1", "4", "2", "3"].map {
      KiteQuoted(InstrumentKey(.nfo, $0), symbol: "X\($0)")
    }
    func row(_ token: Int, _ price: String = "1", number: Int? = nil) -> String {
      #""NFO:X\#(token)":{"instrument_token":\#((number ?? token) * 256 + 2),"last_price":\#(price)}"#
    }
    let data = "{\(row(2)),\(row(5)),\(row(9)),\(row(4, "1.005")),\(row(3, number: 7))}"
    let batch = try KiteDecoding.quotes(json(data), of: all)
    #expect(batch.quotes.map(\.symbol) == ["X5", "X2"])
    #expect(batch.unfetched.map(\.key.token) == ["1", "4", "3"])
    #expect(batch.unfetched[0].reason == .notMentioned)
    #expect(
      batch.unfetched[1].reason
        == .unreadable(
          WireFault(
            field: "data.NFO:X4.last_price",
            reason: .wrong(wanted: "a price of whole paise from 0 on"))))
    // An answer about another instrument is none.
    #expect(
      batch.unfetched[2].reason
        == .unreadable(
          WireFault(
            field: "data.NFO:X3.instrument_token", reason: .wrong(wanted: "the number of NFO:X3"))))
    #expect(try KiteDecoding.quotes(json("{}"), of: all).unfetched.count == 5)
    #expect(try KiteDecoding.quotes(nil, of: all).unfetched.count == 5)
    #expect(throws: WireFault.self) { try KiteDecoding.quotes(json("[]"), of: all) }
  }

  @Test(arguments: [
    (#""last_price":1412.95,"#, "", "last_price"),
    (#""last_price":1412.95,"#, #""last_price":-1,"#, "last_price"),
    (#""instrument_token":12073986,"#, "", "instrument_token"),
    (#""high":1421.75"#, #""high":"1,421""#, "ohlc.high"),
    (#""volume":7360198"#, #""volume":1.5"#, "volume"),
    (#""oi":1300"#, #""oi":-1"#, "oi"), ("2021-06-08 15:45:56", "08-06-2021 15:45:56", "timestamp"),
    ("2021-06-08 15:45:52", "2021-06-08T15:45:52", "last_trade_time"),
    ("2021-06-08 15:45:52", "2021-06-08 24:45:52", "last_trade_time"),
    (#""quantity":20"#, #""quantity":null"#, "depth.buy[0].quantity"),
  ])
  func aFieldThatIsWrongIsNamed(sound: String, broken: String, field: String) throws {
    let text = Self.full.replacing(sound, with: broken)
    #expect(text != Self.full)
    guard case .unreadable(let fault)? = try read(text).unfetched.first?.reason else {
      Issue.record("\(text)")
      return
    }
    #expect(fault.field == "data.NFO:NIFTY26NOV24500CE.\(field)")
  }
}

@Suite struct KiteHistoryTests {
  @Test(arguments: CandleInterval.allCases)
  func piecesLeaveNoBarOut(interval: CandleInterval) throws {
    let first = try day("2026-01-01")
    for length in [1, 59, 60, 61, 100, 101, 200, 201, 400, 401, 2001] {
      let span = try #require(
        HistorySpan(
          from: Timestamp(first, hour: 9, minute: 15),
          through: Timestamp(first + (length - 1), hour: 15, minute: 29)))
      let requests = KiteRequests.candles(of: KiteToken(408_065), interval, span)
      #expect(requests.count == (length + interval.kiteDays - 1) / interval.kiteDays)
      for (one, next) in zip(requests, requests.dropFirst()) {
        #expect(next.span.start == Timestamp(one.span.end.day + 1))
        #expect(one.request.path.contains("+23:59:59&") && next.request.path.contains("+00:00:00&"))
      }
      #expect(requests.last?.request.path.contains("+15:29:59&continuous=0&oi=1") == true)
    }
  }

  @Test func asksAsTheContractSays() throws {
    let span = try #require(
      HistorySpan(
        from: time("2026-11-20T09:15:00+05:30"), through: time("2026-11-20T15:40:00+05:30")))
    let request = KiteRequests.candles(of: KiteToken(408_065), .fiveMinutes, span)[0].request
    #expect(
      request.path == "/instruments/historical/408065/5minute?from=2026-11-20+09:15:00"
        + "&to=2026-11-20+15:40:59&continuous=0&oi=1")
    #expect(request.limit == LimitGroup.Kite.history && request.body == nil)
    #expect(
      CandleInterval.allCases.map(\.kiteName) == [
        "minute", "3minute", "5minute", "10minute", "15minute", "30minute", "60minute", "day",
      ])
    #expect(CandleInterval.allCases.map(\.kiteDays) == [60, 100, 100, 100, 200, 200, 400, 2000])
  }

  @Test func readsCandlesAndTheirInterest() throws {
    let candles = try KiteDecoding.candles(
      json(
        #"{"candles":[["2019-12-04T09:15:00+0530",12009.9,12019.35,12001.25,12001.5,163275,13667775],"#
          + #"["2019-12-04T09:16:00+05:30",1,2,1,2,0],["2019-12-05T00:00:00+0530",1,2,1,2,0,null]]}"#
      ))
    #expect(candles.map(\.openInterest) == [13_667_775, nil, nil])
    #expect(candles[0].start == (try time("2019-12-04T09:15:00+05:30")))
    #expect(candles[0].high == paise(1_201_935) && candles[0].volume == 163_275)
    #expect(candles[2].day == (try day("2019-12-05")))
    #expect(try KiteDecoding.candles(json(#"{"candles":[]}"#)).isEmpty)
    #expect(try KiteDecoding.candles(nil).isEmpty)
  }

  @Test(arguments: [
    ("{}", "data.candles"), (#"{"candles":null}"#, "data.candles"), ("[]", "data"),
    (#"{"candles":{}}"#, "data.candles"), (#"{"candles":[1]}"#, "data.candles[0]"),
    (#"{"candles":[["2019-12-04T09:15:00+0530",1,2,1,2]]}"#, "data.candles[0]"),
    (#"{"candles":[["2019-12-04T09:15:00+0530",1,2,1,2,3,4,5]]}"#, "data.candles[0]"),
    (#"{"candles":[["2019-12-04T09:15:00",1,2,1,2,3]]}"#, "data.candles[0][0]"),
    (#"{"candles":[["2019-12-04T09:15:00+5300",1,2,1,2,3]]}"#, "data.candles[0][0]"),
    (#"{"candles":[["2019-12-04T09:15:00+0530",1,2,1.005,2,3]]}"#, "data.candles[0][3]"),
    (#"{"candles":[["2019-12-04T09:15:00+0530",1,2,1,2,3,-4]]}"#, "data.candles[0][6]"),
  ])
  func whatIsNoCandleIsNotNothing(text: String, field: String) throws {
    let data = try json(text)
    #expect {
      try KiteDecoding.candles(data)
    } throws: {
      ($0 as? WireFault)?.field == field
    }
  }
}
