import Foundation
import Pricing
import TestSupport
import Testing

/// What holds of any options that are valued together.
@Suite struct ValuerPropertyTests {
  private static let isSlow = _isDebugAssertConfiguration()

  /// A snapshot of several expiries with everything in it that a market shows: wide and one-sided
  /// markets, prices below what they can be, options that have expired, rows that stand alone.
  private struct Drawn {
    var futures: [Double] = []
    var spots: [Double] = []
    var inputs: [ValuationInput] = []

    init(_ random: inout SplitMix64) {
      for expiry in 0..<3 {
        futures.append(expiry == 0 ? 24_530 : .nan)
        spots.append(expiry == 2 ? 24_500 : .nan)
        let years = Double.random(in: -0.001...0.05, using: &random)
        for strike in stride(from: 24_000.0, through: 25_000, by: 100) {
          for isCall in [true, false] where Int.random(in: 0..<8, using: &random) > 0 {
            inputs.append(Self.input(strike, isCall: isCall, years, expiry, &random))
          }
        }
      }
      var alone = Self.input(24_500, isCall: true, 0.02, -1, &random)
      alone.forward = 24_510
      inputs.append(alone)
    }

    private static func input(
      _ strike: Double, isCall: Bool, _ years: Double, _ expiry: Int, _ random: inout SplitMix64
    ) -> ValuationInput {
      var quote = OptionQuote(strike: strike, isCall: isCall)
      let inside = max(0, isCall ? 24_520 - strike : strike - 24_520)
      let price = inside + Double.random(in: -20...200, using: &random)
      let width = Double.random(in: -2...60, using: &random)
      if Int.random(in: 0..<5, using: &random) > 0 {
        (quote.bid, quote.ask) = (price - width / 2, price + width / 2)
      }
      if Bool.random(using: &random) { quote.last = price }
      quote.isFresh = Int.random(in: 0..<6, using: &random) > 0
      // Quotes a moment apart.
      let moment = Double(Int.random(in: 0..<3, using: &random)) * 1e-8
      var input = ValuationInput(quote, years: years + moment)
      input.expiry = expiry
      if Int.random(in: 0..<9, using: &random) == 0 { input.volatility = 0.15 }
      if Int.random(in: 0..<9, using: &random) == 0 { input.givenPrice = 150 }
      return input
    }

    /// The valuer of these options, in some order.
    func valuer(_ rules: ValuationRules, order: [Int]? = nil) -> Valuer {
      var valuer = Valuer(rules)
      for expiry in futures.indices {
        _ = valuer.addExpiry()
        valuer.setFuture(futures[expiry], of: expiry)
        valuer.setSpot(spots[expiry], of: expiry)
      }
      for index in order ?? Array(inputs.indices) { valuer.add(inputs[index]) }
      valuer.evaluate()
      return valuer
    }
  }

  private static func rules(_ side: VolatilitySide = .own) -> ValuationRules {
    var rules = ValuationRules()
    (rules.rate, rules.dividendYield) = (0.06, 0.01)
    (rules.wantsNextDay, rules.isExtended, rules.volatilitySide) = (true, true, side)
    return rules
  }

  /// All that was found of an option, to the bit.
  private static func bits(_ valuer: borrowing Valuer, _ index: Int) -> [UInt64] {
    let found = valuer.valuations[index]
    let words = [
      found.status.rawValue, found.forwardSource?.rawValue ?? "", found.priceSource?.rawValue ?? "",
      "\(found.isOtherSide)",
    ].map { UInt64(bitPattern: Int64($0.hashValue)) }
    let numbers =
      [
        found.forward, found.marketPrice, found.volatility, found.intrinsic, found.price,
        found.nextDay, found.timeValue, valuer.discount(index),
      ] + Quantity.allCases.map { valuer.value($0, index) }
    return words + numbers.map { $0.isNaN ? 0 : $0.bitPattern }
  }

  @Test(arguments: [VolatilitySide.own, .otm])
  func theOrderOfTheRowsIsNeverSeen(side: VolatilitySide) {
    var random = SplitMix64(seed: 31)
    for _ in 0..<(Self.isSlow ? 8 : 400) {
      let drawn = Drawn(&random)
      let straight = drawn.valuer(Self.rules(side))
      let order = drawn.inputs.indices.shuffled(using: &random)
      let shuffled = drawn.valuer(Self.rules(side), order: order)
      for (place, index) in order.enumerated() {
        #expect(Self.bits(shuffled, place) == Self.bits(straight, index))
      }
    }
  }

  /// A contract that comes twice in a snapshot speaks for no other, whichever came first.
  @Test func aContractThatComesTwiceSpeaksForNoOther() {
    var random = SplitMix64(seed: 32)
    var drawn = Drawn(&random)
    drawn.inputs = []
    for (isCall, last) in [(true, 520.0), (false, 9.0), (false, 20.0)] {
      var quote = OptionQuote(strike: 24_020, isCall: isCall)
      quote.last = last
      var input = ValuationInput(quote, years: 0.02)
      input.expiry = 0
      drawn.inputs.append(input)
    }
    for order in [[0, 1, 2], [0, 2, 1], [2, 1, 0]] {
      let valuer = drawn.valuer(Self.rules(.otm), order: order)
      let call = order.firstIndex(of: 0) ?? 0
      #expect(!valuer.valuations[call].isOtherSide)
      #expect(abs(valuer.valuations[call].price - 520) < 1e-9)
    }
  }

