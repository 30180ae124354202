import Pricing
import TestSupport
import Testing

/// Rows of a file may hold anything.
@Suite struct JunkTests {
  private static let numbers = [
    Double.nan, .infinity, -.infinity, -1, -0.0, 0, .leastNonzeroMagnitude, 1e-300, 0.05, 0.1, 5,
    30, 5_000, 1e200,
    1e308,
  ]

  private static func draw(_ random: inout SplitMix64) -> Double {
    numbers.randomElement(using: &random) ?? 0
  }

  private static func chain(_ random: inout SplitMix64) -> OptionChain {
    OptionChain(
      (0..<Int.random(in: 0...10, using: &random)).map { _ in
        let isStrange = Int.random(in: 0..<4, using: &random) == 0
        let strike =
          isStrange ? Self.draw(&random) : Double(Int.random(in: 18...22, using: &random))
        var quote = OptionQuote(strike: strike, isCall: Bool.random(using: &random))
        quote.bid = Self.draw(&random)
        quote.ask = Self.draw(&random)
        quote.last = Self.draw(&random)
        quote.openInterest = Self.draw(&random)
        quote.volume = Self.draw(&random)
        let volatility = Bool.random(using: &random) ? Self.draw(&random) : nil
        return OptionChain.Option(quote, volatility: volatility)
      })
  }

  @Test func anythingIsTakenAndWhatComesOutIsSound() {
    var random = SplitMix64(seed: 81)
    for _ in 0..<(_isDebugAssertConfiguration() ? 2_000 : 100_000) {
      let (near, far) = (Self.chain(&random), Self.chain(&random))
      if let forward = ParityForward(near, discount: 0.9) {
        #expect(forward.value > 0 && forward.value.isFinite && forward.dispersion >= 0)
      }
      let check = ArbitrageCheck(near, discount: 0.9)
      let later = ArbitrageCheck(far, discount: 0.8)
      let found = check.findings + check.calendarFindings(against: later)
      #expect(found.allSatisfy { $0.amount > 0.05 && !$0.strikes.isEmpty })
      let summaries = [near, far].map {
        ChainSummary($0, forward: Self.draw(&random), years: Self.draw(&random))
      }
      for segment in TermStructure(summaries).segments {
        #expect(segment.near.years <= segment.far.years)
      }
      for summary in summaries where summary.maxPain != nil {
        #expect((summary.maxPain ?? 0) > 0)
      }
    }
  }
}
