import Foundation
import TestSupport
import Testing

/// However long a market goes on, and whatever it names, valuing it takes little memory.
///
/// The inputs are too large for an unoptimised program.
@Suite(.enabled(if: Program.isRelease, "needs the release binary in ANGELX_BINARY"))
struct GreeksMemoryTests {
  /// An input that goes on and on, each line with its number in it.
  struct Load: Sendable, CustomTestStringConvertible {
    let name: String
    let count: Int
    /// The fields that the lines have beside their time; `&` is the number of the line.
    let fields: String
    var options: [String] = []
    var status: Int32 = 0

    var testDescription: String { name }
  }

  private static let quote =
    #""kind":"quote","underlying":"NIFTY","symbol":"a name","exchange":"NFO","#
    + #""token":"43501","expiry":"2026-11-23","right":"CE","lot":65,"spot":24512.35,"ltp":119.05,"#
    + #""bid":118.55,"ask":119.05,"bid_qty":1755,"ask_qty":455,"volume":1389440,"oi":197600"#
  private static let odd = #""expiry":"2026-11-23","strike":100,"right":"CE","ltp":5"#

  static let loads = [
    Load(
      name: "rows with a forward", count: 1_000_000,
      fields: quote + #","strike":24500,"forward":24520"#),
    Load(
      name: "the same contract again and again", count: 300_000, fields: quote + #","strike":1"#),
    Load(name: "a snapshot without end", count: 300_000, fields: quote + #","strike":&"#),
    Load(
      name: "a snapshot without end, with all there is", count: 300_000,
      fields: quote + #","strike":&"#,
      options: ["--greeks", "all", "--per-lot", "--iv-side", "otm"]),
    Load(
      name: "a summary without end", count: 300_000, fields: quote + #","strike":&"#,
      options: ["--chain-summary"]),
    Load(
      name: "ever other underlyings", count: 300_000,
      fields: odd + #","underlying":"U&","spot":101"#
    ),
    Load(
      name: "ever other underlyings with a forward", count: 1_000_000,
      fields: odd + #","underlying":"U&","forward":101"#),
    Load(
      name: "ever other symbols", count: 100_000, fields: #""symbol":"NIFTY23NOV26&CE","ltp":5"#,
      status: 65),
    Load(name: "ticks of stocks", count: 500_000, fields: #""symbol":"S&","ltp":5"#),
    Load(
      name: "one position in many quotes", count: 300_000, fields: quote + #","strike":24500"#,
      options: ["--net"], status: 65),
  ]

  @Test(arguments: loads)
  func staysSmall(_ load: Load) throws {
    let arguments = ["greeks", "--jobs", "2", "--output", "/dev/null"] + load.options
    let running = try RunningProgram(Program.angelx, arguments)
    let line = #"{"ts":"2026-11-20T15:29:58+05:30",\#(load.fields)}"#
    let bytes = try Program.shell("seq \(load.count) | sed 's|.*|\(line)|'").output
    let isRead = DispatchSemaphore(value: 0)
    running.feed(bytes) { isRead.signal() }
    // The last lines may still be in the pipe, but all before them have come to their end.
    #expect(isRead.wait(timeout: .now() + 120) == .success)
    if let peak = running.peakMemory { #expect(peak < 32 << 20, "\(peak) bytes") }
    try running.endInput()
    #expect(running.status(within: 60) == load.status)
  }
}
