import CommandLineKit
import Files
import Scalars

/// The file that messages are put down in besides standard error.
final class LogFile {
  static let usualSize = ByteSize(bytes: 10 << 20)
  static let usualGenerations = 5

  private let file: RotatedFile
  private let format: DiagnosticLog.Format
  private var hasFailed = false

  /// The file that the options name, if they name one.
  convenience init?(_ options: CommonOptions) {
    guard let path = options.logFile?.path else { return nil }
    self.init(
      path, options.logFormat, mostBytes: options.logMaxBytes.bytes,
      generations: options.logBackupCount)
  }

  init(_ path: String, _ format: DiagnosticLog.Format, mostBytes: Int, generations: Int) {
    file = RotatedFile(path: path, mostBytes: mostBytes, generations: generations)
    self.format = format
  }

  /// Puts a message down with its time; that this fails is said once and changes nothing else.
  func keep(_ diagnostic: Diagnostic) {
    if hasFailed { return }
    let time = Timestamp(milliseconds: WallClock.milliseconds).description
    let line =
      switch format {
      case .text: "\(time) \(diagnostic.text(program: programName))"
      case .json: diagnostic.json(at: time)
      }
    do {
      try file.append(Array((line + "\n").utf8))
    } catch {
      hasFailed = true
      let problem = Diagnostic(
        .warning, file: file.path, code: "log-file",
        "messages are not written to the log file: \(error.problem)")
      StandardError.write(
        format == .json ? problem.json() + "\n" : problem.text(program: programName) + "\n")
    }
  }
}
