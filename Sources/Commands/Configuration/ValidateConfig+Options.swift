import CommandLineKit
import Configuration
import Market
import Scalars

extension ValidateConfig {
  package struct Options: Sendable {
    var files: [PathArgument] = []
    var isStrict = false
    var listsKeys = false
    var explained: String?
    var showsEffective = false
    var compares = false
    var begins = false
    var freezes = false
    var unfreezingReason: String?
    var checksFreeze = false
    var killingReason: String?
    var releasingReason: String?
    var checksStore = false
    var checksLog = false
    var acceptingReason: String?
    var asksServers = false
    var testsAlerts = false
    var tellsMetrics = false
    var printsCrontab = false
    var printsTimers = false
    var isDryRun = false
    var tables: PathArgument?
    var places = HomeOptions()
    var common = CommonOptions()
  }

  /// What is asked for.
  enum Task {
    case judge, list, explain(String), effective, compare, begin
    case freeze, unfreeze(String), checkFreeze, kill(String), release(String)
    case checkStore, checkLog, acceptLog(String), crontab, timers
    case online, testAlerts, metrics

    /// What it is called among the operations of which it is known how long they took; nil for a question.
    var operation: String? {
      let name: String? =
        switch self {
        case .judge: ""
        case .freeze: ".freeze"
        case .unfreeze: ".unfreeze"
        case .checkFreeze: ".check-freeze"
        case .checkStore: ".store-check"
        case .checkLog: ".log-check"
        case .acceptLog: ".accept-log"
        case .online: ".online"
        case .testAlerts: ".test-alerts"
        case .metrics: ".metrics"
        case .list, .explain, .effective, .compare, .begin, .kill, .release, .crontab, .timers:
          nil
        }
      return name.map { facts.name + $0 }
    }

    /// Whether it writes or sends something, which --dry-run holds back.
    var changesAnything: Bool {
      switch self {
      case .freeze, .unfreeze, .kill, .release, .acceptLog, .testAlerts, .metrics: true
      default: false
      }
    }
  }
}

extension ValidateConfig.Options {
  static let parameters: [Parameter<Self>] =
    checking + operating
    + Parameter.embedding(\.places, HomeOptions.parameters)
    + Parameter.embedding(\.common, CommonOptions.parameters(formatDefault: "lines for people"))

  private static let checking: [Parameter<Self>] = [
    .positionals("FILE", \.files, "The files to check instead of those that are found."),
    .flag("strict", \.isStrict, "Count warnings as errors.").environment(nil).configuration(nil),
    .flag("keys", \.listsKeys, "List all keys with what they may hold, and check nothing.")
      .environment(nil),
    .option("explain", "KEY", \.explained, "Show everything about KEY, and check nothing.")
      .completing(.dynamic(key: Completions.configurationKey)).environment(nil),
    .flag("effective", \.showsEffective, "List the value of every key with who has set it.")
      .environment(nil),
    .flag(
      "diff", \.compares,
      "List the keys whose values differ between two FILEs, each read without the other; the exit status is 1 if any do."
    )
    .environment(nil),
    .flag("init", \.begins, "Write a file to begin with: all keys, commented out.")
      .environment(nil),
    .option(
      "tables", "FOLDER", \.tables,
      "Take market tables from FOLDER, row by row beside those that come with angelx."),
  ]

  private static let operating = operations.map { $0.section("Operations") }

