import CommandLineKit
import Files
import Records
import Scalars
import Store
import Streams

/// Values rows one by one, and sets them beside those of a broker where that is asked.
struct RowAnswer {
  private let plan: ValuationPlan
  private let keeping: KeepOptions
  private let common: CommonOptions
  private let surroundings: Surroundings

  init(
    _ plan: ValuationPlan, _ keeping: KeepOptions, _ common: CommonOptions,
    _ surroundings: Surroundings
  ) {
    self.plan = plan
    self.keeping = keeping
    self.common = common
    self.surroundings = surroundings
  }

  /// Runs the rows through.
  func run(
    _ command: StreamCommand, _ streamPlan: StreamPlan, writesBrokerFields: Bool
  ) throws -> ExitCode {
    var streamPlan = streamPlan
    if writesBrokerFields {
      streamPlan.selection = streamPlan.selection ?? BrokerGreeks.names.map { [$0] }
      return try command.run(plan: streamPlan) { BrokerFieldsWork(plan) }.exitCode
    }
    let log = surroundings.log(common)
    var brokenRows = 0
    let broker = try plan.options.comparison.map { file in
      try BrokerGreeks(file.path) { row in
        brokenRows += 1
        log.report(
          Diagnostic(
            row.problem, command: Greeks.facts.name, file: file.path, line: row.line, column: nil))
      }
    }
    let depot: RowDepot<GreeksRecord>? = try keeping.depot(common, surroundings)
    // Of two rows with one key the first is kept, by their order, which several threads do not have.
    if depot != nil { streamPlan.jobs = 1 }
    let (outcome, exitCode) = try command.run(plan: streamPlan) {
      GreeksWork(plan, against: broker, into: depot)
    }
    var found = RowFindings()
    for findings in outcome.findings { found.add(findings) }
    let handled = outcome.totals.isWhole ? outcome.totals.handled : 0
    for warning in found.warnings(handled: handled, plan) {
      log.report(Diagnostic(warning, command: Greeks.facts.name))
    }
    if let broker, let path = plan.options.comparison?.path {
      log.report(note(found.comparison ?? .init(), of: broker, path))
    }
    if let depot {
      depot.keep(found.waiting)
      try keeping.finish(
        depot, passed: outcome.totals.passed, Greeks.facts.name, common, log)
    }
    log.finish()
    return exitCode == .success && brokenRows > 0 ? .brokenInput : exitCode
  }

  /// What the comparison came to.
  private func note(
    _ outcome: BrokerComparison.Outcome, of broker: BrokerGreeks, _ path: String
  ) -> Diagnostic {
    let counts =
      "\(outcome.matched) of \(outcome.options) options are among the broker's \(broker.count)"
    guard outcome.matched > 0 else {
      return Diagnostic(
        .warning, command: Greeks.facts.name, file: path, code: "compared", counts)
    }
    let largest = zip(BrokerGreeks.Greek.allCases, outcome.largest).map { greek, difference in
      "\(greek.rawValue) \(String(fixed: difference, decimals: 6))"
    }
    return Diagnostic(
      .note, command: Greeks.facts.name, file: path, code: "compared",
      "\(counts); largest differences: \(largest.joined(separator: ", "))")
  }
}
