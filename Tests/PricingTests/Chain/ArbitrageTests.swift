import Foundation
import Pricing
import TestSupport
import Testing

@Suite struct ArbitrageTests {
  /// A chain at 1,000 with its markets given: calls and puts of four strikes, without interest.
  private static func chain(
    calls: [(Double, Double, Double)] = [], puts: [(Double, Double, Double)] = []
  ) -> OptionChain {
    OptionChain(
      [(true, calls), (false, puts)].flatMap { isCall, markets in
        markets.map { strike, bid, ask in
          var quote = OptionQuote(strike: strike, isCall: isCall)
          (quote.bid, quote.ask) = (bid, ask)
          return quote
        }
      })
  }

  private static func legs(_ finding: ChainFinding) -> [String] {
    finding.legs.map { "\($0.units) \($0.strike) \($0.isCall ? "CE" : "PE")" }
  }

  // MARK: By hand

  @Test func aCallThatCostsMoreThanALowerOneIsAVertical() throws {
    let chain = Self.chain(calls: [(1_000, 20, 21), (1_050, 23, 24)])
    let found = ArbitrageCheck(chain, discount: 1).findings
    #expect(found.map(\.kind) == [.vertical])
    #expect(Self.legs(found[0]) == ["1.0 1000.0 CE", "-1.0 1050.0 CE"])
    #expect(found[0].amount == 2)
    #expect(found[0].strikes == [1_000, 1_050])
  }

  @Test func pricesThatFallFasterThanTheStrikesRiseAreAVertical() throws {
    // 50 rupees at expiry are 45 now; the call falls by 60 - 10 = 50 at least.
    let calls = ArbitrageCheck(
      Self.chain(calls: [(1_000, 60, 61), (1_050, 9, 10)]), discount: 0.9
    ).findings
    #expect(calls.map(\.kind) == [.vertical])
    #expect(Self.legs(calls[0]) == ["-1.0 1000.0 CE", "1.0 1050.0 CE"])
    #expect(abs(calls[0].amount - 5) < 1e-12)
    let puts = ArbitrageCheck(
      Self.chain(puts: [(1_000, 9, 10), (1_050, 60, 61)]), discount: 0.9
    ).findings
    #expect(puts.map(\.kind) == [.vertical])
    #expect(Self.legs(puts[0]) == ["1.0 1000.0 PE", "-1.0 1050.0 PE"])
    #expect(abs(puts[0].amount - 5) < 1e-12)
  }

  @Test func aPutThatCostsMoreThanAHigherOneIsAVertical() {
    let found = ArbitrageCheck(
      Self.chain(puts: [(1_000, 23, 24), (1_050, 20, 21)]), discount: 1
    ).findings
    #expect(found.map(\.kind) == [.vertical])
    #expect(Self.legs(found[0]) == ["-1.0 1000.0 PE", "1.0 1050.0 PE"])
    #expect(found[0].amount == 2)
  }

