import CommandLineKit
import Configuration
import Files
import Market
import Operations
import Scalars

/// `validate-config --freeze`, `--check-freeze` and `--unfreeze`: the keys of the trading rules, fixed for the
/// day.
struct FreezeTask {
  private let options: ValidateConfig.Options
  private let settings: Settings
  private let now: Timestamp
  private let home: Home
  private let freeze: ConfigurationFreeze
  private let who: String

  init(
    _ options: ValidateConfig.Options, _ settings: Settings, at now: Timestamp,
    _ surroundings: Surroundings
  ) throws(UsageError) {
    self.options = options
    self.settings = settings
    self.now = now
    who = surroundings.who
    home = try options.places.home(surroundings.environment)
    let store = try options.places.store(settings, surroundings.environment)
    freeze = ConfigurationFreeze(
      in: home, AuditLog(path: home.auditLog, heads: StoreHeads(store: store)),
      clock: options.common.now.map { _ in Timestamp(milliseconds: WallClock.milliseconds) })
  }

  private var frozen: FrozenSettings { FrozenSettings(settings) }

  /// Fixes the settings of a sound configuration, and gives what there is to say.
  func fix(until close: Timestamp?) throws -> [Finding] {
    guard let close else { return [note("\(now.day) is no trading day: nothing is fixed")] }
    guard now < close else {
      return [note("trading is over for \(now.day): nothing is fixed")]
    }
    return try deciding { state in
      guard state == .open else { return findings(of: state) }
      // Only where nothing is fixed yet: what is fixed stays so, and this is one of its keys.
      guard settings.isOn("CONFIG_FREEZE") else {
        return [note("CONFIG_FREEZE is off: nothing is fixed")]
      }
      if !options.isDryRun { try freeze.fix(frozen, on: now.day, by: who, at: now) }
      let done = options.isDryRun ? "would be fixed" : "are fixed"
      return [note("\(frozen.values.count) keys \(done) for \(now.day)")]
    }
  }

  /// Fixes the settings as they are now, in the place of others.
  func refix(reason: String) throws -> [Finding] {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw UsageError.combination("--unfreeze: the reason is empty; say why")
    }
    return try deciding { state in
      let changes: [FrozenSettings.Change]
      switch state {
      case .open:
        return [
          Finding(
            .warning, "freeze", at: nil,
            "nothing is fixed for \(now.day), and nothing was recorded",
            fix: "--freeze fixes the keys as they are")
        ]
      case .same: return [note("nothing differs from what was fixed")]
      case .later: return findings(of: state)
      case .changed(let found, _): changes = found
      case .unreadable, .removed: changes = []
      }
      if !options.isDryRun {
        try freeze.refix(frozen, on: now.day, changes, reason: reason, by: who, at: now)
      }
      let done = options.isDryRun ? "would be fixed" : "are fixed"
      return [note("\(frozen.values.count) keys \(done) anew for \(now.day)")]
    }
  }

  /// Decides by the state, with no other process deciding at the same time.
  private func deciding(
    _ decide: (ConfigurationFreeze.State) throws -> [Finding]
  ) throws -> [Finding] {
    func decideNow() throws -> [Finding] { try decide(freeze.state(of: frozen, on: now.day)) }
    return options.isDryRun ? try decideNow() : try freeze.alone(decideNow)
  }

  /// What differs from what was fixed.
  func check() -> [Finding] { findings(of: freeze.state(of: frozen, on: now.day)) }

  private func findings(of state: ConfigurationFreeze.State) -> [Finding] {
    switch state {
    case .open: [note("nothing is fixed for \(now.day)")]
    case .same(let time): [note("everything is as it was fixed at \(Self.clock(time))")]
    case .changed(let changes, let time):
      changes.map { change in
        Finding(
          .error, "frozen", key: change.key,
          at: Key.named(change.key).flatMap { settings[$0].place },
          "is \(change.new ?? "no key any more"), and was fixed at \(Self.clock(time)) as "
            + (change.old ?? "no key"),
          fix: "set it back, or use --unfreeze REASON")
      }
    case .unreadable(let problem):
      [
        Finding(
          .error, "frozen", at: nil, "\(home.freeze) cannot be relied on: \(problem)",
          fix: "use --unfreeze REASON to fix the keys anew")
      ]
    case .removed:
      [
        Finding(
          .error, "frozen", at: nil,
          "\(home.freeze) is gone, and the log says that other settings were fixed for \(now.day)",
          fix: "set them back, or use --unfreeze REASON to fix these")
      ]
    case .later(let day):
      [
        Finding(
          .error, "frozen", at: nil, "\(home.freeze) is for \(day), which comes after \(now.day)",
          fix: "look at the clock of this machine")
      ]
    }
  }

  private func note(_ message: String) -> Finding { Finding(.note, "freeze", at: nil, message) }

  private static func clock(_ time: Timestamp) -> String {
    String(time.description.dropFirst("2026-11-28T".count).prefix("09:00:00".count))
  }
}

extension TradingCalendar {
  /// When trade in options ends on a day; nil where there is none.
  ///
  /// On a day that the tables do not cover a weekday counts as one with trade, until its end.
  func close(of day: Day) -> Timestamp? {
    do {
      return try sessions(on: day, .nfo).last.map { $0.upperBound.on(day) }
    } catch {
      let isWeekend = day.weekday == .saturday || day.weekday == .sunday
      return isWeekend ? nil : Timestamp(day + 1)
    }
  }
}
