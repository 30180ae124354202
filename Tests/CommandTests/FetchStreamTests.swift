import Foundation
import TestSupport
import Testing

/// `fetch-chain --stream` beside the fake brokers.
@Suite(
  .serialized,
  .enabled(if: TestServers.haveBrokers, "python3-websockets or openssl is not installed"))
struct FetchStreamTests {
  private static let shared = Result { (brokers: try FakeBrokers(), scratch: try Scratch()) }

  private let brokers: FakeBrokers
  private let scratch: Scratch

  init() throws {
    (brokers, scratch) = try Self.shared.get()
    try brokers.limit(false)
    try brokers.order("")
    try configure()
  }

  private func configure() throws {
    let text = try brokers.configuration(
      "WEBSOCKET_RECONNECT_DELAY_SECONDS = 0.1\nAPI_RETRY_ATTEMPTS = 1\nWS_THROTTLE_MS = 20\n"
        + "MARKET_DATA_FLUSH_INTERVAL_MS = 20\n")
    try scratch.put("angelx.conf", Array(text.utf8), permissions: 0o600)
  }

  private func call(_ options: String) throws -> String {
    "angelx fetch-chain NIFTY --strikes 1 --broker angelone --config angelx.conf --home home "
      + "--now \(try brokers.now()) \(options)"
  }

  /// Runs it; whatever it says, it says no secret.
  private func run(_ options: String, then rest: String = "") throws -> Program.Result {
    let result = try Program.shell("\(call(options)) \(rest)", in: scratch.url)
    #expect(FakeBrokers.canaries(in: result.outputText) == [])
    #expect(FakeBrokers.canaries(in: result.errorText) == [])
    return result
  }

  private func records(_ result: Program.Result) throws -> [[String: Any]] {
    try result.outputText.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  private func order(_ kind: String, count: Int = 0, times: Int = 1) throws {
    try brokers.order(
      "{\"broker\":\"smart-stream\",\"kind\":\"\(kind)\",\"count\":\(count),\"times\":\(times)}")
  }

  /// How much was said to the stream so far.
  private func messages() throws -> Int {
    try brokers.calls().count { $0.broker == "smart-stream" }
  }

  @Test func writesATickOfEverything() throws {
    let result = try run("--stream 1s --verbose")
    #expect(result.status == 0, "\(result.errorText)")
    let ticks = try records(result)
    #expect(ticks.allSatisfy { $0["kind"] as? String == "tick" })
    let symbols = ticks.compactMap { $0["symbol"] as? String }
    // The most wanted first: indices, the future, and the options at the money.
    #expect(Array(symbols.prefix(3)) == ["NIFTY", "INDIAVIX", "NIFTY23NOV26FUT"])
    #expect(Set(symbols).count == 9)
    #expect(
      Set(ticks[3].keys)
        == ["kind", "ts", "symbol", "ltp", "bid", "ask", "bid_qty", "ask_qty", "volume", "oi"])
    #expect(result.errorText.contains(" ticks from angelone in 1"), "\(result.errorText)")
    #expect(result.errorText.contains("written; "))
  }

