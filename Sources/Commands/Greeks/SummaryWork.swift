import Pricing
import Records
import Scalars
import Streams

/// Sums up the chains of a stream: one record for each expiry of a snapshot.
///
/// The first option of an expiry stands for it: its record goes on with the fields of the summary alone,
/// and the others end here.
struct SummaryWork: RecordWork, ~Copyable {
  let slots: FieldSlots
  let addedFields: [AddedField]
  let firstAddedSlot = OptionRowReader.Slot.allCases.count
  let gathers = true
  /// The underlyings for which the price on the command line was used.
  var findings: Set<String> { snapshot.underlyingsOfOptionPrice }

  private let plan: ValuationPlan
  private var snapshot: Snapshot
  private var summaries: [ExpirySummary] = []
  /// For each option the summary that it stands for; -1 for none.
  private var standsFor: [Int] = []
  private var next = 0
  private var present: ExpirySummary?

  init(_ plan: ValuationPlan) {
    self.plan = plan
    snapshot = Snapshot(plan)
    addedFields = SummaryColumn.allCases.map(\.rawValue).map { name in
      AddedField(
        name, decimals: plan.options.units == .people ? Field.named(name)?.decimals : nil)
    }
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
    summaries = snapshot.valuer.summaries(underlyings: snapshot.underlyingsOfExpiries)
    standsFor = Array(repeating: -1, count: snapshot.valuer.count)
    for (index, summary) in summaries.enumerated() { standsFor[summary.members[0]] = index }
  }

  mutating func takes(
    _ reader: inout RecordReader, adding added: inout AddedFields
  ) throws(RecordProblem) -> Verdict {
    let row = snapshot.rows[next]
    next += 1
    present = nil
    guard row.option >= 0 else { return .dropped }
    guard standsFor[row.option] >= 0 else { return .dropped }
    let summary = summaries[standsFor[row.option]]
    present = summary
    let identity = snapshot.identity(of: summary.expiry)
    for (index, column) in SummaryColumn.allCases.enumerated() {
      write(column, index, summary, identity, to: &added)
    }
    return .passed
  }

  private func write(
    _ column: SummaryColumn, _ index: Int, _ summary: ExpirySummary,
    _ identity: (underlying: String, expiry: String), to added: inout AddedFields
  ) {
    switch column {
    case .kind: added.set(index, word: "chain")
    case .underlying: added.set(index, text: identity.underlying)
    case .expiry: added.set(index, text: identity.expiry)
    case .forwardSource:
      guard let source = summary.forwardSource else { return added.setNull(index) }
      added.set(index, word: source.word)
    case .options: added.set(index, Int64(summary.members.count))
    case .findings: added.set(index, Int64(summary.findings.count))
    default:
      let value = column.number(
        summary, rate: plan.rules.rate, percent: plan.options.units.percent)
      added.set(index, value ?? .nan)
    }
  }

  mutating func warnings() -> [RecordWarning] {
    let warnings = snapshot.warnings(upTo: next)
    guard let present else { return warnings }
    let identity = snapshot.identity(of: present.expiry)
    let name = "\(identity.underlying) \(identity.expiry)"
    return warnings + [present.forwardWarning(of: name)].compactMap(\.self)
      + present.findings.map { $0.warning(of: name) }
  }
}

extension ExpirySummary {
  /// A forward may be so far from what calls and puts imply, as they are never of one moment.
  private static let tolerance = 0.001

  /// What there is to say where a forward from elsewhere is none that calls and puts allow.
  fileprivate func forwardWarning(of name: String) -> RecordWarning? {
    guard let source = forwardSource, source == .given || source == .future,
      let forward = chain.forward, let market = impliedMarket,
      forward < market.lowerBound * (1 - Self.tolerance)
        || forward > market.upperBound * (1 + Self.tolerance)
    else { return nil }
    func rupees(_ price: Double) -> String { String(fixed: price, decimals: 2) }
    return RecordWarning(
      code: "forward", field: "forward",
      "\(name): the forward is \(rupees(forward)) (\(source.rawValue)), and calls and puts say "
        + "\(rupees(market.lowerBound)) to \(rupees(market.upperBound))",
      hint: "--forward-from parity takes theirs")
  }
}
