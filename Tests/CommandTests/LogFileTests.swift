import Foundation
import TestSupport
import Testing

/// Messages that are put down in a file besides standard error.
struct LogFileTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func run(_ line: String, input: String = "") throws -> Program.Result {
    try Program.shell(
      line, input: Array(input.utf8),
      environment: ["HOME": scratch.path, "ANGELX_HOME": scratch("home")], in: scratch.url)
  }

  private func logged(_ name: String = "log") throws -> [String] {
    try String(contentsOfFile: scratch(name), encoding: .utf8).split(separator: "\n")
      .map(String.init)
  }

  /// A moment in India before what was said.
  private static let time = #"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?\+05:30 "#

  private func isTimed(_ line: String) -> Bool {
    line.range(of: Self.time, options: .regularExpression) != nil
  }

  @Test(arguments: [
    "angelx filter --log-file log --where 'strike > 0'",
    "ANGELX_LOG_FILE=log angelx filter --where 'strike > 0'",
    "echo \"LOG_FILE = 'log'\" > angelx.conf; angelx filter --where 'strike > 0'",
  ])
  func whatIsSaidIsPutDownWithItsTime(line: String) throws {
    let result = try run(line, input: "{broken}\n{\"strike\":1}\n")
    #expect(result.status == 65)
    let said = result.errorText.split(separator: "\n").map(String.init)
    let logged = try logged()
    #expect(!said.isEmpty)
    #expect(
      logged.map {
        $0.replacingOccurrences(of: Self.time, with: "", options: .regularExpression)
      } == said)
    #expect(logged.allSatisfy(isTimed))
  }

  @Test func aFailureThatEndsTheRunIsPutDownToo() throws {
    let result = try run("angelx greeks --log-file log missing.jsonl")
    #expect(result.status == 66)
    #expect(try logged().count == 1)
    #expect(try run("angelx greeks --log-file log --no-such").status == 64)
    #expect(try logged().count == 2)
    _ = try run("echo \"LOG_FILE = 'other'\" > angelx.conf; angelx greeks missing.jsonl")
    #expect(try logged("other").count == 1)
  }

  @Test func asJSONEachHasItsTime() throws {
    _ = try run("angelx greeks --log-format json --log-file log missing.jsonl")
    let line = try #require(try logged().first)
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let time = try #require(object?["ts"] as? String)
    #expect(isTimed(time + " "))
    #expect(object?["level"] as? String == "error")
  }

  @Test func itGrowsNoLargerThanItMay() throws {
    let rows = String(repeating: "{broken}\n", count: 2000)
    let line = "angelx filter --verbose --log-file log --log-max-bytes 64K --log-backup-count 1"
    let result = try run(line + " --where 'strike > 0'", input: rows)
    #expect(result.status == 65)
    let (new, old) = (try logged().count, try logged("log.1").count)
    #expect(new > 0 && old > 0)
    #expect(!FileManager.default.fileExists(atPath: scratch("log.2")))
    for name in ["log", "log.1"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: scratch(name))
      #expect(try #require(attributes[.size] as? Int) <= 65_536)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func aFileThatCannotBeWrittenStopsNothing() throws {
    let result = try run(
      "angelx filter --log-file none/log --where 'strike > 0'",
      input: "{broken}\n{broken}\n{\"strike\":1}\n")
    #expect(result.status == 65)
    #expect(result.outputText == "{\"strike\":1}\n")
    let told = result.errorText.split(separator: "\n").filter { $0.contains("log file") }
    #expect(told.count == 1, "\(result.errorText)")
  }

  @Test(arguments: ["{\"kind\":\"quote\"}\n", "TradDt,BizDt\n", "SQLite format 3\u{0}", "x"])
  func aFileThatIsNoLogStaysWhatItIs(content: String) throws {
    try Data(content.utf8).write(to: scratch.url.appending(path: "log"))
    for line in ["angelx filter --nope", "angelx greeks missing"] {
      let result = try run("\(line) --log-file log --log-max-bytes 64K --log-backup-count 0")
      #expect(result.errorText.contains("it holds something else"), "\(result.errorText)")
      #expect(try Data(contentsOf: scratch.url.appending(path: "log")) == Data(content.utf8))
    }
  }

  @Test(arguments: ["9223372036854775807", "-1", "1001"])
  func numbersOutOfRangeChangeNothing(count: String) throws {
    for _ in 0..<2 {
      let result = try run(
        "ANGELX_LOG_FILE=log ANGELX_LOG_MAX_BYTES=1 ANGELX_LOG_BACKUP_COUNT=\(count) angelx filter")
      #expect(result.status == 64)
    }
    #expect(try logged().count == 2)
  }
}
