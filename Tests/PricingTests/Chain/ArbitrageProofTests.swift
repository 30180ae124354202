import Foundation
import Pricing
import TestSupport
import Testing

/// Findings on chains with several wrong prices, against what trading them would bring.
@Suite struct ArbitrageProofTests {
  /// A chain of one expiry in which some markets are moved.
  private static func spoilt(_ random: inout SplitMix64) -> (chain: OptionChain, discount: Double) {
    var model = ModelChain.drawn(&random)
    model.strikes = Array(model.strikes.shuffled(using: &random).prefix(8))
    let options = model.options.map { option in
      var option = option
      guard Int.random(in: 0..<6, using: &random) == 0 else { return option }
      let size: Double = [5, 50, 500].randomElement(using: &random) ?? 5
      let shift = Double.random(in: -size...size, using: &random)
      option.quote.bid = max(0.05, option.quote.bid + shift)
      option.quote.ask = max(0.1, option.quote.ask + shift)
      return option
    }
    return (OptionChain(options), model.discount)
  }

  private static func market(of leg: ChainFinding.Leg, _ chain: OptionChain) -> OptionQuote? {
    let row = chain.rows.first { $0.strike == leg.strike }
    return (leg.isCall ? row?.call : row?.put)?.quote
  }

  /// What a finding's trade brings at least: cash now, and at expiry what is worst.
  private static func gain(
    _ finding: ChainFinding, _ chain: OptionChain, _ discount: Double,
    _ forward: ClosedRange<Double>
  ) throws -> Double {
    var cash = 0.0
    for leg in finding.legs {
      let quote = try #require(market(of: leg, chain))
      cash -= leg.units * (leg.units > 0 ? quote.ask : quote.bid)
    }
    // The options' payout is straight between strikes, and beyond them as far as anyone looks.
    let prices = [0, 1e6] + chain.rows.map(\.strike)
    let payouts = prices.map { price in
      let options = finding.legs.reduce(0) { sum, leg in
        sum + leg.units * max(leg.isCall ? price - leg.strike : leg.strike - price, 0)
      }
      guard let leg = finding.legs.first, finding.legs.count == 1 else { return options }
      // The unit of the forward that belongs to a bound.
      switch (finding.kind, leg.isCall) {
      case (.bound, true), (.intrinsic, false): return options + price - forward.upperBound
      case (.intrinsic, true): return options + forward.lowerBound - price
      default: return options
      }
    }
    let worst = try #require(payouts.min())
    // Paying the forward is the bound of a call itself.
    return cash + discount * worst
  }

  @Test func everyFindingGainsItsAmountWhateverHappens() throws {
    var random = SplitMix64(seed: 41)
    var kinds: Set<ChainFinding.Kind> = []
    for _ in 0..<(_isDebugAssertConfiguration() ? 300 : 20_000) {
      let (chain, discount) = Self.spoilt(&random)
      let forward = ParityForward(chain, discount: discount)?.market
      for finding in ArbitrageCheck(chain, discount: discount).findings {
        let gain = try Self.gain(finding, chain, discount, forward ?? 0...1e9)
        #expect(abs(gain - finding.amount) < 1e-7, "\(finding)")
        #expect(finding.amount > 0.05)
        kinds.insert(finding.kind)
      }
    }
    #expect(kinds.isSuperset(of: [.vertical, .butterfly, .parity, .intrinsic]))
  }

  /// Whether any two or three options, or any two strikes, break a rule; all are tried.
  private static func isBroken(_ chain: OptionChain, _ discount: Double) -> Bool {
    let rows = chain.rows
    for isCall in [true, false] {
      let side = rows.compactMap { (isCall ? $0.call : $0.put)?.quote }.filter(\.isTwoSided)
      for low in side {
        for high in side where high.strike > low.strike {
          let (dear, cheap) = isCall ? (low, high) : (high, low)
          if cheap.bid - dear.ask > 0.05 { return true }
          if dear.bid - cheap.ask - discount * (high.strike - low.strike) > 0.05 { return true }
          for middle in side where middle.strike > low.strike && middle.strike < high.strike {
            let share = (high.strike - middle.strike) / (high.strike - low.strike)
            if middle.bid - share * low.ask - (1 - share) * high.ask > 0.05 { return true }
          }
        }
      }
    }
    let pairs = rows.compactMap { row -> (OptionQuote, OptionQuote)? in
      guard let call = row.call?.quote, let put = row.put?.quote, call.isTwoSided, put.isTwoSided
      else { return nil }
      return (call, put)
    }
    return pairs.contains { dear in
      pairs.contains { cheap in
        let strikes = discount * (dear.0.strike - cheap.0.strike)
        return dear.0.bid - dear.1.ask - cheap.0.ask + cheap.1.bid + strikes > 0.05
      }
    }
  }

  @Test func somethingIsFoundExactlyWhereARuleIsBroken() {
    var random = SplitMix64(seed: 42)
    var broken = 0
    for _ in 0..<(_isDebugAssertConfiguration() ? 200 : 10_000) {
      let (chain, discount) = Self.spoilt(&random)
      let found = ArbitrageCheck(chain, discount: discount).findings
      let isBroken = Self.isBroken(chain, discount)
      if isBroken { broken += 1 }
      // An option may be outside its bounds without breaking a rule between options.
      if isBroken { #expect(!found.isEmpty) }
      if !isBroken { #expect(found.allSatisfy { $0.kind == .bound || $0.kind == .intrinsic }) }
    }
    #expect(broken > 50)
  }

  @Test func nothingIsBlamedTwiceAndOrderDoesNotMatter() {
    var random = SplitMix64(seed: 43)
    for _ in 0..<(_isDebugAssertConfiguration() ? 100 : 5_000) {
      let (chain, discount) = Self.spoilt(&random)
      let found = ArbitrageCheck(chain, discount: discount).findings
      let blamed = found.flatMap { finding in
        finding.legs.map { "\($0.strike) \($0.isCall)" }
      }
      #expect(Set(blamed).count == blamed.count)
      let options = chain.rows.flatMap { [$0.call, $0.put].compactMap { $0 } }
      let shuffled = OptionChain(options.shuffled(using: &random))
      #expect(ArbitrageCheck(shuffled, discount: discount).findings == found)
    }
  }
}
