import Pricing
import TestSupport
import Testing

@Suite struct VolatilityPropertyTests {
  /// An option of any kind, from a minute to five years and from half a percent to five hundred.
  private static func draw(_ random: inout SplitMix64) -> OptionTerms {
    let underlying = power(of: 10, 0...6, &random)
    let years = power(of: 10, -5.72...0.699, &random)
    let volatility = power(of: 10, -2.301...0.699, &random)
    let reach = Double.random(in: -6...6, using: &random)
    let isForward = Bool.random(using: &random)
    return OptionTerms(
      underlying: underlying,
      strike: underlying * (1 + max(-0.9, reach * volatility * years.squareRoot())),
      years: years, volatility: volatility, rate: Double.random(in: -0.05...0.15, using: &random),
      model: isForward ? .forward : .spot(yield: Double.random(in: 0...0.05, using: &random)),
      isCall: Bool.random(using: &random))
  }

  private static func power(
    of base: Int, _ range: ClosedRange<Double>, _ random: inout SplitMix64
  ) -> Double {
    let exponent = Double.random(in: range, using: &random)
    let whole = exponent.rounded(.down)
    // Even within a decade is even enough, and needs no mathematics library.
    var result = 1 + (exponent - whole) * Double(base - 1)
    let factor = whole < 0 ? 1 / Double(base) : Double(base)
    for _ in 0..<Int(abs(whole)) { result *= factor }
    return result
  }

  private static func values(of options: [OptionTerms]) -> OptionBatch {
    var batch = OptionBatch(capacity: options.count)
    for (index, terms) in options.enumerated() { batch[index] = terms }
    batch.evaluate(count: options.count)
    return batch
  }

  /// Price, then volatility, then price again: the second price may differ by what the digits of the
  /// volatility and of the inputs make of it.
  ///
  /// Optimised code goes over far more options than code that is not.
  @Test func thePriceOfAVolatilityIsThePriceItWasFoundFrom() {
    var random = SplitMix64(seed: 11)
    let size = _isDebugAssertConfiguration() ? 300 : 1_000
    var solved = 0
    var solver = VolatilityBatch(capacity: size)
    for _ in 0..<(_isDebugAssertConfiguration() ? 1 : 200) {
      var options = (0..<size).map { _ in Self.draw(&random) }
      let given = Self.values(of: options)
      for (index, terms) in options.enumerated() {
        solver.set(index, price: given.value(.price, index), terms)
      }
      solver.solve(count: size)
      for index in 0..<size where solver.status(index) == .solved {
        solved += 1
        options[index].volatility = solver.volatility(index)
      }
      let found = Self.values(of: options)
      for (index, terms) in options.enumerated() where solver.status(index) == .solved {
        let price = given.value(.price, index)
        let sensitivity = given.value(.vega, index) * terms.volatility
        // What a unit of the last place of underlying, strike, and rates does to the price.
        let scale = terms.underlying + terms.strike + sensitivity
        guard abs(found.value(.price, index) - price) <= 16 * 0x1p-53 * scale else {
          Issue.record("\(terms) at \(price) has \(solver.volatility(index))")
          return
        }
      }
      for index in 0..<size where solver.status(index) != .solved {
        // Only where the volatility did not leave a trace in the price.
        let terms = options[index]
        let trace = given.value(.vega, index) * terms.volatility
        guard trace <= 0x1p-40 * (terms.underlying + terms.strike) else {
          Issue.record("\(terms) at \(given.value(.price, index)): \(solver.status(index))")
          return
        }
      }
    }
    #expect(solved > size / 2)
  }

  /// The status and the bits of an option's volatility among others.
  private static func answer(
    to price: Double, _ terms: OptionTerms, at place: Int, of count: Int,
    _ random: inout SplitMix64
  ) -> [UInt64] {
    var batch = VolatilityBatch(capacity: count)
    for index in 0..<count {
      let other = draw(&random)
      let bound = min(other.underlying, other.strike)
      let price = bound * Double.random(in: -0.1...1.1, using: &random)
      batch.set(index, price: index % 5 == 0 ? .nan : price, other)
    }
    batch.set(place, price: price, terms)
    batch.solve(count: count)
    return [UInt64(batch.status(place).rawValue), batch.volatility(place).bitPattern]
  }

