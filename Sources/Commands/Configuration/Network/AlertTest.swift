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

  /// Raises the alert and says what became of it; with a handler that failed the status is 69, and 75 with one
  /// that may not be used again yet.
  func run(_ settings: Settings, at now: Timestamp) throws -> ExitCode {
    let handlers = handlers(settings)
    if options.isDryRun {
      try write(handlers.map { Row(handler: $0.name, state: "would be told") })
      return .success
    }
    let home = try options.places.home(surroundings.environment)
    try home.make()
    let path = try options.places.store(settings, surroundings.environment)
    let store = try Store(path: path, access: .creating, limits: StoreLimits(settings))
    let outcomes = AlertDesk(store, handlers, settings).raise(
      .test, "validate-config", "this is a test: alerts get through", at: now)
    try write(
      outcomes.map {
        Row(
          handler: $0.handler, state: $0.state.rawValue, problem: $0.failure?.problem,
          remedy: $0.failure?.remedy)
      })
    if outcomes.contains(where: { $0.state == .failed }) { return .unavailable }
    return outcomes.contains { $0.state == .held } ? .tryLater : .success
  }

  private func handlers(_ settings: Settings) -> [any AlertHandler] {
    let log = surroundings.log(options.common)
    return AlertHandlers(
      settings, userAgent: Version.userAgent, random: SystemRandomNumberGenerator()
    ).all { log.report(Diagnostic($0)) }
  }

  /// What is said of a handler.
  private struct Row {
    let handler: String
    let state: String
    var problem: String?
    var remedy: String?
  }

  private func write(_ rows: [Row]) throws {
    var records = MadeRecords([
      .init("kind"), .init("handler"), .init("state"), .init("problem"), .init("fix"),
    ])
    for row in rows {
      records.add([
        .text("alert_test"), .text(row.handler), .text(row.state), .orNull(row.problem),
        .orNull(row.remedy),
      ])
    }
    try context.report.write(
      records, shown: ["handler", "state", "problem", "fix"], leastTelling: ["fix"])
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
      level, command: nil, code: "alert-\(alert.kind)",
      "alert '\(alert.kind)' of \(alert.subject): \(alert.message)")
  }
}
