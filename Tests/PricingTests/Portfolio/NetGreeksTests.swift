import Foundation
import Pricing
import TestSupport
import Testing

@Suite struct NetGreeksTests {
  static let call = OptionTerms(
    underlying: 25_000, strike: 25_200, years: 0.05, volatility: 0.14, rate: 0.06, model: .forward,
    isCall: true)

  /// Positions of several expiries in options and futures, bought and sold.
  static func drawn(_ count: Int, _ random: inout SplitMix64) -> [Position] {
    (0..<count).map { _ in
      let quantity = Double(Int.random(in: -20...20, using: &random) * 65)
      if Int.random(in: 0..<8, using: &random) == 0 {
        return Position(.underlying(price: 25_010), quantity: quantity)
      }
      var terms = call
      terms.strike = 24_000 + 50 * Double(Int.random(in: 0...40, using: &random))
      terms.years = [2.0 / 365, 9.0 / 365, 0.3].randomElement(using: &random) ?? 0.3
      terms.volatility = Double.random(in: 0.08...0.4, using: &random)
      terms.isCall = Bool.random(using: &random)
      if Bool.random(using: &random) { terms.model = .spot(yield: 0.01) }
      return Position(.option(terms), quantity: quantity)
    }
  }

  @Test func oneOptionHasItsOwnGreeksTimesTheUnits() {
    var batch = OptionBatch(capacity: 1)
    batch[0] = Self.call
    batch.evaluate(count: 1)
    let net = NetGreeks([Position(.option(Self.call), quantity: -130)])
    #expect(net.premium == -130 * batch.value(.price, 0))
    #expect(net.delta == -130 * batch.value(.delta, 0))
    #expect(net.gamma == -130 * batch.value(.gamma, 0))
    #expect(net.theta == -130 * batch.value(.theta, 0))
    #expect(net.vega == -130 * batch.value(.vega, 0))
    #expect(net.rho == -130 * batch.value(.rho, 0))
    #expect(net.deltaExposure == net.delta * 25_000)
    // A percent is 250 rupees: the delta changes by gamma times that, and each of it is worth 25,000.
    #expect(abs(net.gammaExposure - net.gamma * 250 * 25_000) < 1e-6)
  }

  /// By Black's formula with the C library: 0.05 years, deviation 0.0313..., no table.
  @Test func aHedgedCallByHand() {
    let deviation = 0.14 * 0.05.squareRoot()
    let first = log(25_000 / 25_200.0) / deviation + deviation / 2
    let discount = exp(-0.003)
    let delta = discount * ModelChain.normal(first)
    let density = exp(-first * first / 2) / (2 * Double.pi).squareRoot()
    let net = NetGreeks([
      Position(.option(Self.call), quantity: 650),
      Position(.underlying(price: 25_040), quantity: -260),
    ])
    #expect(abs(net.delta - (650 * delta - 260)) < 1e-9)
    #expect(abs(net.deltaExposure - (650 * delta * 25_000 - 260 * 25_040)) < 1e-5)
    #expect(abs(net.vega / 100 - 650 * discount * 250 * density * 0.05.squareRoot()) < 1e-7)
    #expect(abs(net.gamma - 650 * discount * density / (25_000 * deviation)) < 1e-12)
  }

  @Test func aFutureIsDeltaAlone() {
    let net = NetGreeks([Position(.underlying(price: 25_000), quantity: 75)])
    #expect(net.delta == 75)
    #expect(net.deltaExposure == 1_875_000)
    #expect(
      [net.premium, net.gamma, net.theta, net.vega, net.rho, net.gammaExposure] == [
        0, 0, 0, 0, 0, 0,
      ])
  }

  @Test func nothingIsNothing() {
    let net = NetGreeks([])
    #expect([net.premium, net.delta, net.deltaExposure, net.theta] == [0, 0, 0, 0])
  }

  @Test func whatIsBoughtAndSoldIsNothing() {
    var random = SplitMix64(seed: 61)
    let held = Self.drawn(40, &random)
    let sold = held.map { Position($0.instrument, quantity: -$0.quantity) }
    let net = NetGreeks((held + sold).shuffled(using: &random))
    let numbers = [
      net.premium, net.delta, net.gamma, net.theta, net.vega, net.rho, net.deltaExposure,
      net.gammaExposure,
    ]
    #expect(numbers.allSatisfy { abs($0) < 1e-9 })
  }

  @Test func theOrderOfThePositionsDoesNotMatter() {
    var random = SplitMix64(seed: 62)
    for _ in 0..<(_isDebugAssertConfiguration() ? 5 : 300) {
      let positions = Self.drawn(300, &random)
      let net = NetGreeks(positions)
      #expect(NetGreeks(positions.shuffled(using: &random)) == net)
    }
  }

  @Test func whatIsSmallIsNotLostBesideWhatCancels() {
    let quantities = [1, 1e16, -1e16]
    let net = NetGreeks(quantities.map { Position(.underlying(price: 100), quantity: $0) })
    #expect(net.delta == 1)
    #expect(net.deltaExposure == 100)
  }

  /// Of numbers so far apart even a compensated sum depends on the order in which they are added.
  @Test func theOrderDoesNotMatterHoweverFarTheSizesAreApart() {
    var random = SplitMix64(seed: 63)
    for _ in 0..<100 {
      let positions = (0..<40).map { _ in
        let size = Double.random(in: 1...10, using: &random)
        let power = pow(10, Double(Int.random(in: -40...40, using: &random)))
        return Position(
          .underlying(price: 100),
          quantity: Bool.random(using: &random) ? size * power : -size * power)
      }
      let cancelled = positions + positions.map { Position($0.instrument, quantity: -$0.quantity) }
      let net = NetGreeks(cancelled)
      #expect(NetGreeks(cancelled.shuffled(using: &random)) == net)
    }
  }

  @Test(arguments: [(24_900.0, 0.0, 300.0), (24_900, -1, 300), (25_300, 0, 0)])
  func anOptionWithoutTimeIsItsIntrinsicValue(strike: Double, years: Double, wanted: Double) {
    var terms = Self.call
    (terms.underlying, terms.strike, terms.years) = (25_200, strike, years)
    let net = NetGreeks([Position(.option(terms), quantity: 2)])
    #expect(net.premium == 2 * wanted)
    #expect(net.delta == 0)
    #expect(net.gammaExposure == 0)
  }

  @Test(arguments: [0, -1, Double.nan, Double.infinity])
  func saysWhatHasNoValue(number: Double) {
    #expect(Position(.option(Self.call), quantity: 1).isPriceable)
    #expect(Position(.option(Self.call), quantity: number).isPriceable == number.isFinite)
    #expect(!Position(.underlying(price: number), quantity: 1).isPriceable)
    for field in [\OptionTerms.underlying, \.strike, \.volatility] {
      var terms = Self.call
      terms[keyPath: field] = number
      #expect(!Position(.option(terms), quantity: 1).isPriceable)
      // Once its time has run out, the volatility counts no longer.
      terms.years = 0
      #expect(Position(.option(terms), quantity: 1).isPriceable == (field == \.volatility))
    }
  }
}
