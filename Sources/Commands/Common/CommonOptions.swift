import CommandLineKit
import Files
import Scalars

/// The options that all commands share.
struct CommonOptions: Sendable {
  var configuration: PathArgument?
  var environment: String?
  var now: Timestamp?
  var output: PathArgument?
  var format: OutputFormat?
  var jobs: Int?
  var isQuiet = false
  var isVerbose = false
  var color = ColorChoice.auto
  var progress = ProgressBar.Choice.auto
  var logFormat = DiagnosticLog.Format.text
  var logFile: LogPath?
  var logMaxBytes = LogFile.usualSize
  var logBackupCount = LogFile.usualGenerations

  /// The present, as far as the command is told.
  var present: Timestamp { now ?? Timestamp(milliseconds: WallClock.milliseconds) }

  static let parameters = own.map { $0.section(section) }

  /// The same for a command that writes something else where no format is asked for.
  static func parameters(formatDefault phrase: String) -> [Parameter<CommonOptions>] {
    parameters.map { $0.facts.name == "format" ? $0.defaulting(to: phrase) : $0 }
  }

  private static let own: [Parameter<CommonOptions>] = [
    .option("config", "FILE", \.configuration, "Read the configuration from FILE.")
      .configuration(nil).defaulting(to: "the angelx.conf that is found"),
    .option("env", "NAME", \.environment, "The environment, such as production.")
      .configuration(nil).defaulting(to: "that of ENVIRONMENT, else development")
      .explained(
        "Values in the file of the environment, such as angelx.production.conf, override those in the common one."
      ),
    .option("now", "TIME", \.now, "Take TIME for the present.")
      .configuration(nil).defaulting(to: "the present"),
    .option(
      "output", short: "o", "FILE", \.output, "Write the result to FILE instead of standard output."
    )
    .explained(
      """
      The file is replaced in one step when the result is whole; until then, and when the command \
      fails, it stays what it was. A device or a named pipe is written directly.
      """
    ),
    .option("format", short: "f", "FORMAT", \.format, "The format of the result.")
      .defaulting(to: "table on a terminal, else jsonl"),
    .option(
      "jobs", short: "j", "N", \.jobs, limits: .within(1...mostJobs),
      "How many threads work."
    )
    .defaulting(to: "one per processor")
    .explained("The result is the same to the byte for any number."),
    .flag("quiet", short: "q", \.isQuiet, "Say nothing on standard error but errors."),
    .flag("verbose", short: "v", \.isVerbose, "Say more on standard error.")
      .explained("Every message is written, not only the first ten of a kind."),
    .option("color", "WHEN", \.color, "Whether to use colour.")
      .explained("auto is: on a terminal, unless NO_COLOR is set."),
    .option("progress", "WHEN", \.progress, "Whether to show a progress bar on standard error.")
      .explained("auto is: on a terminal, for work of more than about a second."),
    .option("log-format", "FORMAT", \.logFormat, "The form of the messages on standard error."),
    .option("log-file", "FILE", \.logFile, "Write the messages to the end of FILE as well.")
      .explained(
        """
        Each stands there with its time, in the same form as on standard error. Before the file grows \
        beyond --log-max-bytes it is renamed to FILE.1, and so on up to --log-backup-count. It is a file of \
        its own, which nothing else is read from or written to.
        """
      ).hidden(),
    .option(
      "log-max-bytes", "SIZE", \.logMaxBytes, limits: .atLeast(LogFile.leastSize),
      "The size beyond which the file of messages does not grow."
    ).hidden(),
    .option(
      "log-backup-count", "N", \.logBackupCount, limits: .within(LogFile.generations),
      "How many older files of messages are kept."
    ).hidden(),
  ]

  /// More threads than this gain nothing, and each takes memory.
  static let mostJobs = 64

  private static let section = "Common options"
}

/// The formats in which records are written.
enum OutputFormat: String, CaseIterable, ArgumentValue {
  case jsonl, json, csv, tsv, table
}
