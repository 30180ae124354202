import Foundation
import Pricing
import TestSupport
import Testing

@Suite struct ParityForwardTests {
  /// A market of this width around a price.
  private static func quote(
    _ strike: Double, _ isCall: Bool, _ middle: Double, width: Double = 1
  ) -> OptionQuote {
    var quote = OptionQuote(strike: strike, isCall: isCall)
    quote.bid = middle - width / 2
    quote.ask = middle + width / 2
    return quote
  }

  private static func pair(
    _ strike: Double, _ call: Double, _ put: Double, width: Double = 1
  ) -> [OptionQuote] {
    [quote(strike, true, call, width: width), quote(strike, false, put, width: width)]
  }

  @Test(arguments: [
    (1.0, 102.0), (0.8, 102.5), (0.5, 104), (1.25, 101.6),
  ])
  func onePairIsTheForwardByParity(discount: Double, wanted: Double) throws {
    let forward = try #require(ParityForward(Self.pair(100, 5, 3), discount: discount))
    #expect(abs(forward.value - wanted) < 1e-12)
    #expect(forward.pairs == 1)
    #expect(forward.source == .quotes)
    #expect(forward.dispersion == 0)
    // Sold by the call's bid and the put's ask, bought the other way round.
    let market = try #require(forward.market)
    #expect(abs(market.lowerBound - (100 + (4.5 - 3.5) / discount)) < 1e-12)
    #expect(abs(market.upperBound - (100 + (5.5 - 2.5) / discount)) < 1e-12)
  }

  @Test func narrowMarketsCountMore() throws {
    // 102 with spreads of 0.45 and a tick, 103 with spreads of 0.95 and a tick: weights 4 and 1. The
    // heavier is the median and, no distance being typical, the lighter one is left out.
    let two = Self.pair(100, 5, 3, width: 0.225) + Self.pair(101, 5, 3, width: 0.475)
    let far = try #require(ParityForward(two, discount: 1))
    #expect(abs(far.value - 102) < 1e-12)
    #expect(far.pairs == 1)
    // 102.04 is within a tick of the median, so both count, as 4 to 1.
    let near = Self.pair(100, 5, 3, width: 0.225) + Self.pair(101, 4.04, 3, width: 0.475)
    let mean = try #require(ParityForward(near, discount: 1))
    #expect(abs(mean.value - (102 + 0.04 / 5)) < 1e-12)
    #expect(mean.pairs == 2)
  }

  @Test func halvesThatMeetBetweenTwoGiveTheMiddle() throws {
    let quotes = Self.pair(100, 5, 3) + Self.pair(101, 6, 3)
    let forward = try #require(ParityForward(quotes, discount: 1))
    #expect(forward.value == 103)
    #expect(forward.dispersion == 1)
    #expect(forward.pairs == 2)
  }

  /// Four forwards a rupee or less from 1,000 and one farther away: the median distance is a rupee.
  @Test(arguments: [(2.5, 5, 1_000.3), (3, 5, 1_000.4), (3.5, 4, 999.75)])
  func threeMedianDistancesAndATickAreCounted(distance: Double, pairs: Int, wanted: Double) throws {
    let quotes = [-1, -1, 0, 1, distance].enumerated().flatMap { place, shift in
      let strike = 998 + Double(place)
      return Self.pair(strike, 20 + 1_000 + shift - strike, 20)
    }
    let forward = try #require(ParityForward(quotes, discount: 1))
    #expect(forward.pairs == pairs)
    #expect(abs(forward.value - wanted) < 1e-9)
    #expect(abs(forward.dispersion - 1) < 1e-9)
  }

  @Test func theMarketIsTheBestBidAndTheBestAsk() throws {
    // One pair is sold for 102.6 and bought for 105.4, the other one for 0.04 more.
    let quotes = Self.pair(100, 7, 3, width: 1.4) + Self.pair(101, 6.04, 3, width: 1.4)
    let forward = try #require(ParityForward(quotes, discount: 1))
    #expect(forward.pairs == 2)
    let market = try #require(forward.market)
    #expect(abs(market.lowerBound - 102.64) < 1e-12)
    #expect(abs(market.upperBound - 105.4) < 1e-12)
  }

  @Test func oneWrongQuoteDoesNotMoveIt() throws {
    let model = ModelChain(halfSpread: 0.2)
    var quotes = model.quotes
    let clean = try #require(ParityForward(quotes, discount: model.discount))
    let wrong = try #require(quotes.firstIndex { $0.strike == 25_000 && $0.isCall })
    quotes[wrong].bid += 60
    quotes[wrong].ask += 60
    let moved = try #require(ParityForward(quotes, discount: model.discount))
    #expect(abs(moved.value - clean.value) < 0.1)
    #expect(moved.pairs == ParityForward.mostPairs - 1)
    #expect(abs(moved.value - model.forward) < 0.1)
  }

