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

  /// How often each operation is in the metrics, which are asked without leaving a trace themselves.
  private func recorded() throws -> [String] {
    let page = try run("angelx validate-config --metrics", ["ANGELX_METRICS_ENABLED": "False"])
    return page.outputText.split(separator: "\n")
      .filter { $0.hasPrefix("angelx_operations_last_day") }.map(String.init)
  }

  private func line(_ operation: String, _ count: Int = 1) -> String {
    "angelx_operations_last_day{operation=\"\(operation)\"} \(count)"
  }

  /// Begins a store, of which nothing is kept.
  private func beginStore() throws {
    let begun = try run(
      "angelx validate-config --freeze --now 2026-11-27T09:00:00+05:30",
      ["ANGELX_METRICS_ENABLED": "False"])
    #expect(begun.status == 0)
    #expect(try recorded().isEmpty)
  }

  @Test func nothingIsKeptWithoutAStore() throws {
    #expect(try run("angelx greeks").status == 0)
    #expect(!FileManager.default.fileExists(atPath: scratch("home")))
  }

  @Test func everyStreamIsKeptAndNoQuestion() throws {
    try beginStore()
    for _ in 0..<2 { #expect(try run("angelx greeks").status == 0) }
    #expect(try run("angelx filter --where 'strike > 0'").errors.isEmpty)
    #expect(
      try run(
        "angelx greeks --underlying NIFTY --expiry 2099-12-01 --strike 24000 --right CE --iv 14 "
          + "--forward 24000"
      ).status == 0)
    #expect(try recorded() == [line("filter"), line("greeks", 2)])
    let page = try run("angelx validate-config --metrics").outputText
    #expect(
      page.contains("angelx_operation_duration_seconds{operation=\"greeks\",quantile=\"0.95\"}"))
  }

  /// What takes too long is told once, until it has taken less; and a quiet run does not tell it.
  @Test func whatTakesTooLongIsToldOnce() throws {
    try beginStore()
    let tight = ["ANGELX_LATENCY_REQUIREMENTS": "{'strategy_evaluation': 0.000001}"]
    func told(_ options: String = "", _ variables: [String: String]) throws -> Bool {
      try run("angelx filter --where 'strike > 0' \(options)", variables).errorText
        .contains("alert 'latency_violation' of filter: took")
    }
    #expect(try !told("--quiet", tight))
    #expect(try !told("", tight), "it stands since the run before")
    #expect(try !told("", [:]))
    #expect(try told("", tight))
    #expect(try !told("", tight))
  }

  @Test(
    "switched off",
    arguments: [
      (["ANGELX_METRICS_ENABLED": "False"], 0),
      (["ANGELX_TRACK_GREEK_CALCULATION_TIME": "False"], 1),
    ])
  func switchedOff(variables: [String: String], count: Int) throws {
    try beginStore()
    #expect(try run("angelx greeks", variables).status == 0)
    #expect(try run("angelx filter --where 'strike > 0'", variables).status == 0)
    #expect(try recorded().count == count)
  }

  @Test(arguments: [
    ("", [""]), ("--freeze --now 2026-11-27T09:30:00+05:30", [".freeze"]),
    ("--unfreeze why --now 2026-11-27T09:30:00+05:30", [".unfreeze"]),
    ("--check-freeze --now 2026-11-27T09:30:00+05:30", [".check-freeze"]),
    ("--store-check", [".store-check"]), ("--log-check", [".log-check"]),
    ("--online", [".online"]), ("--test-alerts", [".test-alerts"]), ("--metrics", [".metrics"]),
  ])
  func whatChecksTheConfigurationIsKept(options: String, operations: [String]) throws {
    try beginStore()
    let status = try run("angelx validate-config \(options)").status
    // Whether a broker can be reached from here is not the question.
    #expect(status == 0 || options == "--online" && status == 69)
    let wanted = (operations + [".read"]).map { line("validate-config\($0)") }
    #expect(try recorded() == wanted.sorted())
  }

  @Test(arguments: [
    "--keys", "--explain CAPITAL", "--effective", "--init", "--crontab", "--timers",
    "--freeze --dry-run --now 2026-11-27T09:30:00+05:30",
  ])
  func aQuestionAboutTheConfigurationIsNot(options: String) throws {
    try beginStore()
    #expect(try run("angelx validate-config \(options)").status == 0)
    #expect(try recorded().isEmpty)
  }

  @Test func aRunThatFailsKeepsWhatWasNotedUntilThen() throws {
    try beginStore()
    #expect(try run("angelx validate-config --metrics --output none/page").status == 73)
    #expect(try recorded() == [line("validate-config.read")])
    #expect(try run("angelx validate-config none.conf").status == 66)
    #expect(try run("angelx greeks none.jsonl").status == 66)
    #expect(try run("angelx filter --where 'no ('").status == 64)
    #expect(try recorded() == [line("greeks"), line("validate-config.read")])
    let off = ["ANGELX_METRICS_ENABLED": "False"]
    #expect(try run("angelx validate-config --metrics --output none/page", off).status == 73)
    #expect(try recorded().count == 2)
  }

  @Test func aChainThatTakesTooLongRaisesAlerts() throws {
    try beginStore()
    let fetched = try run(
      "angelx fetch-chain NIFTY --replay \(Checkout.root.path)/Samples/recording --strikes 5",
      ["ANGELX_LATENCY_REQUIREMENTS": "{'options_chain_processing': 0.01, 'atm_calculation': 0.01}"]
    )
    #expect(fetched.status == 0, "\(fetched.errorText)")
    let recorded = try recorded()
    for operation in ["options_chain_processing", "atm_calculation"] {
      #expect(recorded.contains(line(operation)), "\(recorded)")
      #expect(fetched.errorText.contains("\(operation): took "), "\(fetched.errorText)")
    }
    #expect(fetched.errorText.contains("ms, and 0.01 ms is allowed"), "\(fetched.errorText)")
  }

  @Test func aQuestionNeverOpensTheStore() throws {
    try scratch.put("home/angelx.db", Array("no store".utf8), permissions: 0o600)
    let question = "angelx greeks --underlying NIFTY --expiry 2099-12-01 --strike 24000 --right CE"
    for end in ["--iv 14 --forward 24000", "--iv 14", "--price 1 --forward 99000", "--nope"] {
      let result = try run("\(question) \(end)")
      #expect(!result.errorText.contains("angelx.db"), "\(result.errorText)")
    }
    // A check of the store says what it is, and nothing besides.
    let check = try run("angelx validate-config --store-check")
    #expect(check.status == 65)
    #expect(check.errorText.split(separator: "\n").count == 1)
  }

  @Test func anUnsoundConfigurationKeepsNothing() throws {
    try beginStore()
    #expect(try run("echo 'CAPITAL = -1' > angelx.conf; angelx validate-config").status == 78)
    _ = try run("rm angelx.conf")
    #expect(try recorded().isEmpty)
  }

  @Test func theStoreThatIsNamedHasTheRecord() throws {
    try beginStore()
    #expect(try run("cat > row; angelx greeks --keep --store other.db row").status == 0)
    #expect(try recorded().isEmpty)
    let page = try run("angelx validate-config --metrics --store other.db").outputText
    #expect(page.contains(line("greeks")))
  }

  @Test func aStoreThatIsNoneIsToldAndChangesNothing() throws {
    try scratch.put("home/angelx.db", Array("no store".utf8), permissions: 0o600)
    let result = try run("angelx greeks")
    #expect(result.status == 0)
    #expect(result.outputText.contains("\"iv\""))
    #expect(result.errorText.contains("warning: how long it took was not recorded"))
  }
}
