import Benchmarks
import CommandLineKit
import Files

/// Measures suites, and shows on a terminal how far it is.
struct BenchRun {
  private let effort: Effort
  private let suites: [Suite]
  private let folder: String
  private let bar: ProgressBar?
  private let start = MonotonicClock.seconds

  init(
    _ suites: [Suite], _ effort: Effort, _ common: CommonOptions, _ surroundings: Surroundings
  ) {
    self.suites = suites
    self.effort = effort
    let folder = surroundings.environment["TMPDIR"] ?? ""
    self.folder = folder.isEmpty ? "/tmp" : folder
    let errors = surroundings.errors(common)
    let choice: ProgressBar.Choice = common.isQuiet ? .never : common.progress
    bar =
      choice.isShown(on: errors)
      ? ProgressBar(
        Bench.facts.name, total: suites.reduce(0) { $0 + $1.entries.count } * effort.passes,
        counting: "passes", terminal: errors, write: StandardError.write) : nil
  }

  /// Measures all entries of the suites.
  func results() throws -> [BenchResult] {
    defer { bar?.erase() }
    var results: [BenchResult] = []
    for suite in suites {
      let prepared = try suite.prepare(effort, folder)
      for entry in suite.entries {
        var contest = Contest(effort, clock: entry.timing.clock)
        let before = results.count * effort.passes
        let measurement = try contest.measure(try prepared(entry)) { show(before + $0) }
        results.append(BenchResult(suite, entry, measurement, peakMemory: PeakMemory.bytes))
      }
    }
    return results
  }

  private func show(_ passes: Int) {
    bar?.update(done: passes, records: 0, seconds: MonotonicClock.seconds - start)
  }
}