  @Test func anAnswerIsTheSameAnywhereInABatch() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<(_isDebugAssertConfiguration() ? 10 : 200) {
      let terms = Self.draw(&random)
      let price = Self.values(of: [terms]).value(.price, 0)
      let alone = Self.answer(to: price, terms, at: 0, of: 1, &random)
      for place in [0, 1, 7, 8, 15, 22] {
        #expect(Self.answer(to: price, terms, at: place, of: 23, &random) == alone)
      }
    }
  }

  /// Prices that rise have volatilities that rise, from below the intrinsic value to above the bound.
  @Test func volatilitiesRiseWithPrices() {
    var random = SplitMix64(seed: 13)
    let count = 64
    var batch = VolatilityBatch(capacity: count)
    for _ in 0..<(_isDebugAssertConfiguration() ? 5 : 2_000) {
      let terms = Self.draw(&random)
      let most = (terms.isCall ? terms.underlying : terms.strike) * 1.2
      var prices = (0..<count).map { _ in Double.random(in: 0...most, using: &random) }
      prices.sort()
      for (index, price) in prices.enumerated() { batch.set(index, price: price, terms) }
      batch.solve(count: count)
      let order = [VolatilityStatus.noPrice, .belowIntrinsic, .solved, .aboveBound]
      let places = (0..<count).map { order.firstIndex(of: batch.status($0)) ?? -1 }
      #expect(places == places.sorted() && !places.contains(-1))
      let found = (0..<count).map { batch.volatility($0) }.filter { !$0.isNaN }
      #expect(found == found.sorted())
      #expect(found.count == places.filter { $0 == 2 }.count)
    }
  }

  /// Volatilities of neighbouring prices are neighbours, wherever one way to find them ends and another
  /// begins.
  @Test func neighbouringPricesHaveNeighbouringVolatilities() {
    var random = SplitMix64(seed: 14)
    var batch = VolatilityBatch(capacity: 2)
    for _ in 0..<(_isDebugAssertConfiguration() ? 50 : 20_000) {
      var terms = Self.draw(&random)
      let price = Double.random(in: 0.001...0.3, using: &random) * terms.underlying
      batch.set(0, price: price, terms)
      batch.set(1, price: price.nextUp, terms)
      batch.solve(count: 2)
      guard batch.status(0) == .solved, batch.status(1) == .solved else { continue }
      terms.volatility = batch.volatility(0)
      // What a unit of the last place of the inputs makes of the volatility.
      let vega = Self.values(of: [terms]).value(.vega, 0)
      let share = (terms.underlying + terms.strike) / (vega * terms.volatility)
      let change = batch.volatility(1) / batch.volatility(0) - 1
      #expect(abs(change) <= 8 * 0x1p-53 * (1 + share), "\(terms) at \(price)")
    }
  }

  @Test func aBatchIsUsedAgain() {
    let terms = OptionTerms(
      underlying: 100, strike: 100, years: 1, volatility: .nan, rate: 0, model: .forward,
      isCall: true)
    var batch = VolatilityBatch(capacity: 3)
    #expect(batch.capacity == 8)
    #expect(batch.status(0) == .noPrice && batch.volatility(0).isNaN)
    let prices = [8.0, .nan, 200, -1, 8]
    let statuses = [VolatilityStatus.solved, .noPrice, .aboveBound, .noPrice, .solved]
    for (price, status) in zip(prices, statuses) {
      batch.set(2, price: price, terms)
      batch.solve(count: 3)
      #expect(batch.status(2) == status)
      #expect(batch.volatility(2).isNaN == (status != .solved))
      #expect(batch.status(5) == .noPrice && batch.volatility(5).isNaN)
    }
    #expect(abs(batch.volatility(2) - 0.200867) < 1e-6)
  }
}
