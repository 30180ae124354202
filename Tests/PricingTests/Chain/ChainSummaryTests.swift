import Foundation
import Pricing
import TestSupport
import Testing

@Suite struct ChainSummaryTests {
  private static func option(
    _ strike: Double, _ isCall: Bool, openInterest: Double = .nan, volume: Double = .nan,
    last: Double = .nan, volatility: Double? = nil
  ) -> OptionChain.Option {
    var quote = OptionQuote(strike: strike, isCall: isCall)
    (quote.openInterest, quote.volume, quote.last) = (openInterest, volume, last)
    return OptionChain.Option(quote, volatility: volatility)
  }

  private static func summary(
    _ options: [OptionChain.Option], forward: Double? = 100, years: Double = 0.25
  ) -> ChainSummary {
    ChainSummary(OptionChain(options), forward: forward, years: years)
  }

  // MARK: At the money

  @Test(arguments: [
    (96.0, 100.0), (94.9, 90), (95, 90), (95.1, 100), (100, 100), (500, 110), (1, 90),
  ])
  func theStrikeAtTheMoneyIsTheNearest(forward: Double, wanted: Double) {
    let options = [90.0, 100, 110].map { Self.option($0, true) }
    #expect(Self.summary(options, forward: forward).atTheMoneyStrike == wanted)
  }

  @Test func volatilityAtTheMoneyLiesBetweenThePutBelowAndTheCallAbove() throws {
    // What is in the money, 0.9, does not count.
    let options = [
      Self.option(90, true, volatility: 0.9), Self.option(90, false, volatility: 0.2),
      Self.option(110, true, volatility: 0.1), Self.option(110, false, volatility: 0.9),
    ]
    for (forward, wanted) in [(95.0, 0.175), (91, 0.195), (109, 0.105)] {
      let found = try #require(Self.summary(options, forward: forward).atTheMoneyVolatility)
      #expect(abs(found - wanted) < 1e-15)
    }
    let outside = [options[1], options[2]]
    #expect(Self.summary(outside, forward: 90).atTheMoneyVolatility == 0.2)
    #expect(Self.summary([options[1]], forward: 90).atTheMoneyVolatility == 0.2)
    #expect(Self.summary([options[1]], forward: 91).atTheMoneyVolatility == nil)
    #expect(Self.summary(options, forward: 89).atTheMoneyVolatility == nil)
    #expect(Self.summary(options, forward: 111).atTheMoneyVolatility == nil)
    #expect(Self.summary(options, forward: nil).atTheMoneyVolatility == nil)
    // On a strike that is the forward it is the middle of both.
    let both = [
      Self.option(100, true, volatility: 0.1), Self.option(100, false, volatility: 0.2),
    ]
    #expect(abs(try #require(Self.summary(both).atTheMoneyVolatility) - 0.15) < 1e-15)
  }

  @Test func strikesWithoutVolatilityArePassedOver() throws {
    let options = [
      Self.option(90, false, volatility: 0.2), Self.option(95, false),
      Self.option(97, false, volatility: 0), Self.option(98, false, volatility: .nan),
      Self.option(110, true, volatility: 0.1),
    ]
    #expect(try #require(Self.summary(options).atTheMoneyVolatility) == (0.2 + 0.1) / 2)
  }

  @Test func movesAreThoseOfTheVolatilityAndOfTheStraddle() throws {
    let options = [
      Self.option(100, true, last: 5, volatility: 0.2),
      Self.option(100, false, last: 4, volatility: 0.2),
    ]
    let summary = Self.summary(options, forward: 100, years: 0.25)
    #expect(summary.straddle == 9)
    #expect(abs(try #require(summary.oneSigmaMove) - 10) < 1e-12)
    var stale = options
    stale[0].quote.isFresh = false
    #expect(Self.summary(stale).straddle == nil)
    #expect(Self.summary([options[0]]).straddle == nil)
    let ask = ChainSummary(
      OptionChain(options), forward: 100, years: 0.25, rule: .only(.ask))
    #expect(ask.straddle == nil)
  }

  // MARK: Open interest and volume

  @Test func activityIsAddedUpAndCompared() {
    let options = [
      Self.option(90, true, openInterest: 100, volume: 0),
      Self.option(100, true, openInterest: 300),
      Self.option(90, false, openInterest: 600, volume: 50), Self.option(100, false, volume: 25),
    ]
    let summary = Self.summary(options)
    #expect(summary.calls.openInterest == 400)
    #expect(summary.puts.openInterest == 600)
    #expect(summary.calls.volume == 0)
    #expect(summary.puts.volume == 75)
    #expect(summary.openInterestRatio == 1.5)
    #expect(summary.volumeRatio == nil)
    let nothing = Self.summary([Self.option(90, true), Self.option(90, false, openInterest: 5)])
    #expect(nothing.calls.openInterest == nil)
    #expect(nothing.openInterestRatio == nil)
  }

  @Test func maxPainByHand() {
    // At 90 the calls pay nothing and the puts 10·300 + 20·100 = 5,000; at 100 the calls 10·100 and the
    // puts 10·100, 2,000; at 110 the calls 20·100 + 10·200 = 4,000.
    let options = [
      Self.option(90, true, openInterest: 100), Self.option(100, true, openInterest: 200),
      Self.option(100, false, openInterest: 300), Self.option(110, false, openInterest: 100),
    ]
    #expect(Self.summary(options).maxPain == 100)
  }

