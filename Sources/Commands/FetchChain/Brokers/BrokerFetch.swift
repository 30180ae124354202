import BrokerCalls
import Brokers
import CommandLineKit
import Configuration
import Files
import Market
import Operations
import Scalars
import Store
import Transport

/// `fetch-chain` where it asks brokers: what all of its tasks share.
struct BrokerFetch {
  let options: FetchChain.Options
  let surroundings: Surroundings
  let settings: Settings
  let tables: MarketTables
  let log: DiagnosticLog
  /// Nil where a recording is replayed, which needs none.
  let store: Store?
  let desk: BrokerDesk

  /// Puts together what it takes; nothing is asked yet.
  init(_ options: FetchChain.Options, _ surroundings: Surroundings) throws {
    self.options = options
    self.surroundings = surroundings
    let (base, environment) = (
      options.common.configuration?.path, options.common.environment
    )
    _ = try ConfigurationFiles.sound(
      base: base, environment: environment, tables: options.tables?.path, surroundings.environment)
    settings = try ConfigurationFiles.found(
      base: base, environment: environment, surroundings.environment
    ).settings
    tables = try TablesFolder.tables(options.tables)
    let log = surroundings.log(options.common)
    self.log = log
    let chosen = options.brokers.isEmpty ? nil : options.brokers
    let source: BrokerDesk.Source
    if let recording = options.replay {
      source = .recording(recording.path, from: options.common.now)
      store = nil
    } else {
      let home = try options.keeping.place.home(surroundings.environment)
      try home.make()
      let store = try Store(
        path: options.keeping.place.store(settings, surroundings.environment), access: .creating,
        limits: StoreLimits(settings))
      source = .network(
        store, sessions: home.sessions, WebRules(settings, userAgent: Version.userAgent),
        RunClock(startingAt: options.common.now, pauses: Self.pauses),
        recording: options.record?.path)
      self.store = store
    }
    desk = try BrokerDesk(
      source, BrokerSettings.all(settings, chosen: chosen), settings, tables,
      longestAge: options.longestAge, asksNobody: options.task.asksNobody,
      run: "\(WallClock.milliseconds)-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))",
      random: { SystemRandomNumberGenerator() }
    ) { failure in
      log.report(Diagnostic(failure, .warning, command: FetchChain.facts.name))
    }
  }

  /// The passing of time, cut short by a signal that is held back.
  private static var pauses: Pauses {
    var pauses = Pauses.real
    pauses.isInterrupted = { StopRequest.isMade }
    return pauses
  }

  /// Does what was asked for, and keeps how it went whatever came of it.
  func run() throws -> ExitCode {
    let result = Result { try task() }
    for note in desk.calls {
      surroundings.notes.add(
        "broker_\(note.group)",
        began: note.call.at.milliseconds * 1000 - note.call.durationMicroseconds,
        seconds: Double(note.call.durationMicroseconds) / 1_000_000, records: 1)
    }
    do {
      try desk.finish()
      try judgeBrokers()
    } catch {
      guard case .success = result else { return try result.get() }
      throw error
    }
    let code = try result.get()
    guard desk.brokenLines > 0, code == .success else { return code }
    return .brokenInput
  }

  /// Raises an alert of a broker that is left alone, once until it answers again.
  private func judgeBrokers() throws {
    guard let store, !desk.calls.isEmpty else { return }
    let alerts = AlertDesk(store, settings, saying: log.report)
    for report in try desk.reports(StateRules(settings), killSwitchIsOn: false) {
      let name = report.broker.rawValue
      var outcomes: [AlertDesk.Outcome] = []
      if let end = report.health.pausedUntil {
        outcomes = alerts.raise(
          .brokerDisconnect, name,
          "left alone until \(end), after \(report.health.failuresInRow) failed calls in a row",
          at: desk.now)
      } else if report.health.failuresInRow == 0 {
        outcomes = alerts.end(.brokerDisconnect, name, at: desk.now)
      }
      for failure in outcomes.compactMap(\.failure) { log.report(Diagnostic(failure)) }
    }
  }

  private func task() throws -> ExitCode {
    switch options.task {
    case .logIn: return try SessionTask(self).logIn()
    case .logOut: return try SessionTask(self).logOut()
    case .health: return try HealthTask(self).run()
    case .instruments: return try InstrumentSearch(self).run()
    case .candles(let interval): return try CandleFetch(self, interval).run()
    case .stream(let length): return try TickTask(self, for: length).run()
    case .chains: return try ChainTask(self).run()
    }
  }

  /// What is asked for: what was named, or what the configuration is about.
  var underlyings: [String] {
    let named = options.underlyings.map { $0.uppercased() }
    let all = named.isEmpty ? settings.list("UNDERLYINGS").compactMap(\.text) : named
    var seen: Set<String> = []
    return all.filter { seen.insert($0).inserted }
  }

  /// The instant that a moment of the command line is.
  func instant(_ moment: Moment, isEnd: Bool) throws(NotCovered) -> Timestamp {
    try moment.instant(on: desk.now.day, isEnd: isEnd, tables.calendar)
  }

  func warn(_ message: String) {
    log.report(Diagnostic(.warning, command: FetchChain.facts.name, code: "data", message))
  }

  /// Says what was done, to a person: who runs it every minute does not want to hear it.
  func note(_ message: String) {
    guard options.common.isVerbose || surroundings.errors(options.common).isTerminal else { return }
    log.report(Diagnostic(.note, command: FetchChain.facts.name, code: "done", message))
  }

  /// The number of a setting, in milliseconds where the key has seconds.
  func span(_ key: String, orSeconds usual: Int64) -> TimeSpan {
    let seconds = settings.number(key)?.doubleValue ?? Double(usual)
    return TimeSpan(milliseconds: Int64(seconds * 1000))
  }
}
