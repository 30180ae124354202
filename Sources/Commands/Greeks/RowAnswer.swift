import CommandLineKit
import Files
import Records
import Scalars
import Streams

/// Values rows one by one, and sets them beside those of a broker where that is asked.
struct RowAnswer {
  private let plan: ValuationPlan
  private let common: CommonOptions
  private let surroundings: Surroundings

  init(_ plan: ValuationPlan, _ common: CommonOptions, _ surroundings: Surroundings) {
    self.plan = plan
    self.common = common
    self.surroundings = surroundings
  }

  /// Runs the rows through.
  func run(
    _ command: StreamCommand, _ streamPlan: StreamPlan, writesBrokerFields: Bool
  ) throws -> ExitCode {
    if writesBrokerFields {
      var streamPlan = streamPlan
      streamPlan.selection = streamPlan.selection ?? BrokerGreeks.names.map { [$0] }
      return try command.run(plan: streamPlan) { BrokerFieldsWork(plan) }.exitCode
    }
    guard let path = plan.options.comparison?.path else {
      return try command.run(plan: streamPlan) { GreeksWork(plan) }.exitCode
    }
    let log = surroundings.log(common)
    var brokenRows = 0
    let broker = try BrokerGreeks(path) { row in
      brokenRows += 1
      log.report(
        Diagnostic(
          row.problem, command: Greeks.facts.name, file: path, line: row.line, column: nil))
    }
    let (outcome, exitCode) = try command.run(plan: streamPlan) {
      GreeksWork(plan, against: broker)
    }
    log.report(note(outcome.findings.compactMap(\.self), of: broker, path))
    log.finish()
    return exitCode == .success && brokenRows > 0 ? .brokenInput : exitCode
  }

  /// What the comparison came to.
  private func note(
    _ outcomes: [BrokerComparison.Outcome], of broker: BrokerGreeks, _ path: String
  ) -> Diagnostic {
    var all = BrokerComparison.Outcome()
    for outcome in outcomes { all.add(outcome) }
    let largest = zip(BrokerGreeks.Greek.allCases, all.largest).map { greek, difference in
      "\(greek.rawValue) \(String(fixed: difference, decimals: 6))"
    }
    return Diagnostic(
      all.matched == 0 ? .warning : .note, command: Greeks.facts.name, file: path,
      code: "compared",
      "\(all.matched) of \(all.options) options are among the broker's \(broker.count); "
        + "largest differences: \(largest.joined(separator: ", "))")
  }
}
