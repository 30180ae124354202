import CommandLineKit
import Configuration
import Files
import Operations
import Scalars
import Store

/// How long a run's work took, kept in the store where a desk has one.
///
/// A question at the prompt notes nothing, and so never waits for the store.
enum WorkRecord {
  /// So long another process is waited for; the record is worth no more.
  private static let patience: Int32 = 500

  /// Keeps the notes of a run, and raises an alert for what took longer than it may.
  ///
  /// - Parameters:
  ///   - typed: what was typed for an option.
  ///   - say: writes a message.
  static func keep(
    _ notes: LatencyLog, _ environment: Environment, _ typed: (_ option: String) -> String?,
    saying say: @escaping (Diagnostic) -> Void
  ) throws {
    guard let first = notes.records.first else { return }
    let settings = try ConfigurationFiles.found(
      base: typed("config"), environment: typed("env"), environment
    ).settings
    // Of one that is not sound nobody knows what it was to say.
    guard !settings.findings.contains(where: { $0.severity == .error }),
      settings.isOn("METRICS_ENABLED")
    else { return }
    let kept = notes.records.filter { note in
      note.operation != Greeks.facts.name || settings.isOn("TRACK_GREEK_CALCULATION_TIME")
    }
    let home = Home(named: typed("home"), { environment[$0] })
    guard let path = typed("store") ?? settings.text("STORE") ?? home?.store, !kept.isEmpty,
      FileIdentity.exists(path)
    else { return }
    var limits = StoreLimits(settings)
    limits.busyMilliseconds = patience
    let store = try Store(path: path, access: .writing, limits: limits)
    let unique = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    try store.keep(kept, of: "\(first.beganMicroseconds)-\(unique)")
    let now = Timestamp(milliseconds: WallClock.milliseconds)
    raise(notes, settings, store, at: now, saying: say)
    try store.keepSlowStatements(at: now)
  }

  /// Raises an alert for what takes too long, once until it has taken less.
  private static func raise(
    _ notes: LatencyLog, _ settings: Settings, _ store: Store, at now: Timestamp,
    saying say: @escaping (Diagnostic) -> Void
  ) {
    let (violations, kept) = (notes.violations(settings), notes.kept(settings))
    if violations.isEmpty && kept.isEmpty { return }
    let desk = AlertDesk(store, settings, saying: say)
    for operation in kept.sorted() {
      self.say(desk.end(.latencyViolation, operation, at: now), say)
    }
    for violation in violations {
      let took = violation.milliseconds.rounded(toSignificant: 4)
      let outcomes = desk.raise(
        .latencyViolation, violation.operation,
        "took \(took) ms, and \(violation.required) ms is allowed",
        value: violation.milliseconds, threshold: violation.required, at: now)
      self.say(outcomes, say)
    }
  }

  private static func say(
    _ outcomes: [AlertDesk.Outcome], _ say: (Diagnostic) -> Void
  ) {
    for failure in outcomes.compactMap(\.failure) { say(Diagnostic(failure)) }
  }
}

extension AlertDesk {
  /// The desk with the handlers of a configuration.
  ///
  /// - Parameter say: writes the alerts of the handler log.
  init(_ store: Store, _ settings: Settings, saying say: @escaping (Diagnostic) -> Void) {
    let handlers = AlertHandlers(
      settings, userAgent: Version.userAgent, random: SystemRandomNumberGenerator())
    self.init(store, handlers.all { say(Diagnostic($0)) }, settings)
  }
}

extension Diagnostic {
  /// A handler that did not get an alert through.
  init(_ failure: AlertFailure) {
    self.init(.warning, code: "alert-failed", failure.problem, hint: failure.remedy)
  }
}
