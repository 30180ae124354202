import CommandLineKit
import Configuration
import Digests
import Files
import Operations
import Scalars

/// `validate-config --log-check`: whether the log of what was done is the one that was written.
struct LogReport {
  private let options: ValidateConfig.Options
  private let report: RecordReport
  private let surroundings: Surroundings

  init(
    _ options: ValidateConfig.Options, _ report: RecordReport, _ surroundings: Surroundings
  ) {
    self.options = options
    self.report = report
    self.surroundings = surroundings
  }

  /// Checks the log; a whole one is no news but to a person and to a program that asks.
  func run(_ settings: Settings) throws -> ExitCode {
    let home = try options.places.home(surroundings.environment)
    let store = try options.places.store(settings, surroundings.environment)
    let log = AuditLog(path: home.auditLog, heads: StoreHeads(store: store))
    // Without a log and a head nothing was ever put down.
    guard try FileIdentity.exists(home.auditLog) || log.isExpected() else { return .success }
    let found = try log.verify()
    let isAsked =
      options.common.format != nil || options.common.isVerbose
      || surroundings.output(options.common).isTerminal
    if isAsked || found.verdict != .whole {
      try report.write(
        Self.records(found, home.auditLog),
        shown: ["state", "line", "problem", "entries", "last", "caveat"],
        leastTelling: ["caveat", "last"])
    }
    return found.verdict == .whole ? .success : .brokenInput
  }

  private static func records(_ found: AuditReport, _ path: String) -> MadeRecords {
    var records = MadeRecords([
      .init("kind"), .init("log"), .init("state"), .init("line"), .init("byte"),
      .init("problem"), .init("entries"), .init("first"), .init("last"), .init("sha256"),
      .init("caveat"),
    ])
    records.add([
      .text("log_check"), .text(path), .text("\(found.verdict)"), .orNull(found.finding?.line),
      .orNull(found.finding?.offset), .orNull(found.finding?.problem), .whole(found.count),
      .orNull(found.first?.description), .orNull(found.last?.description),
      .text(found.hash.description), .orNull(found.caveat),
    ])
    return records
  }
}
