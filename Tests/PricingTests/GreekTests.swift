import Foundation
import Pricing
import TestSupport
import Testing

/// Values against those of another method in 120 digits, `Vectors/make.py`.
@Suite struct GreekTests {
  /// One option with its true values and their condition numbers.
  struct Vector: Sendable {
    let line: Int
    let terms: OptionTerms
    let values: [Double?]
    let conditions: [Double?]
  }

  static let vectors: [Vector] = {
    let text = (try? Checkout.text("Tests/PricingTests/Vectors/greeks.csv")) ?? ""
    return text.split(separator: "\n").enumerated().dropFirst().map { index, line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let numbers = cells.dropFirst(2).map { Double($0) }
      let isForward = cells[1] == "black76"
      let count = Quantity.allCases.count
      return Vector(
        line: index + 1,
        terms: OptionTerms(
          underlying: numbers[0] ?? .nan, strike: numbers[1] ?? .nan, years: numbers[2] ?? .nan,
          volatility: numbers[3] ?? .nan, rate: numbers[4] ?? .nan,
          model: isForward ? .forward : .spot(yield: numbers[5] ?? .nan), isCall: cells[0] == "CE"),
        values: Array(numbers[6..<6 + count]),
        conditions: Array(numbers[(6 + count)..<(6 + 2 * count)]))
    }
  }()

  @Test func thereAreVectors() {
    #expect(Self.vectors.count == 240)
    #expect(Self.vectors.allSatisfy { $0.terms.isPriceable })
  }

  /// An error may be four units of the last place, times one and the condition number of the value.
  @Test(arguments: Quantity.allCases)
  func areRightToTheLastDigitsThatTheInputsHave(quantity: Quantity) {
    var batch = OptionBatch(capacity: Self.vectors.count)
    for (index, vector) in Self.vectors.enumerated() { batch[index] = vector.terms }
    batch.evaluate(count: Self.vectors.count, isExtended: true)
    var worst = 0.0
    var worstLine = 0
    var compared = 0
    for (index, vector) in Self.vectors.enumerated() {
      guard let wanted = vector.values[quantity.rawValue],
        let condition = vector.conditions[quantity.rawValue]
      else { continue }
      compared += 1
      let error = abs(batch.value(quantity, index) - wanted) / abs(wanted)
      let share = error / (4 * 0x1p-53 * (1 + condition))
      if !(share <= worst) { (worst, worstLine) = (share, vector.line) }
    }
    #expect(compared > 200)
    #expect(worst <= 1, "\(worst) of what is allowed, in line \(worstLine)")
  }
}
