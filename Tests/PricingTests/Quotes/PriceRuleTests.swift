import Pricing
import Testing

@Suite struct PriceRuleTests {
  /// A market as it is shown; zero and nil are both nothing.
  struct Case: Sendable {
    let name: String
    var bid = Double.nan
    var ask = Double.nan
    var last = Double.nan
    let wanted: Double?
    var source = PriceSource.mid
  }

  static let markets = [
    Case(name: "two sides", bid: 99, ask: 101, last: 120, wanted: 100),
    Case(name: "locked", bid: 100, ask: 100, last: 90, wanted: 100),
    Case(name: "nothing", wanted: nil),
    Case(name: "zeros", bid: 0, ask: 0, last: 0, wanted: nil),
    Case(name: "trade alone", last: 90, wanted: 90, source: .ltp),
    Case(name: "crossed", bid: 101, ask: 99, last: 90, wanted: 90, source: .ltp),
    Case(name: "crossed without a trade", bid: 101, ask: 99, wanted: nil),
    Case(name: "bid alone", bid: 99, last: 90, wanted: 90, source: .ltp),
    Case(name: "bid alone without a trade", bid: 99, wanted: nil),
    Case(name: "ask alone", ask: 99, last: 90, wanted: 90, source: .ltp),
    Case(name: "ask alone, bid zero", bid: 0, ask: 99, wanted: nil),
    // More than a fifth of the middle and more than half a rupee is wide.
    Case(name: "wide, trade inside", bid: 80, ask: 120, last: 85, wanted: 85, source: .ltp),
    Case(name: "wide, trade at the bid", bid: 80, ask: 120, last: 80, wanted: 80, source: .ltp),
    Case(name: "wide, trade outside", bid: 80, ask: 120, last: 79.95, wanted: 100),
    Case(name: "wide without a trade", bid: 80, ask: 120, wanted: 100),
    Case(name: "a fifth", bid: 90, ask: 110, last: 95, wanted: 100),
    Case(name: "a few ticks", bid: 0.05, ask: 0.55, last: 0.1, wanted: 0.3),
  ]

  @Test(arguments: markets)
  func byItselfTakesWhatSaysMost(_ market: Case) {
    var quote = OptionQuote(strike: 100, isCall: true)
    (quote.bid, quote.ask, quote.last) = (market.bid, market.ask, market.last)
    // The close of the day before belongs to another forward.
    quote.previousClose = 77
    let found = PriceRule.automatic.price(of: quote)
    #expect(found?.value == market.wanted, "\(market.name)")
    #expect(found.map(\.source) == market.wanted.map { _ in market.source }, "\(market.name)")
  }

  @Test func oneKindIsTakenOrNone() {
    var quote = OptionQuote(strike: 100, isCall: true)
    for source in PriceSource.allCases {
      #expect(PriceRule.only(source).price(of: quote) == nil)
    }
    (quote.bid, quote.ask, quote.last, quote.previousClose) = (99, 101, 120, 77)
    let found = PriceSource.allCases.map { PriceRule.only($0).price(of: quote) }
    #expect(found.map { $0?.value } == [100, 120, 99, 101, 77])
    #expect(found.map { $0?.source } == PriceSource.allCases)
    quote.ask = 98
    #expect(PriceRule.only(.mid).price(of: quote) == nil)
    #expect(PriceRule.only(.ask).price(of: quote)?.value == 98)
    quote.last = 0
    #expect(PriceRule.only(.ltp).price(of: quote) == nil)
  }
}
