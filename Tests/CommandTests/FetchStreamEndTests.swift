import Foundation
import TestSupport
import Testing

/// A stream that cannot go on for a reason that is none of the broker's.
@Suite(.enabled(if: TestServers.haveBrokers, "python3-websockets or openssl is not installed"))
struct FetchStreamEndTests {
  /// The session ends, and its file cannot be read when a new one is to be made.
  @Test func whatCameIsWrittenWhateverEndsIt() throws {
    let (brokers, scratch) = (try FakeBrokers(), try Scratch())
    let text = try brokers.configuration("WEBSOCKET_RECONNECT_DELAY_SECONDS = 1\n")
    try scratch.put("angelx.conf", Array(text.utf8), permissions: 0o600)
    try brokers.order(#"{"broker":"smart-stream","kind":"drop","count":9,"times":1}"#)
    let words =
      "fetch-chain NIFTY --strikes 1 --broker angelone --config angelx.conf --home home --stream 60s "
      + "--now \(try brokers.now()) --output made.jsonl --verbose"
    let program = try RunningProgram(
      Program.angelx, words.split(separator: " ").map(String.init),
      environment: ["HOME": scratch.path], in: scratch.url)
    // The connection, and a message for the indices and one for the rest.
    for _ in 0..<200 {
      if try brokers.calls().count(where: { $0.broker == "smart-stream" }) >= 3 { break }
      usleep(50_000)
    }
    try brokers.endSessions()
    let session = scratch("home/sessions/angelone-KANARIE01.json")
    try FileManager.default.removeItem(atPath: session)
    try FileManager.default.createDirectory(atPath: session, withIntermediateDirectories: false)
    #expect(program.status(within: 20) == 66)
    let made = try String(contentsOfFile: scratch("made.jsonl"), encoding: .utf8)
    let rows = made.split(separator: "\n")
    #expect(rows.count == 10 && made.hasSuffix("}\n"))
    #expect(rows.dropLast().allSatisfy { $0.hasPrefix(#"{"kind":"tick""#) })
    #expect(rows.last?.hasPrefix(#"{"kind":"gap""#) == true, "what lasted is told of")
  }
}
