import BrokerCalls
import Brokers
import CommandLineKit
import Operations
import Records
import Scalars

/// `fetch-chain --health`: how the brokers are, by what is known of them; nobody is asked.
struct HealthTask {
  private let fetch: BrokerFetch

  init(_ fetch: BrokerFetch) {
    self.fetch = fetch
  }

  /// Ends with ``ExitCode/negative`` where no broker may be asked for something to trade on.
  func run() throws -> ExitCode {
    let home = try fetch.options.keeping.place.home(fetch.surroundings.environment)
    let reports = try fetch.desk.reports(
      StateRules(fetch.settings), killSwitchIsOn: KillSwitch(home: home.folder).state.isOn)
    let kind = RecordKind.all.first { $0.name == "health" }
    var records = MadeRecords((kind?.columns ?? []).map { MadeRecords.Column($0) })
    for report in reports { records.add(records.columns.map { value($0.name, report) }) }
    var writer = try MadeRecordWriter(
      FetchChain.facts.name, fetch.options.common, fetch.options.records, fetch.surroundings)
    try writer.write(records)
    _ = try writer.finish()
    return reports.contains(where: \.allowsEntries) ? .success : .negative
  }

  private func value(_ field: String, _ report: BrokerDesk.Report) -> MadeRecords.Value {
    let health = report.health
    return switch field {
    case "kind": .text("health")
    case "ts": .text(fetch.desk.now.description)
    case "broker": .text(report.broker.rawValue)
    case "state": .text(report.missing.isEmpty ? health.ground.state.rawValue : Self.unknown)
    case "reason":
      .text(
        report.missing.isEmpty
          ? health.ground.description : "\(report.missing.joined(separator: ", ")): not set")
    case "calls": .whole(Int64(health.calls))
    case "failures": .whole(Int64(health.failures.values.reduce(0, +)))
    case "failures_in_row": .whole(Int64(health.failuresInRow))
    case "p50_ms": health.figures.map { .number($0.p50) } ?? .null
    case "p95_ms": health.figures.map { .number($0.p95) } ?? .null
    case "last_success": Self.time(health.lastSuccess)
    case "last_failure": Self.time(health.lastFailure)
    case "paused_until": Self.time(health.pausedUntil)
    case "session_until": Self.time(report.sessionEnd)
    case "calls_left": report.callsLeft.map { .whole(Int64($0)) } ?? .null
    default: .null
    }
  }

  /// The state of a broker that cannot be asked, for want of keys.
  private static let unknown = "NOT_CONFIGURED"

  private static func time(_ time: Timestamp?) -> MadeRecords.Value {
    time.map { .text($0.description) } ?? .null
  }
}
