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

  // MARK: Places that are no log file

  private static let row = "{\"ts\":\"2026-11-27T10:00:00+05:30\",\"strike\":1}\n"

  /// Every file of the folder with what it holds.
  private func everything() throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: scratch.path)
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileManager.default.contents(atPath: scratch(name)).map { (name, $0) }
      })
  }

  @Test(arguments: [
    ("angelx filter --where 'strike > 0' --log-file rows rows", "the input rows"),
    ("angelx filter --where 'strike > 0' --log-file ./rows rows", "the input rows"),
    ("angelx filter --where 'strike > 0' --log-file link rows", "the input rows"),
    ("angelx filter --where 'strike > 0' --log-file rows < rows", "standard input"),
    ("angelx filter --where 'strike > 0' --log-file rows >> rows", "the place of --output"),
    ("angelx filter --where 'x' --log-file out --output ./out rows", "the place of --output"),
    ("angelx filter --where 'x' --log-file bad --rejects bad rows", "the place of --rejects"),
    ("ANGELX_LOG_FILE=rows angelx filter --where 'strike > 0' rows", "the input rows"),
    ("LOG angelx filter --where 'strike > 0' rows", "the input rows"),
    ("angelx greeks --log-file rows rows", "the input rows"),
    ("angelx greeks --compare rows --log-file rows other", "the input rows"),
    ("angelx greeks NIFTY23NOV2624500CE --spot 1 --log-file out -o out", "the place of --output"),
    ("angelx fetch-chain --from rows --log-file rows", "the input rows"),
    ("angelx fetch-chain --from rows --keep --store a --log-file a", "a, which angelx keeps"),
    ("angelx greeks --keep --log-file home/angelx.db rows", "home/angelx.db, which angelx"),
    ("angelx filter --where x --log-file home/audit.jsonl rows", "home/audit.jsonl, which angelx"),
    ("ANGELX_STORE=a angelx filter --where x --log-file a rows", "a, which angelx keeps"),
    ("angelx validate-config --log-file rows rows", "the input rows"),
    ("angelx validate-config --store-check --store a --log-file ./a", "a, which angelx keeps"),
    ("angelx bench --list --log-file out --output out", "the place of --output"),
    ("angelx filter --where x --log-file out --output out.5 rows", "be renamed over the place of"),
    ("angelx filter --where x --log-file row rows row.1", "be renamed over the input row.1"),
  ])
  func aFileThatIsSomethingElseIsRefused(line: String, words: String) throws {
    for name in ["rows", "row.1"] { try scratch.put(name, Self.row) }
    _ = try run("ln -s rows link; mkdir home")
    if line.hasPrefix("LOG") { try scratch.put("angelx.conf", "LOG_FILE = 'rows'\n") }
    let before = try everything()
    let result = try run(line.replacing("LOG ", with: ""))
    #expect(result.status == 64)
    #expect(result.outputText.isEmpty)
    #expect(result.errorText.split(separator: "\n").count == 1, "\(result.errorText)")
    #expect(result.errorText.contains(words), "\(result.errorText)")
    #expect(try everything() == before)
  }

  @Test(arguments: [
    "angelx filter --nope --log-file rows rows", "angelx filter --log-file=rows rows",
    "angelx filter --where 'no (' --log-file rows < rows",
    "angelx greeks --tables none --log-file rows rows", "angelx filter --output=new --log-file new",
    "ANGELX_OUTPUT=new angelx filter --log-file new",
    "ANGELX_LOG_FILE=home/angelx.db angelx filter",
  ])
  func aRefusedCallWritesIntoNoneOfItsFiles(line: String) throws {
    try scratch.put("rows", Self.row)
    _ = try run("mkdir home")
    let before = try everything()
    let result = try run(line)
    #expect(result.status != 0)
    #expect(!result.errorText.isEmpty)
    #expect(try everything() == before)
  }

  @Test(arguments: [
    "angelx filter --where x --log-file other.1 rows",
    "angelx filter --where x --log-file out --output out.6 rows",
    "angelx filter --where x --log-file out --output out.1 --log-backup-count 0 rows",
    "angelx filter --where x --log-file out --output out.x rows",
  ])
  func namesThatAreOnlyAlikeAreTaken(line: String) throws {
    try scratch.put("rows", Self.row)
    #expect(try run(line).status == 0)
  }

  @Test(arguments: [
    ("/dev/null", "it is a device; name a file"), ("pipe", "it is a named pipe; name a file"),
    ("folder", "it is a folder; name a file in it"),
    ("nowhere", "it is a symbolic link that leads to nothing; remove it"),
    ("link", "it is a symbolic link; name the file that it leads to"),
  ])
  func whatIsThereIsNamed(path: String, words: String) throws {
    _ = try run("mkfifo pipe; mkdir folder; ln -s nothing nowhere; touch file; ln -s file link")
    let result = try run(
      "angelx filter --log-file \(path) --where 'strike > 0'",
      input: "{broken}\n{broken}\n{\"strike\":1}\n")
    #expect(result.status == 65)
    #expect(result.outputText == "{\"strike\":1}\n")
    let told = result.errorText.split(separator: "\n").filter { $0.contains("log file") }
    #expect(told.count == 1 && told[0].contains(words), "\(result.errorText)")
    #expect(!FileManager.default.fileExists(atPath: scratch("nothing")))
  }

  @Test(arguments: [
    "angelx filter --where x --log-file -", "ANGELX_LOG_FILE=- angelx filter --where x",
    "angelx greeks --log-file=- NIFTY23NOV2624500CE",
  ])
  func standardOutputIsNoLogFile(line: String) throws {
    let result = try run(line)
    #expect(result.status == 64)
    #expect(result.errorText.contains("messages go to standard error anyway"))
    #expect(try everything().isEmpty)
  }

  @Test(arguments: [
    "mkdir log.1", "ln -s x log.1", "echo mine > log.1", "touch log.1; mkdir log.2",
  ])
  func whatStandsInTheWayIsNotMoved(making: String) throws {
    _ = try run(making)
    let before = try everything()
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
    let rows = String(repeating: "{broken}\n", count: 1000)
    let result = try run(
      "angelx filter --verbose --log-file log --log-max-bytes 64K --where 'strike > 0'",
      input: rows)
    #expect(result.status == 65)
    let told = result.errorText.split(separator: "\n").filter { $0.contains("beyond its size") }
    #expect(told.count == 1, "\(told)")
    #expect(try logged().count == result.errorText.split(separator: "\n").count - told.count)
    var after = try everything()
    after["log"] = nil
    #expect(after == before)
    let namesAfter = try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
    #expect(namesAfter == (names + ["log"]).sorted())
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
