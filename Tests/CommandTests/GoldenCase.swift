import Foundation
import TestSupport
import Testing

/// A command line with what it must say: a folder of the files `command`, `input`, `stdout`, `stderr`
/// and `exit`, beside whatever files the command reads.
///
/// A missing `input`, `stdout` or `stderr` is empty, a missing `exit` is 0. The command runs in the
/// folder, with nothing in its environment but `PATH`, and `TMPDIR`, which is empty.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  /// The folder below `Cases`, such as `filter/chained-comparison`.
  let name: String

  var testDescription: String { name }

  private static let folder = "Tests/CommandTests/Cases"

  /// Whether the expectations are to be written instead of compared.
  static let isRecording = ProcessInfo.processInfo.environment["ANGELX_RECORD"] == "1"

  /// All cases, by name.
  static let all: [GoldenCase] = {
    let commands = (try? Checkout.files(below: folder, suffix: "/command")) ?? []
    return commands.map { path in
      GoldenCase(name: String(path.dropFirst(folder.count + 1).dropLast("/command".count)))
    }
  }()

  private var url: URL { Checkout.root.appending(path: "\(Self.folder)/\(name)") }

  private func bytes(_ file: String) -> [UInt8] {
    (try? Data(contentsOf: url.appending(path: file))).map { Array($0) } ?? []
  }

  /// What the command must say.
  var expected: Program.Result {
    let exit = String(decoding: bytes("exit"), as: UTF8.self).trimmingCharacters(in: .newlines)
    return Program.Result(
      output: bytes("stdout"), errors: bytes("stderr"), status: Int32(exit) ?? 0)
  }

  /// What the command says.
  func run() throws -> Program.Result {
    let line = String(decoding: bytes("command"), as: UTF8.self)
    let scratch = try Scratch()
    return try Program.shell(
      line, input: bytes("input"), environment: ["TMPDIR": scratch.path], in: url)
  }

  /// Writes what the command said as what it must say; files that would be empty are left out.
  func record(_ result: Program.Result) throws {
    let exit = result.status == 0 ? [] : Array("\(result.status)\n".utf8)
    for (file, bytes) in [("stdout", result.output), ("stderr", result.errors), ("exit", exit)] {
      let place = url.appending(path: file)
      if bytes.isEmpty {
        try? FileManager.default.removeItem(at: place)
      } else {
        try Data(bytes).write(to: place)
      }
    }
  }
}
