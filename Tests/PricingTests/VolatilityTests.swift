import Foundation
import Pricing
import TestSupport
import Testing

/// Volatilities against those of another method in 70 digits and more, `Vectors/make_volatilities.py`.
@Suite struct VolatilityTests {
  /// One price with its volatility, or the reason why it has none.
  struct Vector: Sendable {
    let line: Int
    let terms: OptionTerms
    let price: Double
    let status: String
    let volatility: Double?
    let condition: Double?
  }

  static let vectors: [Vector] = {
    let text = (try? Checkout.text("Tests/PricingTests/Vectors/volatilities.csv")) ?? ""
    return text.split(separator: "\n").enumerated().dropFirst().map { index, line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      // Five terms and the price.
      let inputs = cells[2..<8].map { Double($0) ?? .nan }
      return Vector(
        line: index + 1,
        terms: OptionTerms(
          underlying: inputs[0], strike: inputs[1], years: inputs[2], volatility: .nan,
          rate: inputs[3], model: cells[1] == "black76" ? .forward : .spot(yield: inputs[4]),
          isCall: cells[0] == "CE"),
        price: inputs[5], status: String(cells[8]), volatility: Double(cells[9]),
        condition: Double(cells[10]))
    }
  }()

  /// The vectors, solved in one batch.
  static func solved() -> [(vector: Vector, status: VolatilityStatus, volatility: Double)] {
    var batch = VolatilityBatch(capacity: vectors.count)
    for (index, vector) in vectors.enumerated() {
      batch.set(index, price: vector.price, vector.terms)
    }
    batch.solve(count: vectors.count)
    return vectors.enumerated().map { ($1, batch.status($0), batch.volatility($0)) }
  }

  @Test func thereAreVectorsOfEveryKind() {
    for status in VolatilityStatus.allCases {
      let least = status == .solved ? 600 : 16
      #expect(Self.vectors.filter { $0.status == "\(status)" }.count >= least, "\(status)")
    }
  }

  @Test func everyPriceThatHasAVolatilityIsSolvedAndNoOther() {
    for (vector, status, volatility) in Self.solved() {
      #expect("\(status)" == vector.status, "line \(vector.line)")
      #expect(volatility.isNaN == (status != .solved), "line \(vector.line)")
    }
  }

  /// An error may be four units of the last place, times one and the condition number.
  @Test func areRightToTheLastDigitsThatTheInputsHave() throws {
    var worst = 0.0
    var worstLine = 0
    for (vector, _, volatility) in Self.solved() {
      guard let wanted = vector.volatility, let condition = vector.condition else { continue }
      let error = abs(volatility - wanted) / wanted
      let share = error / (4 * 0x1p-53 * (1 + condition))
      if !(share <= worst) { (worst, worstLine) = (share, vector.line) }
    }
    #expect(worst > 0)
    #expect(worst <= 1, "\(worst) of what is allowed, in line \(worstLine)")
  }
}
