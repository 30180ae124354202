package import CommandLineKit
import Configuration
import Files
import Market
import Operations
import Scalars
import Store

/// `angelx validate-config`: whether the configuration is sound, before the market opens.
package enum ValidateConfig: Command {
  package static let facts = CommandFacts(
    name: "validate-config",
    summary: "Check the configuration, all of it in one run.",
    group: "Upkeep",
    discussion: [
      """
      Reads the configuration as every command would and says everything that is wrong with it: errors, \
      then warnings, then notes, each on a line with file, line and column, the key, and what to write \
      instead. Values are checked one by one, against each other, and against the market's tables of the \
      day. Nothing of a secret is ever shown.
      """,
      """
      Without a FILE the configuration is the one that is found: the file of ANGELX_CONFIG, \
      ./angelx.conf, or angelx/angelx.conf in XDG_CONFIG_HOME or ~/.config; beside it the file of the \
      environment, such as angelx.production.conf, and .env. Later files go before earlier ones, and \
      variables such as ANGELX_CAPITAL before all files. With FILE these are read instead, in the order \
      given; a file of another system's settings can be checked as it stands.
      """,
      """
      Lines for people are the findings; with --format they are records, in full. --keys, --effective and \
      --diff give records: a table on a terminal, JSON lines in a pipe. What is wrong with the text or with \
      single values is then said on standard error.
      """,
      """
      --freeze fixes the keys of the trading rules for the trading day, so that a later run with others is \
      refused; --check-freeze says whether they are still the same, and --unfreeze fixes what they are now \
      and puts down why. --online asks the servers that the configuration names, --test-alerts sends an \
      alert through every handler, and --store-check and --log-check look for damage. --crontab and --timers print what runs angelx by itself, for cron and for systemd.
      """,
      """
      Made for cron at 09:00: a sound configuration says nothing, on a terminal and with --verbose also \
      notes are shown, and the exit status of an unsound one is 78. The language and all keys are in \
      angelx-config(5).
      """,
    ],
    examples: [
      CommandExample(
        "angelx validate-config", shows: "What is wrong with the configuration found here.",
        isSilent: true),
      CommandExample(
        "angelx validate-config --env production --strict",
        shows: "The same for production, where warnings count as errors.", isSilent: true),
      CommandExample(
        "angelx validate-config --explain KELLY_CAP",
        shows: "All about a key, and what it holds now."),
      CommandExample(
        "angelx validate-config --crontab --home /var/lib/angelx",
        shows: "Lines for a crontab, by Indian time."),
      CommandExample(
        "angelx validate-config --init --output mine.conf", shows: "A file to begin with.",
        isSilent: true),
    ],
    exitCodes: [
      .negative, .brokenInput, .missingInput, .unavailable, .cannotCreate, .inputOutput, .tryLater,
      .foreignProtocol, .noPermission, .configuration,
    ],
    seeAlso: ["angelx-config(5)", "angelx-tables(5)"])

  package static let defaults = Options()

  package static let parameters = Options.parameters

  /// What it says of an unsound configuration must not depend on that being sound.
  package static let readsConfiguration = false

  package static func run(_ options: Options, in surroundings: Surroundings) throws -> ExitCode {
    let task = try options.task()
    let report = RecordReport(facts.name, options.common, surroundings)
    switch task {
    case .begin: return try begin(options.common)
    case .list:
      try report.write(
        KeyRecords.declared(), shown: ["key", "expected", "default", "unit", "group"],
        leastTelling: ["group", "unit", "expected"])
      return .success
    case .compare: return try compare(options, report, surroundings)
    default: break
    }
    let files = try files(options, surroundings)
    switch task {
    case .explain(let name):
      let text = try KeyExplanation(surroundings.output(options.common)).text(
        of: name, files.settings)
      try write(text, to: options.common.output)
      return .success
    case .effective:
      try report.write(KeyRecords.effective(files.settings), shown: ["key", "value", "source"])
      return try refuse(files.settings.findings, options.common, surroundings)
    case .checkStore: return try StoreReport(options, report, surroundings).run(files.settings)
    case .testAlerts, .metrics:
      let status = try refuse(files.settings.findings, options.common, surroundings)
      guard status == .success else { return status }
      let now = options.now ?? Timestamp(milliseconds: WallClock.milliseconds)
      if case .metrics = task {
        return try MetricsTask(options, surroundings).run(files.settings, at: now)
      }
      return try AlertTest(options, report, surroundings).run(files.settings, at: now)
    case .checkLog: return try LogReport(options, report, surroundings).run(files.settings)
    case .crontab:
      try write(schedule(options, files, surroundings).crontab, to: options.common.output)
      return try refuse(files.settings.findings, options.common, surroundings)
    case .timers:
      try write(schedule(options, files, surroundings).timers, to: options.common.output)
      return try refuse(files.settings.findings, options.common, surroundings)
    default: return try judge(files, task, options, surroundings)
    }
  }

  /// The files that are meant: those that are named, or those that are found.
  private static func files(
    _ options: Options, _ surroundings: Surroundings
  ) throws -> ConfigurationFiles {
    var search = ConfigurationSearch(surroundings.environment)
    search.environment = options.common.environment ?? search.environment
    search.base = options.common.configuration?.path ?? search.base
    try requireName(search.environment)
    return try ConfigurationFiles(
      options.files.isEmpty ? search.found : options.files.map(\.path),
      environment: search.environment, variables: surroundings.environment.variables)
  }

  // MARK: What is asked for

  private static func judge(
    _ files: ConfigurationFiles, _ task: Task, _ options: Options, _ surroundings: Surroundings
  ) throws -> ExitCode {
    let now = options.now ?? Timestamp(milliseconds: WallClock.milliseconds)
    let tables = try TablesFolder.tables(options.tables)
    var findings =
      files.settings.findings(in: files.circumstances(on: now.day, tables)) + nothingFound(files)
    func isUnsound(_ findings: [Finding]) -> Bool {
      findings.contains { $0.severity == .error || options.isStrict && $0.severity == .warning }
    }
    if task.isAboutFreeze, !isUnsound(findings) {
      let freeze = try FreezeTask(options, files.settings, at: now, surroundings)
      switch task {
      case .unfreeze(let reason): findings += try freeze.refix(reason: reason)
      case .checkFreeze: findings += freeze.check()
      default: findings += try freeze.fix(until: tables.calendar.close(of: now.day))
      }
    }
    findings += killSwitch(options, surroundings)
    var isReached = true
    if case .online = task, !isUnsound(findings) {
      let online = OnlineCheck(files.settings) {
        options.now.map { $0.milliseconds / 1000 } ?? WallClock.milliseconds / 1000
      }.findings()
      isReached = !isUnsound(online)
      findings += online
    }
    try FindingReport(options.common, surroundings).write(findings.worstFirst)
    if !isReached { return .unavailable }
    return isUnsound(findings) ? .configuration : .success
  }

  /// Says that everything is stopped, where it is.
  private static func killSwitch(
    _ options: Options, _ surroundings: Surroundings
  ) -> [Finding] {
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
        fix: "nothing that could open risk runs until \(home.killSwitch) is gone")
    ]
  }

  /// Says that no file was read, where one was looked for, or none of the environment that was named.
  private static func nothingFound(_ files: ConfigurationFiles) -> [Finding] {
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

  private static func compare(
    _ options: Options, _ report: RecordReport, _ surroundings: Surroundings
  ) throws -> ExitCode {
    guard options.files.count == 2 else {
      throw UsageError.combination("--diff compares two FILEs, found \(options.files.count)")
    }
    let settings = try options.files.map { file in
      try ConfigurationFiles([file.path], environment: "").settings
    }
    let differences = KeyRecords.differences(settings[0], settings[1])
    try report.write(differences, shown: ["key", "first", "second"])
    let status = try refuse(settings.flatMap(\.findings), options.common, surroundings)
    guard status == .success else { return status }
    return differences.rows.isEmpty ? .success : .negative
  }

  /// Says on standard error what keeps settings from being what was written, where they are the result.
  private static func refuse(
    _ findings: [Finding], _ common: CommonOptions, _ surroundings: Surroundings
  ) throws -> ExitCode {
    let problem = ConfigurationProblem(findings: findings.filter { $0.severity == .error })
    let log = surroundings.log(common)
    problem.diagnostics(of: facts.name).forEach(log.report)
    return problem.findings.isEmpty ? .success : .configuration
  }

  private static func begin(_ common: CommonOptions) throws -> ExitCode {
    if let path = common.output?.path, FileIdentity.exists(path), !path.hasPrefix("/dev/") {
      throw UsageError.combination("--init: \(path) is there already; name another file")
    }
    try write(StartingFile.text, to: common.output)
    return .success
  }

  private static func write(_ text: String, to path: PathArgument?) throws {
    var output = try Output(path: path?.path ?? "-")
    try output.write(text)
    try output.finish()
  }

  /// The name of an environment is part of the name of a file.
  private static func requireName(_ environment: String) throws(UsageError) {
    let isName = environment.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
    guard isName else {
      throw .combination(
        "'\(ForeignText.printable(environment))' is no name of an environment, such as production")
    }
  }

  /// What is to run by itself, told where its things are as this call was.
  private static func schedule(
    _ options: Options, _ files: ConfigurationFiles, _ surroundings: Surroundings
  ) throws -> Schedule {
    let home = try options.places.home(surroundings.environment)
    let now = options.now ?? Timestamp(milliseconds: WallClock.milliseconds)
    let told: [(String, String?)] = [
      ("--config", options.common.configuration?.path), ("--env", options.common.environment),
      ("--home", options.places.home?.path), ("--store", options.places.store?.path),
    ]
    let words = told.flatMap { name, value in value.map { [name, $0] } ?? [] }
    return Schedule(
      files.settings, from: now.day, try TablesFolder.tables(options.tables).calendar,
      program: [programName] + words, in: home.folder)
  }
}
