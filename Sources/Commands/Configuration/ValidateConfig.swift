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
      day. Secrets are never shown.
      """,
      """
      Without a FILE the configuration is the one that is found: the file of ANGELX_CONFIG, \
      ./angelx.conf, or angelx/angelx.conf in XDG_CONFIG_HOME or ~/.config; beside it the file of the \
      environment, such as angelx.production.conf, and .env. Later files override earlier ones, and \
      variables such as ANGELX_CAPITAL override all files. With FILE these are read instead, in the order \
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
      and records why. --kill stops everything that could open risk until --release. --online asks the \
      servers that the configuration names and tries the login at the brokers, --test-alerts sends an alert \
      through every handler that is on, and --store-check and --log-check look for damage. --crontab and \
      --timers print what runs angelx by itself, for cron and for systemd.
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

  package static let keysOfItsOwn = ["TABLES", "STORE"]

  package static func run(_ options: Options, in surroundings: Surroundings) throws -> ExitCode {
    let task = try options.task()
    try LogFileCheck(options.common, options.places, in: surroundings).require(
      inputs: options.files.map(\.path))
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
    if options.isDryRun { surroundings.notes.stop() }
    if let status = try decideOnTrade(task, options, surroundings) { return status }
    guard let operation = task.operation else {
      return try perform(task, files(options, surroundings), options, report, surroundings)
    }
    let notes = surroundings.notes
    let files = try notes.measure("\(facts.name).read") { try Self.files(options, surroundings) }
    let status = try notes.measure(operation) {
      try perform(task, files, options, report, surroundings)
    }
    // Nothing is put into a store that is not sound.
    if case .checkStore = task, status != .success { notes.stop() }
    return status
  }

  /// Sets the kill switch or takes it back; nil where something else is asked for.
  private static func decideOnTrade(
    _ task: Task, _ options: Options, _ surroundings: Surroundings
  ) throws -> ExitCode? {
    // The configuration is read after the switch is set: it may be what is wrong.
    func settings() throws -> Settings { try files(options, surroundings).settings }
    switch task {
    case .kill(let reason):
      return try KillTask(options, surroundings).set(reason, settings)
    case .release(let reason):
      return try KillTask(options, surroundings).release(reason, settings)
    default: return nil
    }
  }

  /// Does what is asked for with the configuration.
  private static func perform(
    _ task: Task, _ files: ConfigurationFiles, _ options: Options, _ report: RecordReport,
    _ surroundings: Surroundings
  ) throws -> ExitCode {
    let now = options.common.present
    let context = CheckContext(options: options, report: report, surroundings: surroundings)
    switch task {
    case .explain(let name):
      let text = try KeyExplanation(surroundings.output(options.common)).text(
        of: name, files.settings)
      try write(text, to: options.common.output)
      return .success
    case .effective:
      try report.write(KeyRecords.effective(files.settings), shown: ["key", "value", "source"])
      return try refuse(files.settings.findings, options.common, surroundings)
    case .checkStore: return try StoreReport(context).run(files.settings)
    case .checkLog: return try LogReport(context).run(files.settings)
    case .acceptLog(let reason):
      return try LogReport(context)
        .accept(files.settings, reason: reason, at: now)
    case .testAlerts:
      return try soundly(files, options, surroundings) {
        try AlertTest(context).run(files.settings, at: now)
      }
    case .metrics:
      return try soundly(files, options, surroundings) {
        try MetricsTask(options, surroundings).run(files.settings, at: now)
      }
    case .crontab, .timers:
      return try soundly(files, options, surroundings) {
        let schedule = try Schedule(options, files, from: now.day, surroundings)
        let text = if case .timers = task { schedule.timers } else { schedule.crontab }
        try write(text, to: options.common.output)
        return .success
      }
    default:
      return try ConfigurationJudgement(files, options, surroundings, at: now).say(task)
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

  /// Does what a configuration with errors is not fit for.
  private static func soundly(
    _ files: ConfigurationFiles, _ options: Options, _ surroundings: Surroundings,
    _ work: () throws -> ExitCode
  ) throws -> ExitCode {
    let status = try refuse(files.settings.findings, options.common, surroundings)
    return status == .success ? try work() : status
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
    guard let path = common.output?.path, !path.hasPrefix("/dev/"), path != "-" else {
      try write(StartingFile.text, to: common.output)
      return .success
    }
    // Secrets will stand in it, and those must not be in a file that others can read.
    let file = try AtomicFile(path: path, isPrivate: true)
    try file.write(Array(StartingFile.text.utf8).span)
    try file.commit()
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
}
