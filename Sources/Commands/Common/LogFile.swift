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
  private var hasToldOfObstacle = false

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
      switch try file.append(Array((line + "\n").utf8)) {
      case .appended: return
      case .appendedBeyond(let obstacle): tell(ofObstacle: obstacle)
      case .foreign: fail("it holds something else", hint: "name another file")
      }
    } catch {
      let (reason, hint) = Self.reason(error)
      fail(reason, hint: hint)
    }
  }

  /// Why nothing can be appended, by what is there.
  private static func reason(_ error: FileError) -> (problem: String, hint: String) {
    guard let nature = FileIdentity.nature(of: error.path), nature != .file else {
      return (error.problem, error.remedy)
    }
    let hint =
      switch nature {
      case .folder: "name a file in it"
      case .link: "name the file that it leads to"
      case .linkToNothing: "remove it, or name another file"
      default: "name a file; standard error has the messages anyway"
      }
    return ("it is \(nature.rawValue)", hint)
  }

  /// Says once that the file grows beyond its size.
  private func tell(ofObstacle path: String) {
    if hasToldOfObstacle { return }
    hasToldOfObstacle = true
    let nature = FileIdentity.nature(of: path) ?? .file
    let what = nature == .file ? "holds something else" : "is \(nature.rawValue)"
    say("the log file grows beyond its size: \(path) \(what)", hint: "move that away")
  }

  private func fail(_ reason: String, hint: String) {
    hasFailed = true
    say("messages are not written to the log file: \(reason)", hint: hint)
  }

  private func say(_ message: String, hint: String) {
    let problem = Diagnostic(
      .warning, file: file.path, code: "log-file", message, hint: hint)
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