  @Test(arguments: [true, false])
  func aBumpIsAButterfly(isCall: Bool) {
    // A quarter of the way from 1,000 to 1,200 the wings cost 0.75·100 + 0.25·20 = 80.
    let calls = [(1_000.0, 99.0, 100.0), (1_050, 83, 84), (1_200, 19, 20)]
    let puts = calls.map { (2_200 - $0.0, $0.1, $0.2) }
    let chain = isCall ? Self.chain(calls: calls) : Self.chain(puts: puts)
    let found = ArbitrageCheck(chain, discount: 1).findings
    #expect(found.map(\.kind) == [.butterfly])
    #expect(found.first?.amount == 3)
    #expect(
      found.first.map(Self.legs)
        == (isCall
          ? ["0.75 1000.0 CE", "-1.0 1050.0 CE", "0.25 1200.0 CE"]
          : ["0.25 1000.0 PE", "-1.0 1150.0 PE", "0.75 1200.0 PE"]))
  }

  @Test func forwardsThatAreApartAreAgainstParity() {
    // At 1,000 the forward is sold for 1,000 + 30 - 21 = 1,009 and at 1,050 bought for 1,007.
    let chain = Self.chain(
      calls: [(1_000, 30, 31), (1_050, 7, 8)], puts: [(1_000, 20, 21), (1_050, 51, 52)])
    let found = ArbitrageCheck(chain, discount: 1).findings
    #expect(found.map(\.kind) == [.parity])
    #expect(found.first?.amount == 2)
    #expect(
      found.first.map(Self.legs)
        == ["-1.0 1000.0 CE", "1.0 1000.0 PE", "1.0 1050.0 CE", "-1.0 1050.0 PE"])
  }

  @Test(arguments: [
    // A forward sold for 990 and bought for 1,010 is 891 and 909 now, the strikes 837, 999 and 450.
    (true, 930.0, 53.0, 53.9, ChainFinding.Kind.intrinsic, 0.1),
    (true, 930, 909.1, 950, .bound, 0.1),
    (false, 1_110, 89, 89.9, .intrinsic, 0.1),
    (false, 500, 450.2, 460, .bound, 0.2),
  ])
  func anOptionHasBoundsOfItsOwn(
    isCall: Bool, strike: Double, bid: Double, ask: Double, kind: ChainFinding.Kind, amount: Double
  ) {
    let market = [(strike, bid, ask)]
    let chain = isCall ? Self.chain(calls: market) : Self.chain(puts: market)
    let found = ArbitrageCheck(chain, discount: 0.9, forward: 990...1_010).findings
    #expect(found.map(\.kind) == [kind])
    #expect(abs((found.first?.amount ?? .nan) - amount) < 1e-9)
    #expect(found.first?.strikes == [strike])
    // Without a forward only the put's upper bound is known.
    let without = ArbitrageCheck(chain, discount: 0.9).findings
    #expect(without.isEmpty == (isCall || kind == .intrinsic))
  }

  @Test func whatDoesNotTradeProvesNothing() {
    let markets = [(1_000.0, 20.0, 21.0), (1_050, 23, 24)]
    for spoil in 0..<3 {
      var quotes = markets.map { strike, bid, ask in
        var quote = OptionQuote(strike: strike, isCall: true)
        (quote.bid, quote.ask) = (bid, ask)
        return quote
      }
      switch spoil {
      case 0: quotes[1].isFresh = false
      case 1: (quotes[1].bid, quotes[1].ask) = (24, 23)
      default: quotes[0].ask = .nan
      }
      #expect(ArbitrageCheck(OptionChain(quotes), discount: 1).findings.isEmpty)
    }
  }

  @Test func aTickIsTolerated() {
    let chain = Self.chain(calls: [(1_000, 20, 21), (1_050, 21.04, 24)])
    #expect(ArbitrageCheck(chain, discount: 1).findings.isEmpty)
    #expect(ArbitrageCheck(chain, discount: 1, tolerance: 0.03).findings.count == 1)
  }

  @Test func wideNeighboursHideNothing() {
    let verticals = Self.chain(calls: [(1_000, 20, 21), (1_050, 1, 60), (1_100, 23, 24)])
    #expect(ArbitrageCheck(verticals, discount: 1).findings.first?.strikes == [1_000, 1_100])
    let falls = Self.chain(calls: [(1_000, 120, 121), (1_050, 10, 90), (1_100, 5, 6)])
    #expect(ArbitrageCheck(falls, discount: 1).findings.first?.strikes == [1_000, 1_100])
    let butterflies = Self.chain(
      calls: [(1_000, 99, 100), (1_050, 20, 140), (1_100, 63, 64), (1_200, 19, 20)])
    let found = ArbitrageCheck(butterflies, discount: 1).findings
    #expect(found.map(\.strikes) == [[1_000, 1_100, 1_200]])
    #expect(found.first?.amount == 3)
  }

  // MARK: Clean chains

  @Test func aModelsChainHasNoFindings() {
    var random = SplitMix64(seed: 31)
    for _ in 0..<(_isDebugAssertConfiguration() ? 30 : 5_000) {
      let model = ModelChain.drawn(&random)
      let chain = OptionChain(model.options.shuffled(using: &random))
      let check = ArbitrageCheck(chain, discount: model.discount)
      #expect(check.findings == [], "\(model)")
      var later = model
      later.years += Double.random(in: 0...0.2, using: &random)
      later.forward *= exp(model.rate * (later.years - model.years))
      let laterCheck = ArbitrageCheck(OptionChain(later.options), discount: later.discount)
      #expect(check.calendarFindings(against: laterCheck) == [], "\(model)")
    }
  }

  // MARK: One wrong price

  private static let model = ModelChain(years: 30.0 / 365, halfSpread: 0.2)

  /// The findings of the model's chain with an option moved, or a call and its put.
  private static func findings(
    _ strike: Double, call: Double = 0, put: Double = 0
  ) -> [ChainFinding] {
    let options = model.options.map { option in
      var option = option
      let shift = option.quote.isCall ? call : put
      if option.quote.strike == strike {
        option.quote.bid += shift
        option.quote.ask += shift
      }
      return option
    }
    return ArbitrageCheck(OptionChain(options), discount: model.discount).findings
  }

  @Test(arguments: [24_300.0, 24_700, 25_000, 25_400, 25_700], [true, false])
  func oneWrongPriceIsOneFinding(strike: Double, isCall: Bool) {
    for (shift, kind) in [(150.0, ChainFinding.Kind.vertical), (8, .butterfly)] {
      let found = Self.findings(
        strike, call: isCall ? shift : 0, put: isCall ? 0 : shift)
      #expect(found.map(\.kind) == [kind])
      let blamed = found.first?.legs.first { $0.strike == strike }
      #expect(blamed?.isCall == isCall)
      #expect(blamed?.units == -1)
    }
    // Call and put apart by less than the curvature allows either of them.
    let apart = Self.findings(strike, call: 1, put: -1)
    #expect(apart.map(\.kind) == [.parity])
    #expect(apart.first?.strikes.contains(strike) == true)
  }

  @Test func anAskBelowTheForwardsWorthIsOneFinding() {
    let deep = Self.findings(24_000, call: -300)
    #expect(deep.map(\.kind) == [.intrinsic])
    #expect(deep.first?.legs.map(\.isCall) == [true])
    let mirrored = Self.findings(26_000, put: -300)
    #expect(mirrored.map(\.kind) == [.intrinsic])
    #expect(mirrored.first?.legs.map(\.isCall) == [false])
  }

  @Test(arguments: [24_600.0, 24_990, 25_100, 25_500])
  func anOptionAboveALaterOneIsACalendar(strike: Double) throws {
    var near = Self.model
    near.strikes = [strike]
    let isCall = strike > near.forward
    var later = near
    later.years = 60.0 / 365
    later.forward *= exp(near.rate * 30 / 365)
    later.strikes = Self.model.strikes
    later.volatility = 0.08
    let forward = (near.forward - 0.1)...(near.forward + 0.1)
    let check = ArbitrageCheck(
      OptionChain(near.options), discount: near.discount, forward: forward)
    let laterCheck = ArbitrageCheck(OptionChain(later.options), discount: later.discount)
    let found = check.calendarFindings(against: laterCheck)
    #expect(found.map(\.kind) == [.calendar])
    let finding = try #require(found.first)
    #expect(finding.legs.first == finding.legs.first { !$0.isLater })
    #expect(finding.legs.allSatisfy { $0.isCall == isCall })
    // The later options make up, in number and in strike, what the earlier forward grows to.
    let bought = finding.legs.filter(\.isLater)
    let growth = later.forward / near.forward
    let units = bought.reduce(0) { $0 + $1.units }
    #expect(abs(units - near.discount / later.discount / growth) < 1e-4)
    let place = bought.reduce(0) { $0 + $1.units * $1.strike } / units
    #expect(abs(place - strike * growth) < 2)
    let paid = bought.reduce(0) {
      $0 + $1.units * later.option($1.strike, isCall: isCall).quote.ask
    }
    let sold = near.option(strike, isCall: isCall).quote.bid
    #expect(abs(finding.amount - (sold - paid)) < 1e-9)
    #expect(finding.amount > 1)
  }

  /// Without interest, a call at 1,000 is sold for 20 and later ones cost 19.5 at 1,000 and 15 at 1,010.
  ///
  /// Where the later forward is that of the earlier the gain is 0.5. Where it may be lower by 2, the
  /// strike that is as far may be 998, for which nobody sells; where it may be higher, nothing changes.
  @Test(arguments: [(1_000.0...1_000.0, 1), (1_000...1_004, 1), (998...1_000, 0), (996...996, 0)])
  func ofTheForwardsMarketTheSideThatSaysLeastCounts(forward: ClosedRange<Double>, count: Int) {
    let near = ArbitrageCheck(
      Self.chain(calls: [(1_000, 20, 21)]), discount: 1, forward: 1_000...1_000)
    let far = ArbitrageCheck(
      Self.chain(calls: [(1_000, 19, 19.5), (1_010, 14, 15)]), discount: 1, forward: forward)
    let found = near.calendarFindings(against: far)
    #expect(found.count == count)
    #expect(found.allSatisfy { abs($0.amount - 0.5) < 1e-12 })
    // Mirrored for puts.
    let nearPuts = ArbitrageCheck(
      Self.chain(puts: [(1_000, 20, 21)]), discount: 1, forward: 1_000...1_000)
    let farPuts = ArbitrageCheck(
      Self.chain(puts: [(1_000, 19, 19.5), (990, 14, 15)]), discount: 1,
      forward: (2_000 - forward.upperBound)...(2_000 - forward.lowerBound))
    #expect(nearPuts.calendarFindings(against: farPuts).count == count)
  }

  @Test(arguments: [(1_000.0...1_000.0, 1), (998...1_000, 1), (1_000...1_002, 0)])
  func thatHoldsForTheEarlierForwardToo(forward: ClosedRange<Double>, count: Int) {
    let near = ArbitrageCheck(Self.chain(calls: [(1_000, 20, 21)]), discount: 1, forward: forward)
    let far = ArbitrageCheck(
      Self.chain(calls: [(1_000, 19, 19.5), (1_010, 14, 15)]), discount: 1,
      forward: 1_000...1_000)
    #expect(near.calendarFindings(against: far).count == count)
  }

  @Test func aLaterChainWithoutAForwardProvesNothing() {
    var near = Self.model
    near.strikes = [25_000]
    let check = ArbitrageCheck(OptionChain(near.options), discount: 1, forward: 25_000...25_000)
    let later = ArbitrageCheck(OptionChain([OptionQuote]()), discount: 1)
    #expect(check.calendarFindings(against: later).isEmpty)
  }
}
