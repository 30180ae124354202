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
  ///
  /// What was changed in the middle of it stays so whatever is accepted, so that is refused.
  func accept(_ settings: Settings, reason: String, at now: Timestamp) throws -> ExitCode {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw UsageError.combination("--accept-log: the reason is empty; say why")
    }
    let log = try log(settings)
    if try isKnown(log) {
      let found = try log.verify()
      if found.verdict == .whole { return try sayWhole(log) }
      if let finding = found.finding, !finding.isTorn, !finding.isOfHeadAlone {
        throw AuditError.changed(path: log.path, finding)
      }
    }
    if options.isDryRun {
      try FindingReport(options.common, surroundings).write([
        Finding(.note, "log", at: nil, "\(log.path) would be accepted as it is")
      ])
      return .success
    }
    try log.accept(reason: reason, by: surroundings.who, at: now)
    return try run(settings)
  }

  /// Whether there is a log, or was one: without a log and a head nothing was ever recorded.
  private func isKnown(_ log: AuditLog) throws -> Bool {
    try FileIdentity.exists(log.path) || log.isExpected()
  }

  private func sayWhole(_ log: AuditLog) throws -> ExitCode {
    try FindingReport(options.common, surroundings).write([
      Finding(.warning, "log", at: nil, "\(log.path) is as it was written: nothing was accepted")
    ])
    return .success
  }

  private func log(_ settings: Settings) throws(UsageError) -> AuditLog {
    let home = try options.places.home(surroundings.environment)
    let store = try options.places.store(settings, surroundings.environment)
    return AuditLog(path: home.auditLog, heads: StoreHeads(store: store))
  }

  /// Checks the log; a whole one is no news but to a person and to a program that asks.
  func run(_ settings: Settings) throws -> ExitCode {
    let log = try log(settings)
    guard try isKnown(log) else { return .success }
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
