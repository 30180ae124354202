import Pricing
import Records
import Store
import Streams

/// Values the options of a stream.
struct GreeksWork: RecordWork, ~Copyable {
  let slots: FieldSlots
  let addedFields: [AddedField]
  let firstAddedSlot = OptionRowReader.Slot.allCases.count
  let gathers = true
  var findings: RowFindings {
    RowFindings(
      comparison: comparison?.outcome, sources: sources,
      underlyingsOfOptionPrice: snapshot.underlyingsOfOptionPrice,
      waiting: keeper?.waiting ?? [])
  }

  /// How many options had their forward from each source; the last is none.
  private var sources = RowFindings.noSources

  private let plan: ValuationPlan
  private var snapshot: Snapshot
  private var comparison: BrokerComparison?
  private var keeper: GreeksKeeper?
  private var next = 0
  /// What is added to the rows of the snapshot.
  private var table: ValueTable

  init(
    _ plan: ValuationPlan, against broker: BrokerGreeks? = nil,
    into depot: RowDepot<GreeksRecord>? = nil
  ) {
    self.plan = plan
    snapshot = Snapshot(plan)
    keeper = depot.map { GreeksKeeper($0, plan) }
    comparison = broker.map { BrokerComparison($0, plan) }
    addedFields = plan.columns.map(\.field) + (broker == nil ? [] : BrokerComparison.addedFields)
    table = ValueTable(plan.columns)
    slots = OptionRowReader.slots(adding: addedFields.map(\.name))
  }

  mutating func gather(
    _ reader: inout RecordReader, inGroup isGrouped: Bool
  ) throws(RecordProblem) {
    try snapshot.gather(&reader, inGroup: isGrouped)
  }

  mutating func evaluate() {
    snapshot.evaluate()
    table.fill(snapshot.rows, snapshot.valuer, plan.rules)
    next = 0
  }

  mutating func takes(
    _ reader: inout RecordReader, adding added: inout AddedFields
  ) throws(RecordProblem) -> Verdict {
    let row = snapshot.rows[next]
    next += 1
    guard row.option >= 0 else { return .passed }
    let source = snapshot.valuer.valuations[row.option].forwardSource
    sources[source?.place ?? ForwardSource.words.count] += 1
    added.set(table.values.span.extracting(table.places(of: row.option)))
    if comparison != nil {
      let contract = try snapshot.contract(&reader)
      comparison?.write(
        row.option, of: snapshot.valuer, contract, at: plan.columns.count, to: &added)
    }
    try keeper?.take(row.option, of: &snapshot, &reader)
    return .passed
  }

  mutating func warnings() -> [RecordWarning] { snapshot.warnings(upTo: next) }

  mutating func explanation(_ reader: inout RecordReader) -> String? {
    let option = snapshot.rows[next - 1].option
    guard plan.explains, option >= 0 else { return nil }
    return snapshot.valuer.valuations[option].sentence
  }
}
