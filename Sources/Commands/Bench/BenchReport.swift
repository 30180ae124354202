import Benchmarks
import CommandLineKit
import Files
import Scalars

/// Writes what a benchmark found out.
struct BenchReport {
  private let common: CommonOptions
  private let surroundings: Surroundings

  init(_ common: CommonOptions, _ surroundings: Surroundings) {
    self.common = common
    self.surroundings = surroundings
  }

  /// Columns that say least: where a terminal is too narrow for all, they go first.
  private static let leastTelling = ["build", "peak_memory", "ratio_mad", "mad_ns", "per_second"]

  /// Writes records; a person sees the named columns of them.
  func write(_ records: MadeRecords, columns: [String]) throws {
    try RecordReport(Bench.facts.name, common, surroundings).write(
      records, shown: columns, leastTelling: Self.leastTelling)
  }

  /// Says which requirements were missed.
  func say(missed: [BenchResult]) {
    let log = surroundings.log(common)
    for result in missed {
      guard let requirement = result.entry.requirement else { continue }
      let (ratio, wanted) = (result.measurement.ratio.median, requirement.ratio)
      log.report(
        Diagnostic(
          .warning, command: Bench.facts.name, code: "missed",
          "\(result.suite.name)\(result.entry.part.map { " (\($0))" } ?? "") on \(result.entry.threads) thread"
            + (result.entry.threads == 1 ? "" : "s")
            + " is \(String(fixed: ratio, decimals: 4)) times as fast as its yardstick, "
            + "\(String(fixed: wanted, decimals: 4)) are required"))
    }
    log.finish()
  }
}
