import Foundation
import Pricing
import Testing

/// Options valued from their prices, against numbers found elsewhere.
///
/// The wanted numbers were computed in 40 digits with mpmath from the formulas of Black (1976) and of
/// Black, Scholes and Merton, the volatilities by 200 bisections.
@Suite struct ValuerTests {
  /// From 2026-11-20 15:29:58 to 2026-11-23 15:40:00, to the second.
  private static let years = 259_802.0 / 31_536_000

  private static func rules() -> ValuationRules {
    var rules = ValuationRules()
    rules.rate = 0.0535
    rules.wantsNextDay = true
    return rules
  }

  private static func input(
    _ strike: Double, isCall: Bool, last: Double = .nan, years: Double = years
  ) -> ValuationInput {
    var quote = OptionQuote(strike: strike, isCall: isCall)
    quote.last = last
    return ValuationInput(quote, years: years)
  }

  private static func agree(_ one: Double, _ other: Double, within share: Double = 1e-12) -> Bool {
    abs(one - other) <= share * abs(other)
  }

  private static func check(_ valuer: borrowing Valuer, _ wanted: [Quantity: Double]) {
    for (quantity, number) in wanted {
      let found = valuer.value(quantity, 0)
      #expect(agree(found, number), "\(quantity): \(found) for \(number)")
    }
  }

  @Test func aCallOnItsForward() {
    var valuer = Valuer(Self.rules())
    var input = Self.input(24_500, isCall: true, last: 119.05)
    input.forward = 24_520.25
    valuer.add(input)
    valuer.evaluate()
    let found = valuer.valuations[0]
    #expect(found.status == .ok && found.priceSource == .ltp && found.marketPrice == 119.05)
    #expect(Self.agree(found.volatility, 0.12245254037266834))
    #expect(Self.agree(found.intrinsic, 20.25 * exp(-0.0535 * Self.years)))
    #expect(found.timeValue == found.price - found.intrinsic)
    Self.check(
      valuer,
      [
        .price: 119.05, .delta: 0.53160417698081995, .gamma: 0.0014585523289020809,
        .vega: 884.6581544565715, .theta: -6568.3529976189534, .rho: -0.98076573122780315,
      ])
  }

  @Test func aPutOnTheSpotPriceWithDividends() {
    var rules = Self.rules()
    rules.dividendYield = 0.012
    var valuer = Valuer(rules)
    var input = Self.input(24_500, isCall: false, last: 93.35)
    input.spot = 24_512.35
    valuer.add(input)
    valuer.evaluate()
    let found = valuer.valuations[0]
    #expect(found.forwardSource == .spot && Self.agree(found.forward, 24520.731913430085))
    #expect(found.intrinsic == 0)
    #expect(Self.agree(found.volatility, 0.1165350125425485))
    Self.check(
      valuer,
      [
        .price: 93.35, .delta: -0.46598268256972404, .gamma: 0.0015329551313564675,
        .vega: 884.28376568779181, .theta: -5775.3293331396531, .rho: -94.869255885409504,
      ])
  }

  @Test func aVolatilityThatIsGiven() {
    var valuer = Valuer(Self.rules())
    var input = Self.input(24_600, isCall: false, last: 1, years: 0.25)
    (input.forward, input.volatility) = (24_500, 0.13)
    valuer.add(input)
    valuer.evaluate()
    let found = valuer.valuations[0]
    #expect(found.status == .given && found.volatility == 0.13)
    #expect(found.priceSource == nil, "no price was asked for it")
    Self.check(
      valuer,
      [
        .price: 678.6116382115286, .delta: -0.50523004056759404, .gamma: 0.00024707245337397811,
        .vega: 4819.9203044762367, .theta: -1216.8735565195048, .rho: -169.65290955288215,
      ])
    #expect(Self.agree(found.nextDay, -3.3438285397320749, within: 1e-10))
  }

  /// A reason why an option has no volatility.
  struct Reason: Sendable {
    let status: ValuationStatus
    var last = Double.nan
    var forward = 24_600.0
    var years = 0.02
    var strike = 24_500.0
  }

  static let reasons = [
    Reason(status: .expired, last: 100, years: 0), Reason(status: .expired, last: 100, years: -1),
    Reason(status: .noForward, last: 100, forward: .nan), Reason(status: .noPrice),
    Reason(status: .noPrice, last: 0), Reason(status: .belowIntrinsic, last: 50),
    Reason(status: .aboveBound, last: 24_600), Reason(status: .noVolatility, last: 1, strike: 0),
    Reason(status: .noVolatility, last: 100, forward: 1e300),
  ]

  /// Whoever has no volatility has no number that looks like one.
  @Test(arguments: reasons)
  func noAnswerIsNoNumber(_ reason: Reason) {
    var rules = Self.rules()
    rules.isExtended = true
    var valuer = Valuer(rules)
    var input = Self.input(reason.strike, isCall: true, last: reason.last, years: reason.years)
    input.forward = reason.forward
    valuer.add(input)
    // A neighbour that has one.
    var sound = Self.input(24_500, isCall: true, last: 200, years: 0.02)
    sound.forward = 24_600
    valuer.add(sound)
    valuer.evaluate()
    let found = valuer.valuations[0]
    #expect(found.status == reason.status)
    #expect(found.volatility.isNaN && found.price.isNaN && found.timeValue.isNaN)
    #expect(found.nextDay.isNaN && !found.isPriced && valuer.pricedTerms(0) == nil)
    for quantity in Quantity.allCases { #expect(valuer.value(quantity, 0).isNaN) }
    #expect(found.intrinsic.isNaN == (reason.status == .noForward))
    if reason.status == .expired { #expect(found.intrinsic == 100) }
    #expect(valuer.valuations[1].status == .ok && valuer.value(.vega, 1) > 0)
  }

  @Test func aPriceFromElsewhereCountsWhereTheMarketShowsNone() {
    var valuer = Valuer(Self.rules())
    for last in [Double.nan, 210] {
      var input = Self.input(24_500, isCall: true, last: last)
      (input.forward, input.givenPrice) = (24_600, 200)
      valuer.add(input)
    }
    valuer.evaluate()
    #expect(valuer.valuations.map(\.marketPrice) == [200, 210])
    #expect(valuer.valuations.map(\.priceSource) == [nil, .ltp])
    #expect(valuer.valuations.allSatisfy { Self.agree($0.price, $0.marketPrice) })
  }
}
