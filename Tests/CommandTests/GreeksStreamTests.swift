import Foundation
import TestSupport
import Testing

/// What must not be seen in the answer of `greeks`: how its input came, and who worked on it.
@Suite(.timeLimit(.minutes(15))) struct GreeksStreamTests {
  private static func greeks(
    _ input: String, _ arguments: [String] = []
  ) throws -> Program.Result {
    try Program.run(Program.angelx, ["greeks"] + arguments, input: Array(input.utf8))
  }

  static let requests: [[String]] = [
    [], ["--iv-side", "otm", "--greeks", "all"], ["--chain-summary"], ["--format", "csv"],
    ["--broker-fields"], ["--forward-from", "spot"], ["--explain", "--per-lot"],
  ]

  /// Snapshots larger than a piece, with broken rows and rows that are warned of among them.
  static let market: String = {
    var rows = (0..<3).flatMap { SampleChain(strikes: 18, padding: 2_200).rows($0) }
    for place in stride(from: 41, to: rows.count, by: 37) {
      rows[place] = rows[place].replacing("\"strike\":2", with: "\"strike\":-2")
    }
    for place in stride(from: 50, to: rows.count, by: 61) {
      rows[place] = rows[place].replacing("2026-12-01", with: "2026-12-02")
    }
    return rows.map { $0 + "\n" }.joined()
  }()

  @Test(arguments: requests)
  func theNumberOfThreadsIsNeverSeen(_ request: [String]) throws {
    let alone = try Self.greeks(Self.market, request + ["--jobs", "1"])
    #expect(alone.status == 65 && alone.output.count > 1_000)
    for jobs in ["2", "3"] {
      #expect(try Self.greeks(Self.market, request + ["--jobs", jobs]) == alone)
    }
  }

  @Test func aBrokenExchangeIsFoundWhateverStandsBeforeIt() throws {
    let sound =
      #"{"kind":"quote","ts":"2026-11-20T15:29:58+05:30","underlying":"NIFTY","symbol":"A1","exchange":"NFO","#
      + #""expiry":"2026-12-01","strike":24500,"right":"CE","ltp":120,"forward":24520}"# + "\n"
    let broken = sound.replacing("\"NFO\"", with: "\"=1+1\"")
    let other = sound.replacing("\"exchange\":\"NFO\",", with: "")
    for rows in [broken + sound, sound + broken, other + broken + sound, sound + other + broken] {
      let result = try Self.greeks(rows)
      #expect(result.status == 65)
      #expect(result.errorText.contains("field 'exchange'"), "\(result.errorText)")
      #expect(
        result.outputText.split(separator: "\n").count == rows.split(separator: "\n").count - 1)
    }
  }

  @Test(arguments: [[], ["--chain-summary"], ["--format", "csv", "--explain"]])
  func theShapeOfTheInputIsNeverSeen(_ request: [String]) throws {
    let scratch = try Scratch()
    let path = try scratch.put("market", Self.market)
    let piped = try Self.greeks(Self.market, request)
    let words = request.joined(separator: " ")
    // At once, packed, in two members, and in dribbles of odd sizes.
    for line in [
      "cat '\(path)'", "gzip -c '\(path)'",
      "{ head -n 101 '\(path)' | gzip; tail -n +102 '\(path)' | gzip; }",
      "dd if='\(path)' bs=9973 2>&-",
      "{ head -c 70001 '\(path)'; sleep 0.1; tail -c +70002 '\(path)'; }",
    ] {
      let result = try Program.shell("\(line) | angelx greeks \(words)")
      #expect(result == piped, "\(line)")
    }
    let array = "[" + Self.market.split(separator: "\n").joined(separator: ",\n") + "]"
    #expect(try Self.greeks(array, request).output == piped.output)
  }

  /// In a snapshot the place of a row is of no matter, the first two aside, which are no options.
  @Test(arguments: [[], ["--iv-side", "otm"], ["--forward-from", "parity", "--greeks", "all"]])
  func theOrderOfASnapshotIsNeverSeen(_ request: [String]) throws {
    var random = SplitMix64(seed: 5)
    let rows = SampleChain(strikes: 30).rows(0)
    let lines = { (text: [UInt8]) in
      String(decoding: text, as: UTF8.self).split(separator: "\n").sorted()
    }
    let straight = try Self.greeks(rows.joined(separator: "\n"), request)
    #expect(straight.status == 0, "\(straight.errorText)")
    for _ in 0..<3 {
      let shuffled = rows.shuffled(using: &random).joined(separator: "\n")
      #expect(lines(try Self.greeks(shuffled, request).output) == lines(straight.output))
    }
  }

  /// 200 strikes are one snapshot; the values of every row are sane.
  @Test func aLongChainHasOneForward() throws {
    let input = SampleChain(strikes: 200, snapshots: 1).text
    let result = try Self.greeks(input, ["--forward-from", "parity"])
    #expect(result.status == 0)
    var forwards: [String: Set<Double>] = [:]
    var counts: [String: Int] = [:]
    for line in result.outputText.split(separator: "\n") {
      let row = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      guard let expiry = row["expiry"] as? String else { continue }
      forwards[expiry, default: []].insert(try #require(row["forward"] as? Double))
      let status = try #require(row["iv_status"] as? String)
      counts[status, default: 0] += 1
      guard status == "ok" else { continue }
      let delta = try #require(row["delta"] as? Double)
      #expect(row["right"] as? String == "CE" ? (0...1) ~= delta : (-1...0) ~= delta)
      #expect((row["price"] as? Double ?? 0) >= (row["intrinsic"] as? Double ?? 1))
    }
    #expect(forwards.values.allSatisfy { $0.count == 1 })
    // The model has no rate, so what a rate makes of the difference is small.
    #expect(abs((forwards["2026-11-23"]?.first ?? 0) - 24_524.35) < 0.5)
    #expect(abs((forwards["2026-12-01"]?.first ?? 0) - 24_542.35) < 0.5)
    #expect(counts["ok", default: 0] > 300, "\(counts)")
  }

  /// What was found out goes in again and is found out again: nothing is doubled, nothing moves.
  @Test(arguments: [[], ["--forward-from", "parity"], ["--greeks", "all", "--per-lot"]])
  func itsOwnOutputIsAnInput(_ request: [String]) throws {
    let first = try Self.greeks(SampleChain(strikes: 20).text, request)
    let second = try Self.greeks(first.outputText, request)
    #expect(second == first)
  }

  @Test(arguments: ["1", "2"])
  func rowsWithAForwardAreAnsweredAsTheyCome(jobs: String) throws {
    let running = try RunningProgram(Program.angelx, ["greeks", "--jobs", jobs])
    for row in SampleChain(strikes: 3, hasForward: true).rows(0).dropFirst(3) {
      running.write(row + "\n")
      #expect(running.line(within: 10)?.contains("\"iv_status\":") ?? false)
    }
    try running.endInput()
    #expect(running.status(within: 10) == 0)
  }

  @Test(arguments: ["1", "2"])
  func aReaderThatGoesEndsTheWork(jobs: String) throws {
    let running = try RunningProgram(Program.angelx, ["greeks", "--jobs", jobs])
    running.feed(Array(SampleChain(strikes: 60, snapshots: 9, hasForward: true).text.utf8))
    #expect(running.line(within: 10) != nil)
    try running.stopReading()
    #expect(running.status(within: 10) == 141)
  }

  @Test(arguments: [
    "", "--format csv", "--format table", "--format json", "--chain-summary", "--broker-fields",
  ])
  func aFullDiskIsNeverSilent(request: String) throws {
    let result = try Program.shell(
      "angelx greeks \(request) > /dev/full",
      input: Array(SampleChain(strikes: 5).text.utf8))
    #expect(result.status == 74)
    #expect(result.errorText.contains("<stdout>"))
  }

  @Test(arguments: ["--net", "--scenario spot=-1%:1%:1%"])
  func aFullDiskIsNeverSilentAboutPositions(request: String) throws {
    let position = #"{"symbol":"NIFTY23NOV2624500CE","position":65,"ltp":119.05,"forward":24520}"#
    let result = try Program.shell(
      "angelx greeks --at 2026-11-20T15:00:00+05:30 \(request) > /dev/full",
      input: Array(position.utf8))
    #expect(result.status == 74)
    #expect(result.errorText.contains("<stdout>"))
  }

  @Test func oneOptionOnAFullDiskIsNoSuccess() throws {
    let line = "angelx greeks NIFTY23NOV2624500CE --forward 24520 --price 119.05"
    #expect(try Program.shell("\(line) --at 2026-11-20T15:00:00+05:30 > /dev/full").status == 74)
  }
}
