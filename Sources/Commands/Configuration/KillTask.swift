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
    now = options.now ?? Timestamp(milliseconds: WallClock.milliseconds)
  }

  private var killSwitch: KillSwitch { KillSwitch(home: home.folder) }

  /// Sets the switch, and puts that down.
  func set(_ reason: String, _ settings: () throws -> Settings) throws -> ExitCode {
    try requireReason(reason, of: "--kill")
    let facts = KillSwitch.Facts(who: who, when: now, why: reason)
    try home.make()
    guard try killSwitch.set(facts) else { return try say("the kill switch was on already") }
    // It is on from here on, whether that can be put down or not.
    let status = try say("the kill switch is on: nothing that could open risk runs")
    try putDown("kill_switch_set", [.init("reason", .text(reason))], settings)
    return status
  }

  /// Takes the switch back, and puts that down.
  func release(_ reason: String, _ settings: () throws -> Settings) throws -> ExitCode {
    try requireReason(reason, of: "--release")
    let found = try killSwitch.release(reason: reason)
    guard found.isOn else { return try say("the kill switch was not on") }
    try putDown(
      "kill_switch_released", [.init("reason", .text(reason))] + Self.told(found), settings)
    return try say("the kill switch is off")
  }

  private func requireReason(_ reason: String, of option: String) throws(UsageError) {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw .combination("\(option): the reason is empty; say why")
    }
  }

  /// Who does this, as far as the system says.
  private var who: String {
    ["LOGNAME", "USER"].lazy.compactMap { surroundings.environment[$0] }.first { !$0.isEmpty }
      ?? "somebody"
  }

  /// What the switch said of itself.
  private static func told(_ state: KillSwitch.State) -> [AuditEvent.Field] {
    guard case .on(let facts) = state else { return [] }
    return [
      .init("set_by", .text(facts.who)), .init("set_at", .text(facts.when.description)),
      .init("set_why", .text(facts.why)),
    ]
  }

  private func putDown(
    _ event: String, _ facts: [AuditEvent.Field], _ settings: () throws -> Settings
  ) throws {
    let store = try options.places.store(settings(), surroundings.environment)
    let log = AuditLog(path: home.auditLog, heads: StoreHeads(store: store))
    try log.append([AuditEvent(event, [.init("who", .text(who))] + facts)], at: now)
  }

  private func say(_ message: String) throws -> ExitCode {
    try FindingReport(options.common, surroundings).write([
      Finding(.note, "kill-switch", at: nil, message)
    ])
    return .success
  }
}
