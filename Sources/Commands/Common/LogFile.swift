import CommandLineKit
import Files
import Scalars

/// The file that messages are put down in besides standard error.
final class LogFile {
  static let usualSize = ByteSize(bytes: 10 << 20)
  static let leastSize = ByteSize(bytes: 65_536)
  static let usualGenerations = 5
  static let generations = 0...1000

  private let file: RotatedFile
  private let format: DiagnosticLog.Format
  private var hasFailed = false

  /// The file that the options name, if they name one.
  init?(_ options: CommonOptions) {
    guard let path = options.logFile?.path else { return nil }
    file = RotatedFile(
      path: path, mostBytes: options.logMaxBytes.bytes, generations: options.logBackupCount,
      isOurs: Self.beginsLikeLog)
    format = options.logFormat
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
      if try file.append(Array((line + "\n").utf8)) { return }
      fail("it holds something else; name another file")
    } catch {
      fail(error.problem)
    }
  }

  private func fail(_ reason: String) {
    hasFailed = true
    let problem = Diagnostic(
      .warning, file: file.path, code: "log-file",
      "messages are not written to the log file: \(reason)")
    StandardError.write(
      format == .json ? problem.json() + "\n" : problem.text(program: programName) + "\n")
  }

  /// Whether a file begins with a message and its time.
  private static func beginsLikeLog(_ head: [UInt8]) -> Bool {
    if head.starts(with: "{\"ts\":\"".utf8) { return true }
    // As in `2026-11-20T`.
    let form = Array("0000-00-00T".utf8)
    return head.count >= form.count
      && zip(head, form).allSatisfy { byte, sign in
        sign == UInt8(ascii: "0") ? (sign...sign + 9).contains(byte) : byte == sign
      }
  }
}
