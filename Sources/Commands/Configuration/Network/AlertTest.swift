import CommandLineKit
import Configuration
import Operations
import Scalars
import Store
import Transport

/// `validate-config --test-alerts`: an alert through every handler that is on.
struct AlertTest {
  private let context: CheckContext
  private var options: ValidateConfig.Options { context.options }
  private var surroundings: Surroundings { context.surroundings }

  init(_ context: CheckContext) {
    self.context = context
  }

  /// Raises the alert and says what became of it; with a handler that failed the status is 69.
  func run(_ settings: Settings, at now: Timestamp) throws -> ExitCode {
    let home = try options.places.home(surroundings.environment)
    try home.make()
    let path = try options.places.store(settings, surroundings.environment)
    let store = try Store(path: path, access: .creating, limits: StoreLimits(settings))
    let log = surroundings.log(options.common)
    let handlers = AlertHandlers(
      settings, userAgent: Version.userAgent, random: SystemRandomNumberGenerator()
    ).all { log.report(Diagnostic($0)) }
    let outcomes = AlertDesk(store, handlers, settings).raise(
      .test, "validate-config", "this is a test: alerts get through", at: now)
    try context.report.write(
      Self.records(outcomes), shown: ["handler", "state", "problem", "fix"],
      leastTelling: ["fix"])
    return outcomes.contains { $0.state == .failed } ? .unavailable : .success
  }

  private static func records(_ outcomes: [AlertDesk.Outcome]) -> MadeRecords {
    var records = MadeRecords([
      .init("kind"), .init("handler"), .init("state"), .init("problem"), .init("fix"),
    ])
    for outcome in outcomes {
      records.add([
        .text("alert_test"), .text(outcome.handler), .text(outcome.state.rawValue),
        .orNull(outcome.failure?.problem), .orNull(outcome.failure?.remedy),
      ])
    }
    return records
  }
}

extension Diagnostic {
  /// An alert, as a message beside others.
  init(_ alert: AlertRecord) {
    let level: Level =
      switch alert.severity {
      case .info: .note
      case .warning: .warning
      case .alert, .critical: .error
      }
    self.init(
      level, command: nil, field: alert.kind, code: "alert", "\(alert.subject): \(alert.message)")
  }
}
