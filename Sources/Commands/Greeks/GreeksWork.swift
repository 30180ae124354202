import Pricing
import Records
import Streams

/// Values the options of a stream.
struct GreeksWork: RecordWork, ~Copyable {
  let slots: FieldSlots
  let addedNames: [String]
  let firstAddedSlot = OptionRowReader.Slot.allCases.count
  let gathers = true
  var findings: RowFindings {
    RowFindings(
      comparison: comparison?.outcome, sources: sources,
      underlyingsOfOptionPrice: snapshot.underlyingsOfOptionPrice)
  }

  /// How many options had their forward from each source; the last is none.
  private var sources = RowFindings.noSources

  private let plan: ValuationPlan
  private var snapshot: Snapshot
  private var comparison: BrokerComparison?
  private var next = 0
  /// The columns in the order in which they are written, numbers that follow each other together.
  private let runs: [Run]
  /// The decimals of the columns, and the numbers of a row.
  private let decimals: [Int?]
  private var numbers: [Double]

  /// Columns that follow each other.
  private struct Run {
    var columns: Range<Int>
    /// Whether nothing but numbers stands in them.
    let isOfNumbers: Bool
  }

  init(_ plan: ValuationPlan, against broker: BrokerGreeks? = nil) {
    self.plan = plan
    snapshot = Snapshot(plan)
    comparison = broker.map { BrokerComparison($0, plan) }
    addedNames = plan.columnNames + (broker == nil ? [] : BrokerComparison.names)
    decimals = plan.columns.map(\.decimals)
    numbers = plan.columns.map { _ in .nan }
    runs = Self.runs(of: plan.columns)
    slots = OptionRowReader.slots(adding: addedNames)
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
    let row = snapshot.rows[next]
    next += 1
    guard row.option >= 0 else { return .passed }
    sources[snapshot.valuer.valuations[row.option].forwardSource?.place ?? ForwardSource.count] += 1
    for run in runs {
      if run.isOfNumbers {
        writeNumbers(run.columns, row, to: &added)
      } else {
        for index in run.columns { write(plan.columns[index], index, row, to: &added) }
      }
    }
    if comparison != nil {
      let contract = try snapshot.contract(&reader)
      comparison?.write(
        row.option, of: snapshot.valuer, contract, at: plan.columns.count, to: &added)
    }
    return .passed
  }

  private static func runs(of columns: [ValueColumn]) -> [Run] {
    var runs: [Run] = []
    for (index, column) in columns.enumerated() {
      if let last = runs.indices.last, runs[last].isOfNumbers == column.isNumber {
        runs[last].columns = runs[last].columns.lowerBound..<index + 1
      } else {
        runs.append(Run(columns: index..<index + 1, isOfNumbers: column.isNumber))
      }
    }
    return runs
  }

  /// Writes numbers in one go, which costs less than to begin anew with each.
  @inline(__always)
  private mutating func writeNumbers(
    _ columns: Range<Int>, _ row: ValuedRow, to added: inout AddedFields
  ) {
    // Held here alone, they are written to without a check for each.
    var numbers: [Double] = []
    swap(&numbers, &self.numbers)
    var target = numbers.mutableSpan
    for index in columns {
      let column = plan.columns[index]
      let number = column.number(row, snapshot.valuer, plan.rules) ?? .nan
      target[index] = column.written(number)
    }
    added.set(columns, numbers: numbers, decimals: decimals)
    swap(&numbers, &self.numbers)
  }

  @inline(__always)
  private func write(
    _ column: ValueColumn, _ index: Int, _ row: ValuedRow, to added: inout AddedFields
  ) {
    if let number = column.number(row, snapshot.valuer, plan.rules) {
      return added.set(index, column.written(number), decimals: column.decimals)
    }
    let valuation = snapshot.valuer.valuations[row.option]
    if column.isForward && row.hasForward && valuation.forwardSource == .given {
      return added.keep(index)
    }
    guard let word = column.word(valuation) else { return added.setNull(index) }
    added.set(index, word: word)
  }

  mutating func warnings() -> [RecordWarning] { snapshot.warnings(upTo: next) }

  mutating func explanation(_ reader: inout RecordReader) -> String? {
    let option = snapshot.rows[next - 1].option
    guard plan.explains, option >= 0 else { return nil }
    return snapshot.valuer.valuations[option].sentence
  }
}