  /// Used again, a valuer knows nothing of what it valued before, and one option alone is worth what it
  /// is among others that have its forward.
  @Test func anOptionIsWorthTheSameAloneAndAgain() {
    var random = SplitMix64(seed: 33)
    let drawn = Drawn(&random)
    let together = drawn.valuer(Self.rules())
    var used = drawn.valuer(Self.rules())
    for index in drawn.inputs.indices {
      used.removeAll()
      var input = drawn.inputs[index]
      input.forward = together.valuations[index].forward
      let isSpot = together.valuations[index].forwardSource == .spot
      if isSpot { (input.forward, input.spot) = (.nan, 24_500) }
      input.expiry = -1
      used.add(input)
      used.evaluate()
      var (alone, among) = (Self.bits(used, 0), Self.bits(together, index))
      // Where the forward came from is not the same.
      (alone[1], among[1]) = (0, 0)
      #expect(alone == among)
    }
  }

  /// What is lost until tomorrow is what a revaluation says, and never more than there is.
  @Test func tomorrowIsARevaluationAndNeverLosesMoreThanThereIs() {
    var random = SplitMix64(seed: 34)
    var (priced, gone, capped) = (0, 0, 0)
    for _ in 0..<(Self.isSlow ? 20 : 1_000) {
      let drawn = Drawn(&random)
      let today = drawn.valuer(Self.rules())
      var later = drawn
      for index in later.inputs.indices {
        later.inputs[index].years -= 1 / 365.0
        later.inputs[index].volatility = today.valuations[index].volatility
        if today.valuations[index].forwardSource != .spot {
          later.inputs[index].forward = today.valuations[index].forward
        }
      }
      let tomorrow = later.valuer(Self.rules())
      for (index, found) in today.valuations.enumerated() where found.isPriced {
        priced += 1
        let left = max(found.timeValue, 0)
        #expect(found.nextDay >= -left)
        if drawn.inputs[index].years <= 1 / 365.0 {
          gone += 1
          #expect(found.nextDay == -left)
        } else {
          let change = tomorrow.valuations[index].price - found.price
          if change < -left { capped += 1 }
          #expect(found.nextDay == max(change, -left))
        }
      }
    }
    #expect(priced > 200 && gone > 10, "\(priced), \(gone), \(capped)")
  }

  @Test func anOptionInTheMoneyHasTheVolatilityOfItsOtherSide() {
    var random = SplitMix64(seed: 35)
    var taken = 0
    for _ in 0..<(Self.isSlow ? 10 : 300) {
      let drawn = Drawn(&random)
      let own = drawn.valuer(Self.rules())
      let otm = drawn.valuer(Self.rules(.otm))
      for (index, input) in drawn.inputs.enumerated() {
        let (before, after) = (own.valuations[index], otm.valuations[index])
        guard after.isOtherSide else {
          #expect(after.volatility.bitPattern == before.volatility.bitPattern)
          continue
        }
        let other = drawn.inputs.firstIndex {
          $0.expiry == input.expiry && $0.quote.strike == input.quote.strike
            && $0.quote.isCall != input.quote.isCall
        }
        #expect(
          input.quote.isCall
            ? after.forward > input.quote.strike : after.forward < input.quote.strike)
        #expect(after.marketPrice.bitPattern == before.marketPrice.bitPattern)
        guard let other, after.status == .ok, drawn.inputs[other].years == input.years,
          own.valuations[other].status == .ok
        else { continue }
        taken += 1
        #expect(after.volatility == own.valuations[other].volatility)
      }
    }
    #expect(taken > 10)
  }

  /// A dearer option has more volatility, and calls cost more as the forward rises.
  @Test func valuesMoveTheWayTheyMust() {
    var random = SplitMix64(seed: 36)
    for _ in 0..<(Self.isSlow ? 30 : 2_000) {
      let isCall = Bool.random(using: &random)
      let strike = Double.random(in: 23_000...26_000, using: &random)
      var valuer = Valuer(Self.rules())
      let price = Double.random(in: 1_600...2_500, using: &random)
      for step in 0..<4 {
        var quote = OptionQuote(strike: strike, isCall: isCall)
        quote.last = price + (step == 1 ? 1 : 0)
        var input = ValuationInput(quote, years: 0.08)
        input.forward = step < 2 ? 24_500 : 24_500 + Double(step)
        if step >= 2 { input.volatility = 0.2 }
        valuer.add(input)
      }
      valuer.evaluate()
      let found = valuer.valuations
      #expect(found[1].volatility > found[0].volatility)
      #expect(isCall ? found[3].price > found[2].price : found[3].price < found[2].price)
      #expect((valuer.value(.delta, 2) > 0) == isCall)
    }
  }

  @Test func unitsOfPeopleAreDaysAndPoints() {
    let wanted: [Quantity: Double] = [
      .price: 1, .delta: 1, .gamma: 1, .speed: 1, .theta: 1 / 252.0, .charm: 1 / 252.0,
      .color: 1 / 252.0, .vega: 0.01, .rho: 0.01, .vanna: 0.01, .zomma: 0.01, .vomma: 1e-4,
      .veta: 0.01 / 252, .ultima: 1e-6,
    ]
    for quantity in Quantity.allCases {
      let factor = ValueUnits.people.factor(of: quantity, daysInYear: 252)
      #expect(abs(factor / (wanted[quantity] ?? 0) - 1) < 1e-15, "\(quantity)")
      #expect(ValueUnits.raw.factor(of: quantity, daysInYear: 252) == 1)
    }
    #expect(ValueUnits.people.percent == 100 && ValueUnits.raw.percent == 1)
  }
}
