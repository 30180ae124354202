package import Configuration
internal import Files
package import Scalars

/// The keys of the trading rules, fixed for a trading day in a file of the home.
package struct ConfigurationFreeze {
  /// How the settings stand to what was fixed.
  package enum State: Equatable, Sendable {
    /// Nothing is fixed for the day.
    case open
    /// They are what was fixed.
    case same(since: Timestamp)
    /// They are not.
    case changed([FrozenSettings.Change], since: Timestamp)
    /// The file is there and cannot be relied on.
    case unreadable(String)
  }

  private let home: Home
  private let log: AuditLog

  /// Names the home, and the log in which it is put down what was fixed.
  package init(in home: Home, _ log: AuditLog) {
    self.home = home
    self.log = log
  }

  /// How settings stand to what was fixed for a day.
  package func state(of settings: FrozenSettings, on day: Day) -> State {
    guard FileIdentity.exists(home.freeze) else { return .open }
    let bytes: [UInt8]
    do {
      bytes = try ByteSource.bytes(of: home.freeze, most: 1 << 20)
    } catch {
      return .unreadable(error.problem)
    }
    guard let freeze = Freeze(text: String(decoding: bytes, as: UTF8.self)) else {
      return .unreadable("it is not what angelx wrote")
    }
    // What was fixed on another day is over.
    guard freeze.day == day else { return .open }
    let changes = settings.changes(since: freeze.settings)
    return changes.isEmpty
      ? .same(since: freeze.frozenAt) : .changed(changes, since: freeze.frozenAt)
  }

  /// Fixes settings for a day, which is put down first.
  package func fix(_ settings: FrozenSettings, on day: Day, at now: Timestamp) throws {
    try put(
      settings, on: day, at: now,
      AuditEvent(
        "configuration_frozen",
        [
          .init("day", .text(day.description)), .init("sha256", .text("\(settings.digest)")),
          .init("keys", .whole(Int64(settings.values.count))),
        ]))
  }

  /// Fixes other settings than those that were fixed, for a reason, which is put down first.
  package func refix(
    _ settings: FrozenSettings, on day: Day, _ changes: [FrozenSettings.Change], reason: String,
    at now: Timestamp
  ) throws {
    let told = changes.map { "\($0.key): \($0.old ?? "nothing") to \($0.new ?? "nothing")" }
    try put(
      settings, on: day, at: now,
      AuditEvent(
        "configuration_unfrozen",
        [
          .init("day", .text(day.description)), .init("reason", .text(reason)),
          .init("changes", .texts(told)), .init("sha256", .text("\(settings.digest)")),
        ]))
  }

  private func put(
    _ settings: FrozenSettings, on day: Day, at now: Timestamp, _ event: AuditEvent
  ) throws {
    try home.make()
    try log.append([event], at: now)
    let text = Freeze(day: day, frozenAt: now, settings: settings).text
    let file = try AtomicFile(path: home.freeze, isPrivate: true)
    try file.write(Array(text.utf8).span)
    try file.commit()
  }
}
