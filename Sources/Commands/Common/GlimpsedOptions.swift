import CommandLineKit
import Files
import Operations

/// How messages are written where no option is settled, because the run failed before or in doing so.
struct GlimpsedOptions {
  private let typed: (_ option: String) -> String?
  private let configured: ConfigurationLookup?
  private let invocation: Invocation

  /// Looks at what was typed, at the environment, and at a configuration that can be read.
  init(_ invocation: Invocation) {
    self.invocation = invocation
    typed = { Registry.program.glimpse(of: $0, in: invocation) }
    configured = try? ConfiguredOptions.lookup(typed, invocation.environment)
  }

  /// The log of the shell itself.
  var log: DiagnosticLog {
    DiagnosticLog(
      program: programName, format: format, leastLevel: isQuiet ? .error : .note,
      keep: file?.keep, write: StandardError.write)
  }

  private var isQuiet: Bool {
    let words = invocation.arguments.prefix { $0 != "--" }
    let isTyped = words.contains { word in
      word == "--quiet" || word.hasPrefix("-") && !word.hasPrefix("--") && word.contains("q")
    }
    return isTyped || typed("quiet").flatMap(Bool.init(argument:)) ?? false
      || configured?("QUIET").flatMap { Bool(argument: $0.text) } ?? false
  }

  /// The log of a refused file, into which nothing may be written.
  var logWithoutFile: DiagnosticLog {
    DiagnosticLog(program: programName, format: format, write: StandardError.write)
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
    options.logFile = text("log-file", "LOG_FILE").flatMap(LogPath.init(argument:))
    if let path = options.logFile?.path, isShared(path) { return nil }
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

  /// Whether the file seems to be something else as well, before it is known what all the words mean.
  private func isShared(_ path: String) -> Bool {
    let option = "--log-file"
    let words = invocation.arguments
    let own = words.count { $0 == option || $0.hasPrefix("\(option)=") }
    let values = words.flatMap { word in
      [word] + (word.firstIndex(of: "=").map { [String(word[word.index(after: $0)...])] } ?? [])
    }
    if values.count(where: { FileIdentity.areOneFile($0, path) }) > own { return true }
    let home = Home(named: typed("home"), { invocation.environment[$0] })
    let places =
      [typed("output"), typed("rejects"), typed("store"), configured?("STORE")?.text]
      + (home?.files ?? []) + StandardPlaces.all
    return places.contains { $0.map { FileIdentity.areOneFile($0, path) } ?? false }
  }
}