  @Test func aLineThatWasCutLeavesAGap() throws {
    try order("drop", count: 9)
    let result = try run("--stream 1s")
    #expect(result.status == 0)
    let rows = try records(result)
    let gaps = rows.indices.filter { rows[$0]["kind"] as? String == "gap" }
    let gap = rows[try #require(gaps.first)]
    #expect(gaps.count == 1 && gap["reason"] as? String == "the connection was cut")
    #expect(gap["broker"] as? String == "angelone" && gap["symbols"] is NSNull)
    #expect((gap["seconds"] as? Double ?? 0) > 0)
    #expect(gap["ts"] as? String == gap["until"] as? String)
    #expect(gaps.first ?? 0 >= 9, "what came before it stands before it")
    #expect(result.errorText.contains("no ticks for "), "\(result.errorText)")
  }

  @Test func aTableOfCellsHasOneHeader() throws {
    try order("drop", count: 9)
    let result = try run("--stream 1s --format csv")
    let lines = result.outputText.split(separator: "\n")
    let header =
      "kind,ts,symbol,ltp,bid,ask,bid_qty,ask_qty,volume,oi,from,until,seconds,broker,reason,symbols"
    #expect(lines.first.map(String.init) == header)
    #expect(lines.count { $0.hasPrefix("kind") } == 1)
    #expect(lines.count { $0.hasPrefix("gap,") && $0.contains("the connection was cut") } == 1)
    #expect(lines.allSatisfy { $0.count { $0 == "," } == 15 })
  }

  @Test func fieldsAreChosen() throws {
    let result = try run("--stream 1s --fields symbol,ltp")
    #expect(result.outputText.hasPrefix(#"{"symbol":"NIFTY","ltp":"#))
  }

  @Test func ticksGoOnThroughOtherCommands() throws {
    try order("drop", count: 9)
    let result = try run(
      "--stream 1s", then: "| tee made | angelx greeks --greeks delta")
    #expect(result.status == 0, "\(result.errorText)")
    let made = try String(contentsOfFile: scratch("made"), encoding: .utf8)
    #expect(made.split(separator: "\n").count == (try records(result)).count)
    let gap = try #require(made.split(separator: "\n").first { $0.contains(#""kind":"gap""#) })
    #expect(result.outputText.contains(gap), "what is no quote goes on as it is")
  }

  @Test func ticksAreKept() throws {
    let result = try run("--stream 1s --keep --verbose --store ticks.db")
    let rows = try records(result).count
    #expect(result.errorText.contains("\(rows) rows, \(rows) of them new"), "\(result.errorText)")
  }

  @Test func isBroughtToAGoodEndBySignals() throws {
    let words = try call("--stream 60s --output made.jsonl").split(separator: " ").map(String.init)
    let program = try RunningProgram(
      Program.angelx, Array(words.dropFirst()), environment: ["HOME": scratch.path],
      in: scratch.url)
    // The connection, and a message for the indices and one for the rest.
    let before = try messages()
    for _ in 0..<100 {
      if try messages() >= before + 3 { break }
      usleep(50_000)
    }
    usleep(300_000)
    program.signal(SIGINT)
    #expect(program.status(within: 5) == 128 + SIGINT)
    let text = try String(contentsOfFile: scratch("made.jsonl"), encoding: .utf8)
    #expect(text.hasSuffix("}\n") && text.split(separator: "\n").count >= 9)
  }

  /// A reader who sleeps behind a short pipe.
  private static let sleeper = """
    import fcntl, shutil, sys, time
    try:
        fcntl.fcntl(0, 1031, 4096)
    except OSError:
        pass
    time.sleep(2)
    shutil.copyfileobj(sys.stdin.buffer, sys.stdout.buffer)
    """

  /// He gets whole rows afterwards, the most wanted first, and fewer of them.
  @Test func aSlowReaderIsNotWaitedFor() throws {
    try scratch.put("sleeper.py", Self.sleeper)
    let call = try call("--stream 2s --verbose").replacing("--strikes 1", with: "--strikes 12")
    let result = try Program.shell(
      "ANGELX_MARKET_DATA_BUFFER_SIZE=1 \(call) | python3 sleeper.py", in: scratch.url)
    let ticks = try records(result)
    #expect(Set(ticks.compactMap { $0["symbol"] as? String }).count > 40)
    #expect(result.errorText.contains("were replaced by newer ones"), "\(result.errorText)")
  }

  @Test func endsAtATimeOfTheDayToo() throws {
    let format = ISO8601DateFormatter()
    format.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    let now = try #require(format.date(from: try brokers.now()))
    let until = format.string(from: now.addingTimeInterval(2))
    let result = try run("--stream 300s --until \(until)")
    #expect(result.status == 0 && result.errorText.isEmpty, "\(result.errorText)")
  }

  @Test func anEndInThePastIsRefusedBeforeAnybodyIsAsked() throws {
    let before = try brokers.calls().count
    let result = try run("--stream 5s --until 2026-11-20T09:00:00+05:30")
    #expect(result.status == 64 && result.outputText.isEmpty, "\(result.errorText)")
    #expect(result.errorText.contains("--until lies in the past"))
    #expect(try brokers.calls().count == before)
  }

  @Test func aReaderWhoGoesEndsItQuietly() throws {
    let result = try run("--stream 30s", then: "| head -1")
    #expect(result.outputText.hasPrefix(#"{"kind":"tick""#) && result.errorText.isEmpty)
  }

  static let failures: [(fault: String, status: Int32)] = [
    ("refuse-503", 75), ("refuse-401", 77),
  ]

  @Test(arguments: failures)
  func theStatusSaysWhyThereIsNoStream(fault: String, status: Int32) throws {
    try order(fault, times: 0)
    let result = try run("--stream 1s")
    #expect(result.status == status && result.outputText.isEmpty, "\(result.errorText)")
  }

  @Test func anotherServerIsNotTheProtocol() throws {
    let web = try TestServers.web["good"]
    for (address, status) in [
      ("localhost:1/smart-stream", Int32(69)), ("localhost:\(web)/steps?steps=200&key=feed", 76),
    ] {
      let text = try brokers.configuration("API_RETRY_ATTEMPTS = 1\n")
        .split(separator: "\n").filter { !$0.hasPrefix("SMARTAPI_FEED_URL") }
        .joined(separator: "\n")
      let whole = text + "\nSMARTAPI_FEED_URL = 'wss://\(address)'\n"
      try scratch.put("angelx.conf", Array(whole.utf8), permissions: 0o600)
      let result = try run("--stream 1s")
      #expect(result.status == status && result.outputText.isEmpty, "\(result.errorText)")
    }
  }
}

/// Options beside which a stream means nothing.
struct FetchStreamUsageTests {
  @Test(arguments: [
    "--stream 0s", "--stream 5", "--stream 5s --watch 1m --until 15:30", "--stream 5s --candles 5m",
    "--stream 5s --instruments", "--stream 5s --log-in", "--stream 5s --from rows",
    "--stream 5s --record folder", "--stream 5s --replay folder", "--stream 5s --changed",
    "--stream 5s --warm", "--stream 5s --max-age 5s", "--stream 5s --order strike",
  ])
  func whatSaysNothingBesideItIsRefused(options: String) throws {
    let result = try Program.shell("angelx fetch-chain NIFTY \(options)")
    #expect(result.status == 64 && result.outputText.isEmpty, "\(result.errorText)")
    #expect(result.errorText.contains("--stream") || result.errorText.contains("stream is not"))
  }
}
