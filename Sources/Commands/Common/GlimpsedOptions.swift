import CommandLineKit
import Files

/// How messages are written where no option is settled, because the run failed before or in doing so.
struct GlimpsedOptions {
  private let typed: (_ option: String) -> String?
  private let configured: ConfigurationLookup?

  /// Looks at what was typed, at the environment, and at a configuration that can be read.
  init(_ invocation: Invocation) {
    typed = { Registry.program.glimpse(of: $0, in: invocation) }
    configured = try? ConfiguredOptions.lookup(typed, invocation.environment)
  }

  /// The log of the shell itself.
  var log: DiagnosticLog {
    DiagnosticLog(
      program: programName, format: format, keep: file?.keep, write: StandardError.write)
  }

  /// The form of messages.
  var format: DiagnosticLog.Format {
    typed("log-format").flatMap(DiagnosticLog.Format.init(argument:))
      ?? configured?("LOG_FORMAT").flatMap { DiagnosticLog.Format(argument: $0.text) } ?? .text
  }

  private var file: LogFile? {
    var options = CommonOptions()
    func text(_ option: String, _ key: String) -> String? {
      typed(option) ?? configured?(key)?.text
    }
    options.logFormat = format
    options.logFile = text("log-file", "LOG_FILE").flatMap(PathArgument.init(argument:))
    if let size = text("log-max-bytes", "LOG_MAX_BYTES").flatMap(ByteSize.init(argument:)),
      size >= LogFile.leastSize
    {
      options.logMaxBytes = size
    }
    if let count = text("log-backup-count", "LOG_BACKUP_COUNT").flatMap(Int.init(argument:)),
      LogFile.generations.contains(count)
    {
      options.logBackupCount = count
    }
    return LogFile(options)
  }
}
