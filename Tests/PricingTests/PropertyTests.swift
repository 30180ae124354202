import Pricing
import TestSupport
import Testing

@Suite struct PropertyTests {
  private static func draw(_ random: inout SplitMix64) -> OptionTerms {
    let underlying = Double.random(in: 5_000...90_000, using: &random)
    let isForward = Bool.random(using: &random)
    return OptionTerms(
      underlying: underlying, strike: underlying * Double.random(in: 0.7...1.4, using: &random),
      years: Double.random(in: 0.001...2, using: &random),
      volatility: Double.random(in: 0.03...1.2, using: &random),
      rate: Double.random(in: -0.02...0.12, using: &random),
      model: isForward ? .forward : .spot(yield: Double.random(in: 0...0.04, using: &random)),
      isCall: Bool.random(using: &random))
  }

  /// The bits of all values of an option that stands at a place of a batch among others.
  private static func bits(
    of terms: OptionTerms, at place: Int, _ random: inout SplitMix64
  ) -> [UInt64] {
    var batch = OptionBatch(capacity: 24)
    for index in 0..<24 { batch[index] = draw(&random) }
    batch[place] = terms
    batch.evaluate(count: 24, isExtended: true)
    return Quantity.allCases.map { batch.value($0, place).bitPattern }
  }

  @Test func anOptionIsWorthTheSameAnywhereInABatch() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<50 {
      let terms = Self.draw(&random)
      let first = Self.bits(of: terms, at: 0, &random)
      for place in [1, 7, 8, 15, 23] {
        #expect(Self.bits(of: terms, at: place, &random) == first)
      }
    }
  }

  @Test func aShortEvaluationGivesTheSameFirstValues() {
    var random = SplitMix64(seed: 4)
    var batch = OptionBatch(capacity: 16)
    for index in 0..<16 { batch[index] = Self.draw(&random) }
    batch.evaluate(count: 16, isExtended: true)
    let whole = (0..<16).map { index in
      Quantity.allCases.prefix(9).map { batch.value($0, index).bitPattern }
    }
    batch.evaluate(count: 16)
    let short = (0..<16).map { index in
      Quantity.allCases.prefix(9).map { batch.value($0, index).bitPattern }
    }
    #expect(whole == short)
  }

  /// A call less its put is the forward less the strike, discounted.
  @Test func callAndPutAreAtParity() {
    var random = SplitMix64(seed: 5)
    var batch = OptionBatch(capacity: 8)
    for _ in 0..<2_000 {
      var terms = Self.draw(&random)
      (terms.rate, terms.model) = (0, .forward)
      terms.isCall = true
      batch[0] = terms
      terms.isCall = false
      batch[1] = terms
      batch.evaluate(count: 2, isExtended: true)
      let difference = batch.value(.price, 0) - batch.value(.price, 1)
      #expect(abs(difference - (terms.underlying - terms.strike)) <= 1e-15 * 8 * terms.underlying)
      #expect(abs(batch.value(.delta, 0) - batch.value(.delta, 1) - 1) <= 1e-15)
      for quantity in [Quantity.gamma, .vega, .vanna, .vomma, .speed, .zomma, .color, .ultima] {
        #expect(batch.value(quantity, 0) == batch.value(quantity, 1))
      }
    }
  }

  /// Whatever the inputs, a price lies within its bounds and moves the way it must.
  @Test func pricesAreWithinTheirBoundsAndRise() {
    var random = SplitMix64(seed: 6)
    var batch = OptionBatch(capacity: 8)
    for _ in 0..<2_000 {
      var terms = Self.draw(&random)
      (terms.rate, terms.model) = (0, .forward)
      batch[0] = terms
      terms.volatility *= 1.01
      batch[1] = terms
      terms.volatility /= 1.01
      terms.strike *= 1.001
      batch[2] = terms
      batch.evaluate(count: 3)
      let price = batch.value(.price, 0)
      let lower = max(0, terms.isCall ? terms.underlying - terms.strike : 0)
      #expect(price >= lower - 1e-9 * terms.underlying)
      #expect(price <= max(terms.underlying, terms.strike))
      #expect(batch.value(.price, 1) >= price)
      #expect(terms.isCall ? batch.value(.price, 2) <= price : batch.value(.price, 2) >= price)
    }
  }

  @Test(arguments: [0, -1, Double.nan, Double.infinity])
  func saysWhatHasNoPrice(number: Double) {
    let sound = OptionTerms(
      underlying: 100, strike: 100, years: 1, volatility: 0.2, rate: 0.05, model: .forward,
      isCall: true)
    #expect(sound.isPriceable)
    for field in [\OptionTerms.underlying, \.strike, \.years, \.volatility] {
      var terms = sound
      terms[keyPath: field] = number
      #expect(!terms.isPriceable)
    }
    var terms = sound
    terms.rate = number
    #expect(terms.isPriceable == number.isFinite)
  }
}
