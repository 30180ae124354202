import Pricing
import Testing

@testable import Benchmarks

/// The yardstick does the same work as what is measured beside it.
@Suite struct LibraryFormulaTests {
  static let options = MadeChain.options(1024)

  @Test func givesWhatTheKernelGives() {
    let pricing = BatchPricing(Self.options, reading: [.price], of: 1)
    _ = pricing.run()
    for (index, option) in Self.options.enumerated() {
      let formula = LibraryFormula(option)
      let pairs: [(Quantity, Double)] = [
        (.price, formula.price), (.delta, formula.delta), (.gamma, formula.gamma),
        (.theta, formula.theta), (.vega, formula.vega), (.rho, formula.rho),
        (.vanna, formula.vanna), (.vomma, formula.vomma), (.charm, formula.charm),
      ]
      for (quantity, value) in pairs {
        let expected = pricing.batch.value(quantity, index)
        // In the wings the library's price is a difference of two large numbers.
        #expect(abs(value - expected) <= 1e-9 * (1 + abs(expected)), "\(quantity) of \(option)")
      }
    }
  }

  @Test func bothAddUpTheSamePrices() {
    let subject = BatchPricing(Self.options, reading: [.price], of: Self.options.count)
    let yardstick = LibraryLoop(Self.options, .price)
    #expect(subject.operations == yardstick.operations)
    let sum = subject.run()
    #expect(abs(yardstick.run() - sum) <= 1e-9 * sum)
  }

  @Test func aLoopOverRowsGoesRoundItsOptions() {
    let once = LibraryLoop(InMemory.options, .priceAndGreeks).run()
    let twice = LibraryLoop(rows: 2 * InMemory.count).run()
    #expect(abs(twice - 2 * once) <= 1e-9 * abs(once))
    #expect(LibraryLoop(rows: 5000).operations == 5000)
  }
}
