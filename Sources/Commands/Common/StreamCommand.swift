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

  init(
    _ name: String, _ common: CommonOptions, _ records: RecordOptions,
    in surroundings: Surroundings
  ) {
    self.name = name
    self.common = common
    self.records = records
    self.surroundings = surroundings
  }

  /// The inputs as the stream wants them, and how it reads and writes.
  func plan(inputs: [PathArgument]) -> StreamPlan {
    var plan = StreamPlan()
    if !inputs.isEmpty { plan.inputs = inputs.map(\.path) }
    plan.jobs = common.jobs ?? ProcessorCount.available
    plan.form = form
    if !records.fields.isEmpty {
      plan.selection = records.fields.map { name in
        name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      }
    }
    plan.isStrict = records.isStrict
    plan.mostProblems = records.mostProblems
    plan.longestRecord = records.longestRecord.bytes
    plan.assumesIST = records.assumesIST
    return plan
  }

  private var form: StreamPlan.Form {
    let usual: OutputFormat =
      common.output == nil && surroundings.output(common).isTerminal ? .table : .jsonl
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
  ///   - neverSeen: the fields that no record had, by the findings of all workers.
  func run<Work: RecordWork>(
    plan: StreamPlan, _ makeWork: @escaping @Sendable () -> Work,
    neverSeen: ([Work.Findings]) -> [String]
  ) throws -> (totals: StreamTotals, exitCode: ExitCode) {
    let teller = StreamTeller(command: name, common: common, surroundings: surroundings)
    defer { teller.end() }
    let output = try Output(path: common.output?.path ?? "-")
    let rejects = try records.rejects.map { try Output(path: $0.path) }
    let (totals, findings) = try RecordStream.run(
      plan: plan, to: output, rejects: rejects, telling: teller, makeWork)
    if totals.isWhole && totals.handled > 0 && plan.head == nil {
      teller.warn(aboutFieldsNeverSeen: neverSeen(findings))
    }
    return (totals, exitCode(totals))
  }

  private func exitCode(_ totals: StreamTotals) -> ExitCode {
    switch totals.firstFailure {
    case .file(let error): ExitCode(error.exitClass)
    case .format: .brokenInput
    case nil: totals.rejected > 0 ? .brokenInput : .success
    }
  }
}
