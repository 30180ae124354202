import CommandLineKit
import Configuration
import Files
import Market
import Operations
import Scalars
import Store

/// What there is to say of a configuration on a day, with what is fixed, stopped and reached.
struct ConfigurationJudgement {
  private let files: ConfigurationFiles
  private let options: ValidateConfig.Options
  private let surroundings: Surroundings
  private let now: Timestamp

  init(
    _ files: ConfigurationFiles, _ options: ValidateConfig.Options, _ surroundings: Surroundings,
    at now: Timestamp
  ) {
    self.files = files
    self.options = options
    self.surroundings = surroundings
    self.now = now
  }

  /// Says what there is to say, and what a task adds to it.
  func say(_ task: ValidateConfig.Task) throws -> ExitCode {
    let (tables, ofTables) = try tables()
    var findings =
      ofTables + files.settings.findings(in: files.circumstances(on: now.day, tables))
      + nothingFound + StrategyCheck(files.settings).findings
    var isReached = true
    switch task {
    case .judge, .checkFreeze: findings += try frozenFindings(task)
    case .freeze, .unfreeze:
      if !isUnsound(findings) { findings += try freezeFindings(task, tables.calendar) }
    case .online where !isUnsound(findings):
      let online =
        try OnlineCheck(files.settings, clock: clock).findings()
        + BrokerSessionCheck(options, files.settings, surroundings).findings()
      isReached = !isUnsound(online)
      findings += online
    default: break
    }
    findings += killSwitch + openHome
    try FindingReport(options.common, surroundings, isStrict: options.isStrict)
      .write(findings.worstFirst)
    if !isReached { return .unavailable }
    return isUnsound(findings) ? .configuration : .success
  }

  private func isUnsound(_ findings: [Finding]) -> Bool {
    findings.contains { $0.severity == .error || options.isStrict && $0.severity == .warning }
  }

  /// The time by the clock of the machine, which is what is compared with that of servers; nil where
  /// another one was told.
  private var clock: (() -> Int64)? {
    options.common.now == nil ? { WallClock.milliseconds / 1000 } : nil
  }

  /// The market's tables, and what is wrong with those of the key TABLES: a finding like others.
  private func tables() throws -> (MarketTables, [Finding]) {
    do {
      return (try options.tables(files.settings), [])
    } catch let error where options.tables == nil {
      let problem: (message: String, fix: String?)
      switch error {
      case let error as TableProblem:
        let diagnostic = Diagnostic(error, command: nil)
        let place = diagnostic.place.map { "\($0): " } ?? ""
        problem = (place + diagnostic.message, diagnostic.hint)
      // That it does not exist is told by the check of paths.
      case is FileError: return (.builtIn, [])
      case let error as UsageError: problem = (error.description, nil)
      default: throw error
      }
      return (
        .builtIn,
        [
          Finding(
            .error, "tables", key: "TABLES", at: files.settings["TABLES"].place, problem.message,
            fix: problem.fix)
        ]
      )
    }
  }

  private func freezeFindings(
    _ task: ValidateConfig.Task, _ calendar: TradingCalendar
  ) throws -> [Finding] {
    let freeze = try FreezeTask(options, files.settings, at: now, surroundings)
    if case .unfreeze(let reason) = task { return try freeze.refix(reason: reason) }
    return try freeze.fix(until: calendar.close(of: now.day)) + waitingAlerts()
  }

  /// How the configuration stands to what is fixed for the day: where nobody has asked for that, only what
  /// is wrong, and no more than a warning of files that may be those of another configuration.
  private func frozenFindings(_ task: ValidateConfig.Task) throws -> [Finding] {
    if case .checkFreeze = task {
      return try FreezeTask(options, files.settings, at: now, surroundings).check()
    }
    guard Home(named: options.places.home?.path, { surroundings.environment[$0] }) != nil else {
      return []
    }
    return try FreezeTask(options, files.settings, at: now, surroundings).check()
      .filter { $0.severity == .error }
      .map { finding in
        guard !options.files.isEmpty else { return finding }
        return Finding(
          .warning, finding.rule, key: finding.key, at: finding.place, finding.message,
          fix: finding.fix)
      }
  }

  /// Tells of alerts that could not be told before, as this runs every morning.
  private func waitingAlerts() throws -> [Finding] {
    let path = try options.places.store(files.settings, surroundings.environment)
    guard !options.isDryRun, FileIdentity.exists(path) else { return [] }
    let log = surroundings.log(options.common)
    let handlers = AlertHandlers(
      files.settings, userAgent: Version.userAgent, random: SystemRandomNumberGenerator())
    let desk = AlertDesk(
      try Store(path: path, limits: StoreLimits(files.settings)),
      handlers.all { log.report(Diagnostic($0)) }, files.settings)
    return desk.deliver(at: now).compactMap(\.failure).map { failure in
      Finding(
        .warning, "alerts", key: "ALERT_HANDLERS", at: nil, failure.problem, fix: failure.remedy)
    }
  }

  /// Says that everything is stopped, where it is.
  private var killSwitch: [Finding] {
    let named = options.places.home?.path
    guard let home = Home(named: named, { surroundings.environment[$0] }) else { return [] }
    let message: String
    switch KillSwitch(home: home.folder).state {
    case .off: return []
    case .on(let facts):
      message = "the kill switch is on since \(facts.when), set by \(facts.who): \(facts.why)"
    case .onForUnknownReason(let problem):
      message = "the kill switch is on, and does not say why: \(problem)"
    }
    return [
      Finding(
        .warning, "kill-switch", at: nil, message,
        fix: "nothing that could open risk runs before --release REASON")
    ]
  }

  /// Says that others could put files in the place of ours, where the home is open to them.
  private var openHome: [Finding] {
    guard
      let home = Home(named: options.places.home?.path, { surroundings.environment[$0] }),
      let status = try? SystemCalls.real.statusOfTarget(home.folder), status.kind == .folder,
      status.permissions & 0o022 != 0
    else { return [] }
    return [
      Finding(
        .warning, "home", at: nil, "others can put files into \(home.folder), or take ours away",
        fix: "chmod 700 '\(ForeignText.printable(home.folder))'")
    ]
  }

  /// Says that no file was read, where one was looked for, or none of the environment that was named.
  private var nothingFound: [Finding] {
    guard files.names.isEmpty else {
      let isUsual = ["development", "production"].contains(files.environment)
      if isUsual || files.names.contains(where: { $0.hasSuffix(".\(files.environment).conf") }) {
        return []
      }
      let near = nearest(
        to: files.environment, in: ["development", "production"], acceptingBeginnings: true)
      return [
        Finding(
          .warning, "no-file", at: nil,
          "there is no file of the environment '\(ForeignText.printable(files.environment))'",
          fix: near.map { "did you mean '\($0)'?" })
      ]
    }
    return [
      Finding(
        .note, "no-file", at: nil, "no angelx.conf was found: the defaults hold",
        fix: "angelx validate-config --init --output angelx.conf begins one")
    ]
  }
}
