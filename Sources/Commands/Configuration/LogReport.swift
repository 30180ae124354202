import CommandLineKit
import Configuration
import Digests
import Files
import Operations
import Scalars

/// `validate-config --log-check`: whether the log of what was done is the one that was written.
struct LogReport {
  private let context: CheckContext
  private var options: ValidateConfig.Options { context.options }
  private var surroundings: Surroundings { context.surroundings }

  init(_ context: CheckContext) {
    self.context = context
  }

  /// Lets the log go on as it is, which it says itself.
  func accept(_ settings: Settings, reason: String, at now: Timestamp) throws -> ExitCode {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw UsageError.combination("--accept-log: the reason is empty; say why")
    }
    _ = try log(settings).accept(reason: reason, at: now)
    // It goes on; what was changed in the middle of it stays so, and is found again each time.
    return try run(settings)
  }

  private func log(_ settings: Settings) throws(UsageError) -> AuditLog {
    let home = try options.places.home(surroundings.environment)
    let store = try options.places.store(settings, surroundings.environment)
    return AuditLog(path: home.auditLog, heads: StoreHeads(store: store))
  }

  /// Checks the log; a whole one is no news but to a person and to a program that asks.
  func run(_ settings: Settings) throws -> ExitCode {
    let log = try log(settings)
    // Without a log and a head nothing was ever put down.
    guard try FileIdentity.exists(log.path) || log.isExpected() else { return .success }
    let found = try log.verify()
    let isAsked = context.wantsGoodNews
    if isAsked || found.verdict != .whole {
      try context.report.write(
        Self.records(found, log.path),
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
