import Foundation
import TestSupport
import Testing

/// What the world does to a stream, and what must come of it.
@Suite(.timeLimit(.minutes(15))) struct FaultTests {
  static let row =
    #"{"kind":"tick","ts":"2026-11-20T10:00:00+05:30","symbol":"A","strike":100,"ltp":1.5}"#

  static func rows(_ count: Int) -> String {
    (0..<count).map { index in
      #"{"kind":"tick","ts":"2026-11-20T10:00:00+05:30","symbol":"A","strike":\#(index + 1),"ltp":1.5}"#
        + "\n"
    }.joined()
  }

  private func filter(_ arguments: String...) throws -> RunningProgram {
    try RunningProgram(Program.angelx, ["filter", "--where", "strike > 0"] + arguments)
  }

  // MARK: Streams

  @Test(arguments: ["1", "2", "8"])
  func everyRowIsShownAsItComes(jobs: String) throws {
    let running = try filter("--jobs", jobs)
    for index in 1...5 {
      running.write("{\"strike\":\(index)}\n")
      #expect(running.line(within: 10) == "{\"strike\":\(index)}")
    }
    running.write("{\"strike\":6}")
    try running.endInput()
    #expect(running.line(within: 10) == "{\"strike\":6}")
    #expect(running.status(within: 10) == 0)
  }

  @Test(arguments: ["1", "2", "8"])
  func theHeadEndsTheWorkThoughTheInputIsOpen(jobs: String) throws {
    let running = try filter("--jobs", jobs, "--head", "2")
    running.write(Self.row + "\n" + Self.row + "\n" + Self.row + "\n")
    #expect(running.line(within: 10) == Self.row)
    #expect(running.line(within: 10) == Self.row)
    #expect(running.status(within: 10) == 0)
  }

  @Test(arguments: ["1", "2", "8"])
  func aReaderThatGoesEndsTheWorkThoughTheInputIsOpen(jobs: String) throws {
    let running = try filter("--jobs", jobs)
    running.write(Self.row + "\n")
    #expect(running.line(within: 10) == Self.row)
    try running.stopReading()
    #expect(running.status(within: 10) == 141)
  }

  // MARK: Signals

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalEndsTheProgramAndLeavesNothing(signal: Int32) throws {
    let scratch = try Scratch()
    try scratch.put("out", "old")
    let running = try filter("--output", scratch("out"))
    running.write(Self.rows(5_000))
    usleep(100_000)
    running.signal(signal)
    #expect(running.status(within: 10) == 128 + signal)
    #expect(try scratch.names == ["out"])
    #expect((try? scratch.text("out")) == "old")
  }

  // MARK: Disks

  @Test(.enabled(if: geteuid() == 0, "only root can mount a small disk"), arguments: [16, 64, 256])
  func aFullDiskIsAnErrorAndKeepsTheOldResult(kilobytes: Int) throws {
    let scratch = try Scratch()
    let disk = scratch("disk")
    let mounted = try Program.shell(
      "mkdir '\(disk)' && mount -t tmpfs -o size=\(kilobytes)k none '\(disk)'")
    try #require(mounted.status == 0, "\(mounted.errorText)")
    defer { _ = try? Program.shell("umount '\(disk)'") }
    try Data("old".utf8).write(to: URL(filePath: disk + "/out"))
    let result = try Program.run(
      Program.angelx, ["filter", "--where", "strike > 0", "--output", disk + "/out"],
      input: Array(Self.rows(10_000).utf8))
    #expect(result.status == 74)
    #expect(result.errorText.contains("no space is left"), "\(result.errorText)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk) == ["out"])
    #expect(try String(contentsOfFile: disk + "/out", encoding: .utf8) == "old")
  }

  @Test(arguments: ["--format jsonl", "--format csv", "--format table", "--count", "--head 1"])
  func aFullStandardOutputIsNeverSilent(form: String) throws {
    let result = try Program.shell(
      "angelx filter --where 'strike > 0' \(form) > /dev/full",
      input: Array(Self.rows(3).utf8))
    #expect(result.status == 74)
    #expect(result.errorText.contains("<stdout>"))
  }

  @Test(arguments: ["help", "--version", "filter --help", "help filter"])
  func helpOnAFullDiskIsNoSuccess(line: String) throws {
    #expect(try Program.shell("angelx \(line) > /dev/full").status == 74)
    #expect(try Program.shell("angelx \(line) >&-").status == 74)
  }

  // MARK: Compression

  @Test func aGzipFileThatIsCutNeverLooksWhole() throws {
    let scratch = try Scratch()
    var random = SplitMix64(seed: 42)
    let text = (0..<20_000).map { _ in
      "{\"strike\":\(Int.random(in: 1...99_999, using: &random)),\"oi\":\(UInt32.random(in: 0...9_999_999, using: &random))}\n"
    }.joined()
    let path = try scratch.put("rows", text)
    #expect(try Program.shell("gzip -c '\(path)' > '\(path).gz'").status == 0)
    let whole = try scratch.bytes("rows.gz")
    #expect(whole.count > 100_000)
    for length in stride(from: 997, to: whole.count, by: 997) {
      let result = try Program.run(
        Program.angelx, ["filter", "--where", "strike > 0", "--jobs", "1"],
        input: Array(whole[..<length]))
      #expect(result.status == 65, "cut at \(length)")
      #expect(text.utf8.starts(with: result.output), "cut at \(length)")
      #expect(result.errorText.contains("gzip, near compressed byte"), "cut at \(length)")
    }
  }

  // MARK: Again and at once

  @Test func twiceIsOnceAndSeveralAtOnceAreWhole() throws {
    let scratch = try Scratch()
    let input = try scratch.put("in", Self.rows(50_000))
    let output = scratch("out")
    let line = "angelx filter --where 'strike > 25000' --output '\(output)' '\(input)'"
    #expect(try Program.shell(line).status == 0)
    let once = try scratch.bytes("out")
    #expect(try Program.shell("\(line) & \(line) & \(line) & wait; \(line)").status == 0)
    #expect(try scratch.bytes("out") == once)
    #expect(try scratch.names == ["in", "out"])
  }

  @Test func anInputMayBeReplacedByItsResult() throws {
    let scratch = try Scratch()
    let path = try scratch.put("rows", Self.rows(50_000))
    let line = "angelx filter --where 'strike > 49998' --output '\(path)' '\(path)'"
    #expect(try Program.shell(line).status == 0)
    #expect(try scratch.text("rows").split(separator: "\n").count == 2)
  }

  static let surroundings: [[String: String]] = [
    [:], ["TZ": "Asia/Kolkata", "LC_ALL": "C"],
    ["TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8"],
    ["TZ": "Pacific/Kiritimati", "LANG": "hi_IN.UTF-8"],
    ["TZ": "UTC", "LC_NUMERIC": "fr_FR.UTF-8"],
    ["TZ": ":/nonexistent", "LC_ALL": "tr_TR.UTF-8"], ["TERM": "dumb", "HOME": "/nonexistent"],
  ]

  @Test(arguments: surroundings)
  func surroundingsChangeNothing(variables: [String: String]) throws {
    let arguments = ["filter", "--all", "--where", "hour(ts) == 15 and date(ts) == \"2026-11-20\""]
    let input = Array(try Checkout.text("Samples/chain.jsonl").utf8)
    let plain = try Program.run(Program.angelx, arguments, input: input)
    let here = try Program.run(
      Program.angelx, arguments, input: input, environment: variables,
      in: FileManager.default.temporaryDirectory)
    #expect(plain == here)
    #expect(plain.outputText.contains("\"passed\":true"))
  }
}
