import Operations
import Scalars
import Store
import TestSupport
import Testing

/// How a broker is, by its calls.
struct BrokerHealthTests {
  private static let start = Timestamp(milliseconds: 1_795_000_000_000)

  /// Calls a second apart, each with why it failed, if it did.
  private func calls(_ failures: [BrokerCall.Failure?]) -> [BrokerCall] {
    failures.enumerated().map { number, failure in
      BrokerCall(
        at: Self.start + TimeSpan(milliseconds: Int64(number) * 1000), run: "run",
        number: Int64(number), failure: failure, durationMicroseconds: Int64(number + 1) * 1000)
    }
  }

  private func health(
    _ failures: [BrokerCall.Failure?], after seconds: Int64 = 0, session: Int64? = nil
  ) -> BrokerHealth {
    let calls = calls(failures)
    let end = (calls.last?.at ?? Self.start) + TimeSpan(milliseconds: seconds * 1000)
    return BrokerHealth(
      calls, StateRules(), sessionAge: session.map { TimeSpan(milliseconds: $0 * 60_000) }, at: end)
  }

  @Test func withoutCallsNothingIsWrong() {
    let found = health([])
    #expect(found.ground == .nothing && found.calls == 0 && found.figures == nil)
    #expect(found.lastSuccess == nil && found.lastFailure == nil && found.pausedUntil == nil)
  }

  @Test(
    arguments: [
      ([nil, nil], 0, SystemState.healthy), ([.network, nil], 0, .degraded),
      ([.network, nil, nil, nil, nil, nil], 0, .healthy),
      ([nil, .network, .session, .rateLimit], 0, .paused),
      ([nil, .network, .session, .rateLimit], 29, .paused),
      ([nil, .network, .session, .rateLimit], 30, .recovering),
    ] as [([BrokerCall.Failure?], Int64, SystemState)])
  func theCallsSayHowItIs(
    failures: [BrokerCall.Failure?], seconds: Int64, state: SystemState
  ) {
    let found = health(failures, after: seconds)
    #expect(found.ground.state == state)
    #expect((found.pausedUntil != nil) == (state == .paused))
    #expect(found.calls == failures.count)
    #expect(found.failures.values.reduce(0, +) == failures.compactMap(\.self).count)
  }

  @Test func theFiguresAreThoseOfTheCalls() {
    let found = health([nil, .network, nil])
    #expect(found.figures.map { [$0.min, $0.p50, $0.max] } == [1, 2, 3])
    #expect(found.lastSuccess == Self.start + TimeSpan(milliseconds: 2000))
    #expect(found.lastFailure == Self.start + TimeSpan(milliseconds: 1000))
    #expect(found.failuresInRow == 0)
  }

  @Test func anOldSessionDegradesIt() {
    #expect(health([nil], session: 240).ground == .nothing)
    #expect(health([nil], session: 241).ground.state == .degraded)
  }

  @Test func theMetricsSayTheSame() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch("angelx.db"), access: .creating)
    try store.keep(calls([nil, .network, .network, .rateLimit]), of: "kite")
    let page = try MetricsPage(
      of: store, StateRules(), killSwitchIsOn: false,
      at: Self.start + TimeSpan(milliseconds: 4000)
    ).text
    for line in [
      "angelx_broker_calls_last_day{broker=\"kite\",outcome=\"success\"} 1",
      "angelx_broker_calls_last_day{broker=\"kite\",outcome=\"network\"} 2",
      "angelx_broker_calls_last_day{broker=\"kite\",outcome=\"rate_limit\"} 1",
      "angelx_broker_calls_last_day{broker=\"kite\",outcome=\"session\"} 0",
      "angelx_broker_failures_in_row{broker=\"kite\"} 3",
      "angelx_broker_state{broker=\"kite\",state=\"PAUSED\"} 1",
      "angelx_broker_state{broker=\"kite\",state=\"HEALTHY\"} 0",
      "angelx_broker_call_duration_seconds{broker=\"kite\",quantile=\"0.5\"} 0.0025",
    ] {
      #expect(page.contains(line + "\n"), "\(line)")
    }
    // What is older than a day counts no more, and leaves a broker that nobody has called since.
    let later = try MetricsPage(
      of: store, StateRules(), killSwitchIsOn: false,
      at: Self.start + TimeSpan(milliseconds: 90_000_000)
    ).text
    #expect(later.contains("angelx_broker_state{broker=\"kite\",state=\"HEALTHY\"} 1\n"))
  }
}