  private static let operations: [Parameter<Self>] = [
    .flag("freeze", \.freezes, "Check, and fix the keys of the trading rules for the day.")
      .explained(
        """
        On a trading day, before the close. A configuration with errors is not fixed. Once it is fixed, \
        another one is refused with the keys that differ; the same one is no news.
        """
      )
      .environment(nil),
    .option(
      "unfreeze", "REASON", \.unfreezingReason,
      "Fix the keys as they are now, for REASON, which is recorded in the log."
    )
    .environment(nil),
    .flag(
      "check-freeze", \.checksFreeze,
      "List the keys that are not what was fixed; the exit status is 78 if any are."
    )
    .environment(nil),
    .option(
      "kill", "REASON", \.killingReason,
      "Stop everything that could open risk from now on, for REASON, whatever the configuration is."
    )
    .explained(
      """
      The switch is a file in the home, which somebody may as well make by hand. The log records \
      who set it.
      """
    )
    .environment(nil),
    .option(
      "release", "REASON", \.releasingReason,
      "Take the kill switch back, for REASON, which is recorded in the log."
    )
    .environment(nil),
    .flag("store-check", \.checksStore, "Check the store instead: its pages, plans and sizes.")
      .environment(nil),
    .flag("log-check", \.checksLog, "Check that nothing was changed in the log of what was done.")
      .environment(nil),
    .option(
      "accept-log", "REASON", \.acceptingReason,
      "Accept a log whose end was cut off or restored from a copy, and record REASON."
    )
    .environment(nil),
    .flag(
      "online", \.asksServers,
      "Check also whether the servers of the configuration answer and the brokers accept the login, and the clock."
    )
    .environment(nil),
    .flag("test-alerts", \.testsAlerts, "Send an alert through every handler that is on.")
      .environment(nil),
    .flag(
      "metrics", \.tellsMetrics,
      "Write the metrics of the store to METRICS_TEXTFILE and METRICS_PUSH_URL, or print them."
    )
    .environment(nil),
    .flag("crontab", \.printsCrontab, "Print lines for a crontab instead.").environment(nil),
    .flag("timers", \.printsTimers, "Print units for systemd instead.").environment(nil),
    .flag("dry-run", \.isDryRun, "Say what would be done, and do nothing.").environment(nil),
  ]

  /// What is asked for, which is one thing.
  func task() throws(UsageError) -> ValidateConfig.Task {
    let asked: [(String, ValidateConfig.Task)] = [
      listsKeys ? ("--keys", .list) : nil, explained.map { ("--explain", .explain($0)) },
      showsEffective ? ("--effective", .effective) : nil, compares ? ("--diff", .compare) : nil,
      begins ? ("--init", .begin) : nil, freezes ? ("--freeze", .freeze) : nil,
      unfreezingReason.map { ("--unfreeze", .unfreeze($0)) },
      checksFreeze ? ("--check-freeze", .checkFreeze) : nil,
      killingReason.map { ("--kill", .kill($0)) },
      releasingReason.map { ("--release", .release($0)) },
      checksStore ? ("--store-check", .checkStore) : nil,
      checksLog ? ("--log-check", .checkLog) : nil,
      acceptingReason.map { ("--accept-log", .acceptLog($0)) },
      asksServers ? ("--online", .online) : nil, testsAlerts ? ("--test-alerts", .testAlerts) : nil,
      tellsMetrics ? ("--metrics", .metrics) : nil,
      printsCrontab ? ("--crontab", .crontab) : nil, printsTimers ? ("--timers", .timers) : nil,
    ].compactMap(\.self)
    guard asked.count < 2 else {
      throw .combination(
        "\(asked.map(\.0).joined(separator: " and ")) ask for different things")
    }
    if begins || listsKeys || printsCrontab || printsTimers, !files.isEmpty {
      throw .combination("\(asked[0].0) reads no FILE")
    }
    if isDryRun, asked.first?.1.changesAnything != true {
      throw .combination("--dry-run: \(asked.first?.0 ?? "a check") changes nothing anyway")
    }
    return asked.first?.1 ?? .judge
  }
}

extension ValidateConfig.Options {
  /// The market tables that the commands of a configuration go by.
  func tables(_ settings: Settings) throws -> MarketTables {
    try TablesFolder.tables(
      tables ?? settings.text("TABLES").flatMap { PathArgument(argument: $0) })
  }
}
