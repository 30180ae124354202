import CommandLineKit
import Configuration
import Files
import Operations
import Scalars

/// `validate-config --kill` and `--release`: the switch that stops everything which could open risk.
///
/// It needs no sound configuration: who wants to stop trade has no time to mend one.
struct KillTask {
  private let options: ValidateConfig.Options
  private let surroundings: Surroundings
  private let home: Home
  private let now: Timestamp

  init(
    _ options: ValidateConfig.Options, _ surroundings: Surroundings
  ) throws(UsageError) {
    self.options = options
    self.surroundings = surroundings
    home = try options.places.home(surroundings.environment)
    now = options.common.present
  }

  private var killSwitch: KillSwitch { KillSwitch(home: home.folder) }

  /// Sets the switch, and records who did.
  ///
  /// Nothing keeps it from being set: neither another process that hangs, nor a log or a configuration
  /// that cannot be used, which is told once the switch is on.
  func set(_ reason: String, _ settings: () throws -> Settings) throws -> ExitCode {
    try requireReason(reason, of: "--kill")
    if options.isDryRun { return try say("the kill switch would be on") }
    try home.make()
    let lock = try? home.lock(Self.lock, atMost: 5_000)
    let isNew = try killSwitch.set(.init(who: surroundings.who, when: now, why: reason))
    let recorded = Result {
      try record(
        isNew ? "kill_switch_set" : "kill_switch_set_again", [.init("reason", .text(reason))],
        (try? settings()) ?? .defaults)
    }
    try lock?.close()
    let state =
      isNew
      ? "the kill switch is on: nothing that could open risk runs"
      : "the kill switch was on already"
    guard case .failure(let error) = recorded else { return try say(state) }
    _ = try say("\(state); who has set it could not be recorded", .warning)
    throw error
  }

  /// Takes the switch back, which is recorded first: it stays on where that fails.
  func release(_ reason: String, _ settings: () throws -> Settings) throws -> ExitCode {
    try requireReason(reason, of: "--release")
    let settings = try settings()
    guard killSwitch.state.isOn else { return try sayItWasOff() }
    if options.isDryRun { return try say("the kill switch would be off") }
    let lock = try home.lock(Self.lock, atMost: 20_000)
    let found = killSwitch.state
    // Another process may have been here first.
    guard found.isOn else { return try sayItWasOff() }
    try record(
      "kill_switch_released", [.init("reason", .text(reason))] + Self.told(found), settings)
    _ = try killSwitch.release(reason: reason)
    try lock.close()
    return try say("the kill switch is off")
  }

  private func sayItWasOff() throws -> ExitCode {
    try say("the kill switch was not on; nothing was recorded", .warning)
  }

  /// The name of the lock under which the switch and its record are changed together.
  private static let lock = "kill"

  private func requireReason(_ reason: String, of option: String) throws(UsageError) {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw .combination("\(option): the reason is empty; say why")
    }
  }

  /// What the switch said of itself.
  private static func told(_ state: KillSwitch.State) -> [AuditEvent.Field] {
    guard case .on(let facts) = state else { return [] }
    return [
      .init("set_by", .text(facts.who)), .init("set_at", .text(facts.when.description)),
      .init("set_why", .text(facts.why)),
    ]
  }

  private func record(
    _ event: String, _ facts: [AuditEvent.Field], _ settings: Settings
  ) throws {
    let store = try options.places.store(settings, surroundings.environment)
    let log = AuditLog(path: home.auditLog, heads: StoreHeads(store: store))
    try log.append([AuditEvent(event, [.init("who", .text(surroundings.who))] + facts)], at: now)
  }

  private func say(
    _ message: String, _ severity: Finding.Severity = .note
  ) throws -> ExitCode {
    try FindingReport(options.common, surroundings).write([
      Finding(severity, "kill-switch", at: nil, message)
    ])
    return .success
  }
}