  /// Far strikes whose wide markets have the same middle look like the money, but are not.
  @Test func wideMarketsFarAwayAreNotTheMoney() throws {
    let model = ModelChain()
    var quotes = model.quotes
    for strike in stride(from: 20_000.0, to: 23_000, by: 200) {
      quotes += Self.pair(strike, 1_500, 1_500, width: 2_998)
    }
    let forward = try #require(ParityForward(quotes, discount: model.discount))
    #expect(abs(forward.value - model.forward) < 0.1)
    #expect(forward.pairs == 7)
  }

  @Test func theSevenNearestCount() throws {
    // Beyond the nearest seven calls and puts are twice as far apart, and nobody looks.
    var quotes: [OptionQuote] = []
    for place in -10...10 {
      let difference = -10 * Double(abs(place) <= 3 ? place : 2 * place)
      quotes += Self.pair(
        1_000 + 10 * Double(place), max(difference, 0) + 20, max(-difference, 0) + 20)
    }
    let forward = try #require(ParityForward(quotes, discount: 1))
    #expect(forward.value == 1_000)
    #expect(forward.pairs == 7)
    #expect(forward.dispersion == 0)
  }

  @Test func lastTradesCountOnlyWhereNoPairHasTwoMarkets() throws {
    var call = OptionQuote(strike: 100, isCall: true)
    var put = OptionQuote(strike: 100, isCall: false)
    (call.last, put.last) = (5, 3)
    let trades = try #require(ParityForward([call, put], discount: 1))
    #expect(trades.value == 102)
    #expect(trades.source == .trades)
    #expect(trades.market == nil)
    // A market on one side alone is no pair of markets.
    (call.bid, call.ask) = (9, 9.5)
    #expect(try #require(ParityForward([call, put], discount: 1)).source == .trades)
    let both = try #require(ParityForward([call, put] + Self.pair(101, 5, 3), discount: 1))
    #expect(both.source == .quotes)
    #expect(both.value == 103)
  }

  @Test(arguments: [
    "nothing", "no put", "stale call", "stale put", "crossed", "no price", "repeated",
  ])
  func thereIsNoneWithoutAPair(reason: String) {
    var quotes = Self.pair(100, 5, 3)
    switch reason {
    case "nothing": quotes = []
    case "no put": quotes.removeLast()
    case "stale call": quotes[0].isFresh = false
    case "stale put": quotes[1].isFresh = false
    case "crossed": (quotes[0].bid, quotes[0].ask) = (6, 5)
    case "no price": (quotes[0].bid, quotes[0].ask) = (.nan, .nan)
    default: quotes.append(quotes[0])
    }
    #expect(ParityForward(quotes, discount: 1) == nil)
  }

  @Test(arguments: [0, -1, Double.nan, Double.infinity])
  func thereIsNoneWithoutADiscount(discount: Double) {
    #expect(ParityForward(Self.pair(100, 5, 3), discount: discount) == nil)
  }

  @Test func aModelsForwardIsFoundWithinItsMarket() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<(_isDebugAssertConfiguration() ? 40 : 4_000) {
      let model = ModelChain.drawn(&random)
      let quotes = model.quotes
      guard let forward = ParityForward(quotes, discount: model.discount) else { continue }
      // Prices of whole ticks may lie a tick beside those of the model on either leg.
      let allowed = (2 * model.halfSpread + 4 * model.tick) / model.discount
      #expect(abs(forward.value - model.forward) <= allowed)
      #expect(try #require(forward.market).contains(model.forward))
      let other = ParityForward(quotes.shuffled(using: &random), discount: model.discount)
      #expect(other?.value.bitPattern == forward.value.bitPattern)
      #expect(other == forward)
    }
  }

  @Test func contractsThatComeTwiceAreLeftOutAndNamed() throws {
    var quotes = Self.pair(100, 5, 3) + Self.pair(101, 5, 3)
    quotes.append(Self.quote(101, true, 7))
    for order in [quotes, quotes.reversed()] {
      let chain = OptionChain(order)
      #expect(chain.rows.map(\.strike) == [100, 101])
      #expect(chain.rows[1].call == nil)
      #expect(chain.repeated.map(\.strike) == [101])
      #expect(chain.repeated.map(\.isCall) == [true])
      #expect(try #require(ParityForward(chain, discount: 1)).value == 102)
    }
  }

  @Test(arguments: [0, -100, Double.nan, Double.infinity])
  func optionsWithoutAStrikeAreLeftOut(strike: Double) {
    #expect(OptionChain(Self.pair(strike, 5, 3)).rows.isEmpty)
  }
}
