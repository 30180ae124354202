import Scalars
import TestSupport
import Testing

@testable import Store

/// Alerts and latencies in the store.
struct OperationsTablesTests {
  private let store: Store

  init() throws {
    store = try Place().open()
  }

  private func time(_ milliseconds: Int64) -> Timestamp {
    Timestamp(milliseconds: 1_800_000_000_000 + milliseconds)
  }

  private func alert(_ kind: String, _ subject: String, at moment: Int64) -> AlertRecord {
    AlertRecord(
      kind: kind, subject: subject, severity: .warning, message: "₹ 5.2 %", value: 5.2,
      threshold: 5, raisedAt: time(moment))
  }

  @Test func onceForEachCrossing() throws {
    let first = try store.raise(alert("drawdown", "A", at: 0), stands: true)
    #expect(first?.id == 1)
    #expect(try store.raise(alert("drawdown", "A", at: 1), stands: true) == nil)
    #expect(try store.raise(alert("drawdown", "B", at: 1), stands: true) != nil)
    #expect(try store.endAlert("drawdown", "A", at: time(2)))
    #expect(try !store.endAlert("drawdown", "A", at: time(3)))
    #expect(try store.raise(alert("drawdown", "A", at: 4), stands: true) != nil)
  }

  @Test func whatTellsOfAMomentIsRaisedEachTime() throws {
    for moment in 0..<3 as Range<Int64> {
      #expect(try store.raise(alert("trade_entry", "A", at: moment), stands: false) != nil)
    }
    #expect(try store.number("SELECT count(*) FROM alerts WHERE ended_at IS NOT NULL") == 3)
  }

  @Test func whatIsHeldWaitsForTheNextSummary() throws {
    let kept = try (0..<3 as Range<Int64>).compactMap {
      try store.raise(alert("trade_entry", "\($0)", at: $0), stands: false)
    }
    for alert in kept {
      try store.noteDelivery(of: alert.id, by: "email", .held, at: time(alert.id))
    }
    try store.noteDelivery(of: kept[1].id, by: "email", .sent, at: time(9))
    #expect(try store.heldAlerts(by: "email").map(\.subject) == ["0", "2"])
    #expect(try store.heldAlerts(by: "webhook") == [])
  }

  @Test func latenciesComeBackInOrder() throws {
    let records: [LatencyRecord] = (0..<120 as Range<Int64>).map { number in
      let operation = number % 2 == 0 ? "greeks" : "filter"
      return LatencyRecord(
        operation: operation, beganMicroseconds: number * 1000, durationMicroseconds: number,
        records: number == 0 ? nil : 7)
    }
    try store.keep(records, of: "run")
    try store.keep(records, of: "run")
    #expect(try store.operations() == ["filter", "greeks"])
    var found: [LatencyRecord] = []
    try store.latencies(
      of: "greeks", from: Timestamp(milliseconds: 0), to: Timestamp(milliseconds: 50)
    ) { found.append($0) }
    #expect(found == records.filter { $0.operation == "greeks" && $0.beganMicroseconds < 50_000 })
  }
}
