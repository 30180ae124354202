import CommandLineKit
import Streams

/// Sums up chains, and says what should be known of the result as a whole.
struct SummaryAnswer {
  private let plan: ValuationPlan
  private let common: CommonOptions
  private let surroundings: Surroundings

  init(_ plan: ValuationPlan, _ common: CommonOptions, _ surroundings: Surroundings) {
    self.plan = plan
    self.common = common
    self.surroundings = surroundings
  }

  /// Runs the rows through.
  func run(_ command: StreamCommand, _ streamPlan: StreamPlan) throws -> ExitCode {
    let (outcome, exitCode) = try command.run(plan: streamPlan) { SummaryWork(plan) }
    let underlyings = outcome.findings.reduce(into: Set<String>()) { $0.formUnion($1) }
    if let warning = PriceUse(plan.options).warning(of: underlyings) {
      surroundings.log(common).report(Diagnostic(warning, command: Greeks.facts.name))
    }
    return exitCode
  }
}
