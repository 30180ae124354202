import CommandLineKit
import Files
import Records
import Streams

/// Runs the work of a command over its records, and turns what happens into messages and an exit code.
struct StreamCommand {
  private let name: String
  private let common: CommonOptions
  private let records: RecordOptions
  private let surroundings: Surroundings
  private let place: HomeOptions

  init(
    _ name: String, _ common: CommonOptions, _ records: RecordOptions,
    at place: HomeOptions = HomeOptions(), in surroundings: Surroundings
  ) {
    self.place = place
    self.name = name
    self.common = common
    self.records = records
    self.surroundings = surroundings
  }

  /// The inputs as the stream wants them, and how it reads and writes.
  ///
  /// - Parameter others: what is read beside the inputs.
  func plan(inputs: [PathArgument], beside others: [PathArgument?] = []) throws -> StreamPlan {
    var plan = StreamPlan()
    if !inputs.isEmpty { plan.inputs = inputs.map(\.path) }
    try LogFileCheck(common, place, in: surroundings).require(
      inputs: plan.inputs + others.compactMap { $0?.path }, rejects: records.rejects)
    plan.jobs = common.jobs ?? min(ProcessorCount.available, CommonOptions.mostJobs)
    plan.form = form
    if !records.fields.isEmpty {
      if let twice = records.fields.enumerated().first(where: { index, name in
        records.fields[..<index].contains(name)
      }) {
        throw UsageError.combination("--fields names '\(twice.element)' twice")
      }
      plan.selection = records.fields.map { name in
        name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      }
    }
    plan.isStrict = records.isStrict
    plan.mostProblems = records.mostProblems
    plan.longestRecord = records.longestRecord.bytes
    plan.gzipLimits.output = records.largestInflated?.bytes
    plan.assumesIST = records.assumesIST
    return plan
  }

  /// The form in which the result is written.
  var form: StreamPlan.Form {
    let usual: OutputFormat = surroundings.output(common).isTerminal ? .table : .jsonl
    switch common.format ?? usual {
    case .jsonl: return .lines
    case .json: return .array
    case .csv: return .cells(separator: UInt8(ascii: ","))
    case .tsv: return .cells(separator: UInt8(ascii: "\t"))
    case .table: return .table
    }
  }

  /// Runs a work over the records and says what came of it.
  ///
  /// - Parameters:
  ///   - plan: how the records are read and written.
  ///   - makeWork: makes what is done with each record.
  ///   - closing: what is written at the end by a plan that writes no records, such as a count.
  ///   - neverSeen: the fields that no record had, by the findings of all workers.
  func run<Work: RecordWork & ~Copyable>(
    plan: StreamPlan, _ makeWork: @escaping @Sendable () -> Work,
    closing: (StreamTotals, [Work.Findings]) -> String? = { _, _ in "" },
    neverSeen: ([Work.Findings]) -> [String] = { _ in [] }
  ) throws -> (outcome: StreamOutcome<Work.Findings>, exitCode: ExitCode) {
    try checkPaths(plan)
    let (began, start) = (WallClock.milliseconds * 1000, MonotonicClock.seconds)
    let teller = StreamTeller(
      command: name, common: common, inputCount: plan.inputs.count, surroundings: surroundings)
    defer { teller.end() }
    let output = try Output(path: common.output?.path ?? "-")
    let rejects = try records.rejects.map { try Output(path: $0.path) }
    let outcome = try RecordStream.run(
      plan: plan, to: output, rejects: rejects, telling: teller, makeWork, closing: closing)
    let totals = outcome.totals
    surroundings.notes.add(
      name, began: began, seconds: MonotonicClock.seconds - start, records: totals.handled)
    if totals.gaveUp { teller.warn(ofGivingUpBy: records.isStrict ? "--strict" : "--max-errors") }
    let isAll = plan.head.map { totals.passed < $0 } ?? true
    if totals.isWhole && totals.handled > 0 && isAll {
      let unknown = records.fields.indices.filter { index in
        totals.written > 0 && outcome.neverSeen[index] && Field.named(records.fields[index]) == nil
      }
      let chosen = unknown.map { records.fields[$0] }
      teller.warn(aboutFieldsNeverSeen: neverSeen(outcome.findings), ofExpression: true)
      teller.warn(aboutFieldsNeverSeen: chosen, ofExpression: false)
    }
    return (outcome, exitCode(totals))
  }

  /// Refuses to keep rejected records where they would take the place of something else.
  private func checkPaths(_ plan: StreamPlan) throws(UsageError) {
    guard let rejects = records.rejects?.path else { return }
    let output = common.output?.path ?? "-"
    if rejects == "-" ? output == "-" : FileIdentity.areOneFile(rejects, output) {
      throw .combination("--rejects and --output are the same place; give them two")
    }
    if rejects != "-",
      let input = plan.inputs.first(where: { FileIdentity.areOneFile(rejects, $0) })
    {
      throw .combination("--rejects would take the place of the input \(input)")
    }
  }

  private func exitCode(_ totals: StreamTotals) -> ExitCode {
    switch totals.firstFailure {
    case .file(let error): ExitCode(error.exitClass)
    case .format: .brokenInput
    case nil: totals.rejected > 0 ? .brokenInput : .success
    }
  }
}
