import Market
import Pricing
import Records
import Scalars

/// Sets what a broker says of options beside what was found here.
struct BrokerComparison: Sendable {
  /// How many options the broker names too, and the largest differences.
  struct Outcome: Sendable {
    var options = 0
    var matched = 0
    var largest = [Double](repeating: 0, count: BrokerGreeks.Greek.allCases.count)

    /// Takes in what another worker found.
    mutating func add(_ other: Outcome) {
      options += other.options
      matched += other.matched
      for index in largest.indices { largest[index] = max(largest[index], other.largest[index]) }
    }
  }

  /// The fields that are added.
  static let addedFields =
    (BrokerGreeks.Greek.allCases.map { "broker_\($0.rawValue)" }
    + BrokerGreeks.Greek.allCases.map { "\($0.rawValue)_diff" })
    .map { AddedField($0, decimals: Field.named($0)?.decimals) }

  private let broker: BrokerGreeks
  private let factors: [Double]
  private(set) var outcome = Outcome()

  init(_ broker: BrokerGreeks, _ plan: ValuationPlan) {
    self.broker = broker
    // The broker's days are those of the calendar, however ours are counted.
    let days = DayCount.calendar365.daysInYear
    factors = [
      ValueUnits.people.percent,
      ValueUnits.people.factor(of: .delta, daysInYear: days),
      ValueUnits.people.factor(of: .gamma, daysInYear: days),
      ValueUnits.people.factor(of: .theta, daysInYear: days),
      ValueUnits.people.factor(of: .vega, daysInYear: days),
    ]
  }

  /// Sets the fields of an option, the first of which has the given place among those that are added.
  mutating func write(
    _ option: Int, of valuer: borrowing Valuer, _ contract: (underlying: String, expiry: Day),
    at first: Int, to added: inout AddedFields
  ) {
    let quote = valuer.inputs[option].quote
    let entry = broker.entry(
      contract.underlying, contract.expiry, strike: quote.strike, isCall: quote.isCall)
    outcome.options += 1
    if entry != nil { outcome.matched += 1 }
    let theirs = BrokerGreeks.Greek.allCases.map { entry?[$0] ?? .nan }
    let ours = [
      valuer.valuations[option].volatility, valuer.value(.delta, option),
      valuer.value(.gamma, option), valuer.value(.theta, option), valuer.value(.vega, option),
    ]
    for (index, value) in theirs.enumerated() {
      added.set(first + index, value)
    }
    for index in theirs.indices {
      let difference = ours[index] * factors[index] - theirs[index]
      added.set(first + theirs.count + index, difference)
      if difference.magnitude > outcome.largest[index] {
        outcome.largest[index] = difference.magnitude
      }
    }
  }
}
