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

  @Test func aDeliveryIsTakenOnByOne() throws {
    for moment in 0..<3 as Range<Int64> {
      _ = try store.raise(
        alert("trade_entry", "\(moment)", at: moment), stands: false, for: ["email", "webhook"])
    }
    let first = try store.takeDeliveries(by: "email", atMost: 2, at: time(9))
    #expect(first.map(\.subject) == ["0", "1"])
    #expect(first[0].value == 5.2 && first[0].threshold == 5)
    #expect(try store.takeDeliveries(by: "email", atMost: 9, at: time(9)).map(\.subject) == ["2"])
    #expect(try !store.hasDueDeliveries(by: "email", at: time(9)))
    #expect(try store.hasDueDeliveries(by: "webhook", at: time(9)))
    try store.endDeliveries(of: [first[0]], by: "email", failure: nil, at: time(10))
    try store.endDeliveries(of: [first[1]], by: "email", failure: "no", at: time(10))
    // What failed is tried again after a pause.
    #expect(try store.takeDeliveries(by: "email", atMost: 9, at: time(60_009)).isEmpty)
    #expect(
      try store.takeDeliveries(by: "email", atMost: 9, at: time(60_010)).map(\.subject) == ["1"])
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
