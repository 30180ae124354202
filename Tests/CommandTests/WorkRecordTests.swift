import Foundation
import TestSupport
import Testing

/// How long a command's work took, in the store of a desk.
struct WorkRecordTests {
  private let scratch: Scratch
  private static let row =
    #"{"kind":"quote","ts":"2026-11-27T10:00:00+05:30","underlying":"NIFTY","expiry":"2026-12-01","#
    + #""strike":24000,"right":"CE","ltp":100,"forward":24000}"# + "\n"

  init() throws {
    scratch = try Scratch()
  }

  private func run(_ line: String, _ variables: [String: String] = [:]) throws -> Program.Result {
    let environment = variables.merging(["HOME": scratch.path, "ANGELX_HOME": scratch("home")]) {
      $1
    }
    return try Program.shell(
      line, input: Array(Self.row.utf8), environment: environment, in: scratch.url)
  }

  /// How often each operation is in the metrics.
  private func recorded() throws -> [String] {
    let page = try run("angelx validate-config --metrics").outputText
    return page.split(separator: "\n").filter { $0.hasPrefix("angelx_operations_last_day") }
      .map(String.init)
  }

  @Test func nothingIsKeptWithoutAStore() throws {
    #expect(try run("angelx greeks").status == 0)
    #expect(!FileManager.default.fileExists(atPath: scratch("home")))
  }

  @Test func everyStreamIsKeptAndNoQuestion() throws {
    #expect(try run("angelx validate-config --freeze --now 2026-11-27T09:00:00+05:30").status == 0)
    for _ in 0..<2 { #expect(try run("angelx greeks").status == 0) }
    #expect(try run("angelx filter --where 'strike > 0'").errors.isEmpty)
    #expect(
      try run(
        "angelx greeks --underlying NIFTY --expiry 2099-12-01 --strike 24000 --right CE --iv 14 "
          + "--forward 24000"
      ).status == 0)
    #expect(
      try recorded() == [
        "angelx_operations_last_day{operation=\"filter\"} 1",
        "angelx_operations_last_day{operation=\"greeks\"} 2",
      ])
    let page = try run("angelx validate-config --metrics").outputText
    #expect(
      page.contains("angelx_operation_duration_seconds{operation=\"greeks\",quantile=\"0.95\"}"))
  }

  @Test(
    "switched off",
    arguments: [
      (["ANGELX_METRICS_ENABLED": "False"], 0),
      (["ANGELX_TRACK_GREEK_CALCULATION_TIME": "False"], 1),
    ])
  func switchedOff(variables: [String: String], count: Int) throws {
    #expect(try run("angelx validate-config --freeze --now 2026-11-27T09:00:00+05:30").status == 0)
    #expect(try run("angelx greeks", variables).status == 0)
    #expect(try run("angelx filter --where 'strike > 0'", variables).status == 0)
    #expect(try recorded().count == count)
  }

  @Test func aStoreThatIsNoneIsToldAndChangesNothing() throws {
    try scratch.put("home/angelx.db", Array("no store".utf8), permissions: 0o600)
    let result = try run("angelx greeks")
    #expect(result.status == 0)
    #expect(result.outputText.contains("\"iv\""))
    #expect(result.errorText.contains("warning: how long it took was not recorded"))
  }
}
