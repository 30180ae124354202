import Market
import Pricing
import Records
import Scalars
import Streams

/// Values options and writes them as Angel One writes its own: these fields and no others, all as texts.
struct BrokerFieldsWork: RecordWork, ~Copyable {
  let slots: FieldSlots
  let addedFields = BrokerGreeks.names.map { AddedField($0) }
  let firstAddedSlot = OptionRowReader.Slot.allCases.count
  let gathers = true
  var findings: Void { () }

  private let plan: ValuationPlan
  private var snapshot: Snapshot
  private var next = 0

  init(_ plan: ValuationPlan) {
    self.plan = plan
    snapshot = Snapshot(plan)
    slots = OptionRowReader.slots(adding: addedFields.map(\.name))
  }

  mutating func gather(
    _ reader: inout RecordReader, inGroup isGrouped: Bool
  ) throws(RecordProblem) {
    try snapshot.gather(&reader, inGroup: isGrouped)
  }

  mutating func evaluate() {
    snapshot.evaluate()
    next = 0
  }

  mutating func takes(
    _ reader: inout RecordReader, adding added: inout AddedFields
  ) throws(RecordProblem) -> Verdict {
    let option = snapshot.rows[next].option
    next += 1
    guard option >= 0 else { return .dropped }
    let contract = try snapshot.contract(&reader)
    let quote = snapshot.valuer.inputs[option].quote
    added.set(0, text: contract.underlying)
    added.set(1, text: contract.expiry.brokerText)
    set(2, quote.strike, &added)
    added.set(3, word: quote.isCall ? "CE" : "PE")
    for (index, quantity) in [Quantity.delta, .gamma, .theta, .vega].enumerated() {
      // The broker's days are those of the calendar, however ours are counted.
      let factor = ValueUnits.people.factor(
        of: quantity, daysInYear: DayCount.calendar365.daysInYear)
      set(4 + index, snapshot.valuer.value(quantity, option) * factor, &added)
    }
    let volatility = snapshot.valuer.valuations[option].volatility
    set(8, volatility * ValueUnits.people.percent, &added)
    let lots = try volumeInLots(&reader, contract)
    if lots.isNaN { added.setNull(9) } else { added.set(9, text: String(fixed: lots, decimals: 2)) }
    return .passed
  }

  private func set(_ index: Int, _ value: Double, _ added: inout AddedFields) {
    if value.isFinite {
      added.set(index, text: String(fixed: value, decimals: 6))
    } else {
      added.setNull(index)
    }
  }

  /// The volume in contracts, as the broker counts it.
  private mutating func volumeInLots(
    _ reader: inout RecordReader, _ contract: (underlying: String, expiry: Day)
  ) throws(RecordProblem) -> Double {
    let units = try reader.amount(OptionRowReader.Slot.volume.rawValue)
    var lot = try reader.amount(OptionRowReader.Slot.lot.rawValue)
    if !(lot > 0) {
      let day = try snapshot.time(&reader).day
      lot =
        (try? plan.lot(of: contract.underlying, expiring: contract.expiry, on: day)) ?? .nan
    }
    return lot > 0 ? units / lot : .nan
  }

  mutating func warnings() -> [RecordWarning] { snapshot.warnings(upTo: next) }
}
