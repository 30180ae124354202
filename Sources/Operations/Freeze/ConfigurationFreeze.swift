package import Configuration
internal import Digests
internal import Files
package import Scalars

/// The keys of the trading rules, fixed for a trading day in a file of the home.
///
/// The log of what was done says the same, so that a file that was taken away is missed.
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
    /// The log says that others were fixed, and the file is gone.
    case removed
    /// A later day has begun already.
    case later(Day)
  }

  private let home: Home
  private let log: AuditLog
  private let clock: Timestamp?

  /// Names the home, and the log in which it is put down what was fixed.
  ///
  /// - Parameter clock: the time by the clock of the machine, where another one was told.
  package init(in home: Home, _ log: AuditLog, clock: Timestamp? = nil) {
    self.home = home
    self.log = log
    self.clock = clock
  }

  // MARK: Looking

  /// How settings stand to what was fixed for a day.
  package func state(of settings: FrozenSettings, on day: Day) -> State {
    let bytes: [UInt8]
    do {
      bytes = try ByteSource.bytes(of: home.freeze, most: 1 << 20)
    } catch .cannotOpen(_, let reason) where reason == .missing {
      return stateWithoutFile(settings, day)
    } catch {
      return .unreadable(error.problem)
    }
    guard let freeze = Freeze(text: String(decoding: bytes, as: UTF8.self)) else {
      return .unreadable("it is not what angelx wrote")
    }
    if freeze.day > day { return .later(freeze.day) }
    // What was fixed on another day is over.
    if freeze.day < day { return stateWithoutFile(settings, day) }
    let changes = settings.changes(since: freeze.settings)
    return changes.isEmpty
      ? .same(since: freeze.frozenAt) : .changed(changes, since: freeze.frozenAt)
  }

  private func stateWithoutFile(_ settings: FrozenSettings, _ day: Day) -> State {
    guard let logged = logged(on: day) else {
      let isLogGone = !FileIdentity.exists(log.path) && (try? log.isExpected()) == true
      return isLogGone ? .unreadable("the log that would say what was fixed is gone") : .open
    }
    return logged == settings.digest ? .open : .removed
  }

  /// So much of the end of the log is looked through; a day fills far less.
  private static let endOfLog = 16 << 20

  /// The hash of what the log says was last fixed for a day.
  private func logged(on day: Day) -> Digest? {
    guard let file = try? JournalFile(reading: log.path), let size = try? file.size(),
      let bytes = try? file.bytes(max(0, size - Self.endOfLog)..<size)
    else { return nil }
    return bytes.split(separator: UInt8(ascii: "\n"))
      .compactMap { LoggedFreeze(line: String(decoding: $0, as: UTF8.self)) }
      .last { $0.day == day }?.digest
  }

  // MARK: Fixing

  /// How long another process may take to fix something, in milliseconds.
  private static let longestWait: Int32 = 20_000

  /// Does what must not happen in two processes at once: to look and then to fix.
  package func alone<Result>(_ work: () throws -> Result) throws -> Result {
    let file = try home.lock("freeze.json", atMost: Self.longestWait)
    let result = try work()
    try file.close()
    return result
  }

  /// Fixes settings for a day, which is put down first.
  package func fix(
    _ settings: FrozenSettings, on day: Day, by who: String, at now: Timestamp
  ) throws {
    // One that was put down and stopped before the file was there only needs the file.
    if logged(on: day) == settings.digest {
      // What the log says counts only where nothing was cut off behind it.
      try log.synchronize()
      return try write(settings, on: day, at: now)
    }
    try put(
      settings, on: day, by: who, at: now, LoggedFreeze.events.first,
      [.init("keys", .whole(Int64(settings.values.count)))])
  }

  /// Fixes other settings than those that were fixed, for a reason, which is put down first.
  package func refix(
    _ settings: FrozenSettings, on day: Day, _ changes: [FrozenSettings.Change], reason: String,
    by who: String, at now: Timestamp
  ) throws {
    let told = changes.map { "\($0.key): \($0.old ?? "nothing") to \($0.new ?? "nothing")" }
    try put(
      settings, on: day, by: who, at: now, LoggedFreeze.events.again,
      [.init("reason", .text(reason)), .init("changes", .texts(told))])
  }

  private func put(
    _ settings: FrozenSettings, on day: Day, by who: String, at now: Timestamp, _ event: String,
    _ fields: [AuditEvent.Field]
  ) throws {
    let told = clock.map { [AuditEvent.Field("clock", .text($0.description))] } ?? []
    let common: [AuditEvent.Field] = [
      .init("who", .text(who)), .init("day", .text(day.description)),
      .init("sha256", .text("\(settings.digest)")),
    ]
    do {
      try log.append([AuditEvent(event, common + fields + told)], at: now)
    } catch {
      // The entry is there, so what it says is done; that its head is not kept is told all the same.
      if case .headNotKept = error { try write(settings, on: day, at: now) }
      throw error
    }
    try write(settings, on: day, at: now)
  }

  private func write(_ settings: FrozenSettings, on day: Day, at now: Timestamp) throws {
    let text = Freeze(day: day, frozenAt: now, settings: settings).text
    let file = try AtomicFile(path: home.freeze, isPrivate: true)
    try file.write(Array(text.utf8).span)
    try file.commit()
  }
}
