import Foundation
import TestSupport
import Testing

/// What `bench` writes; how fast anything is, no test may ask.
@Suite struct BenchTests {
  private static let fields = [
    "suite", "part", "measures", "threads", "build", "clock", "passes", "operations", "ns",
    "mad_ns",
    "min_ns", "p95_ns", "per_second", "yardstick", "yardstick_ns", "yardstick_mad_ns", "ratio",
    "ratio_mad", "required_ratio", "met", "peak_memory",
  ]

  /// The records that a call writes.
  private func records(_ options: String, status: Int32 = 0) throws -> [[String: Any]] {
    let scratch = try Scratch()
    let result = try Program.shell(
      "angelx bench --quick \(options) --format json", environment: ["TMPDIR": scratch.path])
    #expect(result.status == status, "\(result.errorText)")
    #expect(try scratch.names == [], "what it needed is gone again")
    let object = try JSONSerialization.jsonObject(with: Data(result.output))
    return try #require(object as? [[String: Any]])
  }

  private func number(_ record: [String: Any], _ field: String) throws -> Double {
    try #require(record[field] as? NSNumber, "\(field)").doubleValue
  }

  @Test func measuresEverySuite() throws {
    let records = try records("--passes 3")
    let names = records.map { "\($0["suite"] ?? "") \($0["threads"] ?? "")" }
    #expect(
      names == ["price 1", "greeks 1", "iv 1", "pipe 1", "pipe 2"]
        + Array(repeating: "stream-decode 1", count: 7)
        + Array(repeating: "master-parse 1", count: 2))
    for record in records {
      #expect(Set(record.keys) == Set(Self.fields))
      #expect(record["build"] as? String == (Program.isRelease ? "release" : "debug"))
      #expect(try number(record, "passes") == 3)
      try expectConsistency(of: record)
    }
  }

  /// What holds of the figures on any machine.
  private func expectConsistency(of record: [String: Any]) throws {
    let median = try number(record, "ns")
    let rate = try number(record, "per_second")
    #expect(try number(record, "min_ns") <= median)
    #expect(try median <= number(record, "p95_ns"))
    #expect(try number(record, "mad_ns") >= 0)
    #expect(try number(record, "ratio") >= 0)
    #expect(try number(record, "peak_memory") > 1_000_000)
    #expect(abs(rate * median / 1e9 - 1) < 0.01, "\(rate) at \(median) ns")
    let isMet = record["met"] as? Bool
    #expect((isMet == nil) == (record["required_ratio"] is NSNull))
    if let isMet {
      // Both are rounded to four decimals.
      let above = try number(record, "ratio") - number(record, "required_ratio")
      #expect(isMet ? above >= -0.0001 : above <= 0.0001)
    }
  }

  @Test func runsWhatIsNamedOnceAndInItsOrder() throws {
    let records = try records("--passes 1 iv greeks iv")
    #expect(records.compactMap { $0["suite"] as? String } == ["greeks", "iv"])
  }

  @Test func leavesOutWhatRunsOnMoreThreads() throws {
    let records = try records("--passes 1 --jobs 1 pipe")
    #expect(records.map { $0["threads"] as? Int } == [1])
  }

  @Test func whatHasNoRequirementMissesNone() throws {
    let records = try records("--passes 1 --require price")
    #expect(records.map { $0["met"] is NSNull } == [true])
  }

  @Test func theStatusSaysWhetherARequirementWasMissed() throws {
    let result = try Program.shell("angelx bench --quick --passes 1 --require greeks")
    let isMet = result.outputText.contains(#""met":true"#)
    #expect(result.status == (isMet ? 0 : 1))
    #expect(result.errorText.isEmpty == isMet)
  }

  @Test(arguments: ["jsonl", "csv", "tsv", "table"])
  func writesEveryFormat(format: String) throws {
    let result = try Program.shell("angelx bench --quick --passes 1 price iv --format \(format)")
    #expect(result.status == 0)
    let lines = result.outputText.split(separator: "\n")
    #expect(lines.count == (format == "jsonl" ? 2 : 3))
    #expect(result.errorText == "")
  }

  @Test func showsHowFarItIsWhereItIsAskedTo() throws {
    let result = try Program.shell("angelx bench --progress always --passes 1 greeks")
    #expect(result.status == 0)
    // Work of less than a second shows nothing.
    #expect(result.errorText.isEmpty || result.errorText.contains("passes"))
  }

  @Test func aMissingFolderForItsRowsIsAnError() throws {
    let result = try Program.shell(
      "angelx bench --quick pipe", environment: ["TMPDIR": "/nowhere/at/all"])
    #expect(result.status == 73)
    #expect(result.errorText.contains("create the folder first"))
    #expect(result.output.isEmpty)
  }
}