  @Test(arguments: [(95.0, 100.0), (104, 100), (105, 100), (106, 110), (200, 120)])
  func maxPainThatIsLevelIsNearestTheForward(forward: Double, wanted: Double) {
    // Between the put at 100 and the call at 120 nothing is paid.
    let options = [
      Self.option(100, false, openInterest: 70), Self.option(110, true),
      Self.option(120, true, openInterest: 30), Self.option(130, true, openInterest: 30),
      Self.option(90, false, openInterest: 10),
    ]
    #expect(Self.summary(options, forward: forward).maxPain == wanted)
    #expect(Self.summary(options, forward: nil).maxPain == 100)
  }

  @Test func maxPainNeedsOpenInterest() {
    #expect(Self.summary([]).maxPain == nil)
    #expect(Self.summary([Self.option(100, true)]).maxPain == nil)
    #expect(Self.summary([Self.option(100, true, openInterest: 0)]).maxPain == nil)
  }

  @Test func maxPainHasTheLeastPayoutOfAllStrikes() throws {
    var random = SplitMix64(seed: 21)
    for _ in 0..<(_isDebugAssertConfiguration() ? 200 : 20_000) {
      let strikes = (1...Int.random(in: 1...12, using: &random)).map { Double($0 * 50) }
      let most = [3, 1_000_000].randomElement(using: &random) ?? 3
      let options = strikes.flatMap { strike in
        [true, false].map { isCall in
          Self.option(
            strike, isCall, openInterest: Double(Int.random(in: 0...most, using: &random)))
        }
      }
      let forward = Double.random(in: 0.1...700, using: &random)
      let payouts = strikes.map { price in
        options.reduce(0) { sum, option in
          let gain = option.quote.isCall ? price - option.quote.strike : option.quote.strike - price
          return sum + max(gain, 0) * option.quote.openInterest
        }
      }
      let least = payouts.min()
      let wanted = zip(strikes, payouts).filter { $0.1 == least }.map { $0.0 }
        .min { abs($0 - forward) < abs($1 - forward) }
      let found = Self.summary(options.shuffled(using: &random), forward: forward).maxPain
      let isAnythingOpen = options.contains { $0.quote.openInterest > 0 }
      #expect(found == (isAnythingOpen ? wanted : nil))
    }
  }

  // MARK: Skew

  /// A chain whose volatilities run straight along the deltas of each wing.
  private static func straight(
    call: (Double, Double), put: (Double, Double), strikes: [Double]
  ) -> [OptionChain.Option] {
    [true, false].flatMap { isCall in
      strikes.map { strike in
        let (start, slope) = isCall ? call : put
        var volatility = start
        for _ in 0..<60 {
          let deviation = volatility * 0.5
          let first = log(100 / strike) / deviation + deviation / 2
          volatility = start + slope * ModelChain.normal(isCall ? first : -first)
        }
        return option(strike, isCall, volatility: volatility)
      }
    }
  }

  @Test func skewIsReadWhereDeltaIsAQuarter() throws {
    let strikes = stride(from: 60.0, through: 160, by: 5).map { $0 }
    let options = Self.straight(call: (0.18, 0.04), put: (0.3, -0.1), strikes: strikes)
    let summary = Self.summary(options)
    let skew = try #require(summary.skew)
    #expect(abs(skew.callVolatility - 0.19) < 1e-12)
    #expect(abs(skew.putVolatility - 0.275) < 1e-12)
    #expect(abs(skew.riskReversal - (0.19 - 0.275)) < 1e-12)
    let middle = try #require(summary.atTheMoneyVolatility)
    #expect(abs(skew.butterfly - ((0.19 + 0.275) / 2 - middle)) < 1e-12)
  }

  @Test func aFlatSmileHasNoSkew() throws {
    let strikes = stride(from: 60.0, through: 160, by: 5).map { $0 }
    let options = Self.straight(call: (0.2, 0), put: (0.2, 0), strikes: strikes)
    let skew = try #require(Self.summary(options, forward: 101).skew)
    #expect(abs(skew.riskReversal) < 1e-15)
    #expect(abs(skew.butterfly) < 1e-15)
  }

  @Test(arguments: [[95.0, 100, 105], [60, 70, 140, 160], [60, 65, 70, 75, 80, 85, 90, 95]])
  func wingsThatDoNotReachAQuarterHaveNoSkew(strikes: [Double]) {
    let options = Self.straight(call: (0.2, 0), put: (0.2, 0), strikes: strikes)
    #expect(Self.summary(options).skew == nil)
  }

  @Test(arguments: [0, -1, Double.nan])
  func withoutTimeThereIsNoVolatility(years: Double) {
    let options = Self.straight(call: (0.2, 0), put: (0.2, 0), strikes: [90, 100, 110])
    let summary = Self.summary(options, years: years)
    #expect(summary.atTheMoneyVolatility == nil)
    #expect(summary.oneSigmaMove == nil)
    #expect(summary.skew == nil)
    #expect(summary.atTheMoneyStrike == 100)
  }

  @Test func theOrderOfTheRowsDoesNotMatter() throws {
    var random = SplitMix64(seed: 22)
    for _ in 0..<(_isDebugAssertConfiguration() ? 10 : 500) {
      let model = ModelChain.drawn(&random)
      var options = model.options
      for index in options.indices {
        options[index].quote.openInterest = Double.random(in: 0...1e7, using: &random).rounded()
        options[index].quote.volume = Double.random(in: 0...1e9, using: &random).rounded()
      }
      let first = ChainSummary(OptionChain(options), forward: model.forward, years: model.years)
      let other = ChainSummary(
        OptionChain(options.shuffled(using: &random)), forward: model.forward, years: model.years)
      #expect(first == other)
      #expect(first.atTheMoneyVolatility != nil)
    }
  }
}
