import Foundation
import Pricing
import Testing

/// Which forward an option has, and which formula prices it.
@Suite struct ForwardTests {
  private static let years = 0.1

  /// A call of 100 with a price, in a chain whose calls and puts imply a forward of 102.
  private static func valuation(
    _ rules: ValuationRules, given: Double = .nan, future: Double = .nan, hasPut: Bool = true,
    spot: Double = .nan, indexSpot: Double = .nan, years: Double = years
  ) -> Valuation {
    var valuer = Valuer(rules)
    let expiry = valuer.addExpiry()
    let other = valuer.addExpiry()
    // What belongs to another expiry is never looked at.
    valuer.setFuture(150, of: other)
    valuer.setSpot(151, of: other)
    valuer.setFuture(future, of: expiry)
    valuer.setSpot(indexSpot, of: expiry)
    let difference = 2 * exp(-rules.rate * years)
    for isCall in [true, false] where isCall || hasPut {
      var quote = OptionQuote(strike: 100, isCall: isCall)
      quote.bid = 4 + (isCall ? difference : 0) - 0.05
      quote.ask = 4 + (isCall ? difference : 0) + 0.05
      var input = ValuationInput(quote, years: years)
      (input.forward, input.spot, input.expiry) = (given, spot, expiry)
      valuer.add(input)
    }
    valuer.evaluate()
    return valuer.valuations[0]
  }

  private static func rules(
    _ rule: ForwardRule = .automatic, model: ModelRule = .automatic
  ) -> ValuationRules {
    var rules = ValuationRules()
    (rules.rate, rules.dividendYield) = (0.07, 0.02)
    (rules.forward, rules.model) = (rule, model)
    return rules
  }

  private static let spotForward = 99 * exp(0.05 * years)

  @Test func theBestThereIsComesFirst() {
    let all = Self.valuation(Self.rules(), given: 101, future: 103, spot: 99)
    #expect(all.forward == 101 && all.forwardSource == .given)
    let future = Self.valuation(Self.rules(), future: 103, spot: 99)
    #expect(future.forward == 103 && future.forwardSource == .future)
    let parity = Self.valuation(Self.rules(), spot: 99)
    #expect(abs(parity.forward - 102) < 1e-12 && parity.forwardSource == .parity)
    let spot = Self.valuation(Self.rules(), hasPut: false, spot: 99, indexSpot: 98)
    #expect(abs(spot.forward - Self.spotForward) < 1e-12 && spot.forwardSource == .spot)
    let index = Self.valuation(Self.rules(), hasPut: false, indexSpot: 99)
    #expect(index.forward == spot.forward && index.forwardSource == .spot)
    let none = Self.valuation(Self.rules(), hasPut: false)
    #expect(none.forward.isNaN && none.forwardSource == nil && none.status == .noForward)
  }

  @Test(arguments: ForwardSource.allCases)
  func oneSourceIsTakenOrNone(source: ForwardSource) {
    let wanted: [ForwardSource: Double] = [
      .given: 101, .future: 103, .parity: 102, .spot: Self.spotForward,
    ]
    let rules = Self.rules(.only(source))
    let found = Self.valuation(rules, given: 101, future: 103, spot: 99)
    #expect(abs(found.forward - (wanted[source] ?? .nan)) < 1e-12)
    #expect(found.forwardSource == source)
    let missing = Self.valuation(
      rules, given: source == .given ? .nan : 101, future: source == .future ? .nan : 103,
      hasPut: source != .parity, spot: source == .spot ? .nan : 99)
    #expect(missing.forwardSource == nil && missing.status == .noForward)
    #expect(missing.price.isNaN && missing.intrinsic.isNaN && missing.volatility.isNaN)
  }

  @Test(arguments: [0, -1, Double.nan])
  func whatIsNotAboveZeroIsNone(number: Double) {
    let found = Self.valuation(
      Self.rules(), given: number, future: number, hasPut: false, spot: number, indexSpot: 99)
    #expect(found.forwardSource == .spot && abs(found.forward - Self.spotForward) < 1e-12)
  }

  /// Without quotes of the other right there is no parity, however fresh they are elsewhere.
  @Test func aStalePutImpliesNothing() {
    var valuer = Valuer(Self.rules())
    let expiry = valuer.addExpiry()
    for isCall in [true, false] {
      var quote = OptionQuote(strike: 100, isCall: isCall)
      (quote.bid, quote.ask, quote.isFresh) = (4, 5, isCall)
      var input = ValuationInput(quote, years: 0.1)
      input.expiry = expiry
      valuer.add(input)
    }
    valuer.evaluate()
    #expect(valuer.valuations.allSatisfy { $0.status == .noForward })
  }

  /// After expiry the spot price is the forward: there is nothing to carry it to.
  @Test func nothingIsCarriedPastExpiry() {
    for years in [0, -0.5] {
      let found = Self.valuation(Self.rules(), spot: 107, years: years)
      #expect(found.forward == 107 && found.status == .expired && found.intrinsic == 7)
    }
  }

  /// Black's formula on a forward of the market, that on the spot price where there is no other, told
  /// apart by what a rate does: the first knows only the discount.
  @Test func theFormulaFollowsTheForward() {
    let rule = Self.rules()
    let own = Self.gains(rule, given: 101)
    #expect(own.model == .forward && own.underlying == 101)
    let spot = Self.gains(rule, spot: 99)
    #expect(spot.model == .spot(yield: 0.02) && spot.underlying == 99)
    let black = Self.gains(Self.rules(model: .black76), spot: 99)
    #expect(black.model == .forward && abs(black.underlying - Self.spotForward) < 1e-12)
    let merton = Self.gains(Self.rules(model: .bsm), given: 101, spot: 99)
    #expect(merton.model == .spot(yield: 0.02) && merton.underlying == 99)
    // A forward alone says what the spot price is.
    let carried = Self.gains(Self.rules(model: .bsm), given: 101)
    #expect(carried.model == .spot(yield: 0.02))
    #expect(abs(carried.underlying - 101 * exp(-0.05 * Self.years)) < 1e-12)
  }

  private static func gains(
    _ rules: ValuationRules, given: Double = .nan, spot: Double = .nan
  ) -> OptionTerms {
    var valuer = Valuer(rules)
    var input = ValuationInput(OptionQuote(strike: 100, isCall: true), years: years)
    (input.forward, input.spot, input.givenPrice) = (given, spot, 5)
    valuer.add(input)
    valuer.evaluate()
    return valuer.pricedTerms(0)
      ?? OptionTerms(
        underlying: 0, strike: 0, years: 0, volatility: 0, rate: 0, model: .forward, isCall: true)
  }
}
