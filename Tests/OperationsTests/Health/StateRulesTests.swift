import Configuration
import Operations
import Scalars
import Store
import Testing

/// Limits of configurations, what states come from in words, and advice.
@Suite struct StateRulesTests {
  @Test func theDefaultsOfTheKeysAreTheRules() {
    #expect(StateRules(settings()) == StateRules())
  }

  @Test func everyKeyIsHeard() {
    let rules = StateRules(
      settings(
        """
        MAX_BROKER_FAILURES = 5
        RECOVERY_WAIT_SECONDS = 1.5
        MAX_RECOVERY_ATTEMPTS = 2
        SESSION_REFRESH_INTERVAL = 60
        DATA_STALENESS_THRESHOLD = 2.5

        """))
    #expect(rules.failures == 5)
    #expect(rules.pause.milliseconds == 1500)
    #expect(rules.attempts == 2)
    #expect(rules.session.milliseconds == 3_600_000)
    #expect(rules.freshness.milliseconds == 2500)
  }

  @Test func whatLiesBetweenMillisecondsKeepsItsEdges() {
    let rules = StateRules(
      settings("RECOVERY_WAIT_SECONDS = 0.0001\nDATA_STALENESS_THRESHOLD = 0.0019\n"))
    // A pause of a tenth of a millisecond is over after one; an age of 2 ms is past 1.9 ms.
    #expect(rules.pause.milliseconds == 1)
    #expect(rules.freshness.milliseconds == 1)
  }

  @Test func limitsBeyondAllTimeAreLargeAndNothingTraps() {
    let rules = StateRules(
      settings("RECOVERY_WAIT_SECONDS = 1e300\nMAX_BROKER_FAILURES = 100_000_000_000_000_000\n"))
    #expect(rules.pause.milliseconds == 1 << 50)
    var watch = SystemWatch(rules)
    watch.fail(0, 0, 0)
    #expect(watch.state(99_000_000) == .degraded)
  }

  @Test func noWaitAndOneFailure() {
    let rules = StateRules(
      settings(
        "RECOVERY_WAIT_SECONDS = 0\nMAX_BROKER_FAILURES = 1\nMAX_RECOVERY_ATTEMPTS = 1\n"))
    var watch = SystemWatch(rules)
    watch.fail(0)
    #expect(watch.state(0) == .recovering)
    watch.fail(0)
    #expect(watch.state(0) == .critical)
  }

  @Test func whatCannotBeUsedLeavesTheRule() {
    #expect(StateRules(settings("MAX_BROKER_FAILURES = 'few'\n")) == StateRules())
  }

  @Test(
    "advice by class",
    arguments: [
      (BrokerCall.Failure.session, 2, true), (.rateLimit, 60, false), (.network, 5, false),
      (.unknown, 30, false),
    ] as [(BrokerCall.Failure, Int64, Bool)])
  func advice(failure: BrokerCall.Failure, seconds: Int64, refreshes: Bool) {
    let advice = RetryAdvice(for: failure)
    #expect(advice.wait.milliseconds == seconds * 1000)
    #expect(advice.refreshesSession == refreshes)
  }

  @Test func whatAStateComesFromInWords() {
    let grounds: [StateGround] = [
      .killSwitch, .unreleasedKillSwitch, .failedRecoveries(3), .failedRecoveries(1),
      .failures(3, pausedUntil: Timestamp(milliseconds: 1_763_000_000_000)),
      .nothingFresh(["A"]), .noSuccessYet(failedRecoveries: 0), .noSuccessYet(failedRecoveries: 2),
      .stale(["A", "B", "C", "D", "E"]), .recentFailures(2),
      .oldSession(TimeSpan(milliseconds: 14_460_000)), .nothing,
    ]
    #expect(
      grounds.map { "\($0.state.rawValue): \($0)" } == [
        "CRITICAL: the kill switch is on",
        "CRITICAL: the kill switch was on, and nobody has released it with a reason",
        "CRITICAL: 3 recoveries in a row failed, which only a release ends",
        "CRITICAL: 1 recovery in a row failed, which only a release ends",
        "PAUSED: 3 calls in a row failed; the pause ends at 2025-11-13T07:43:20+05:30",
        "PAUSED: no price is fresh: A",
        "RECOVERING: the pause is over, but no call has succeeded yet",
        "RECOVERING: the pause is over, but no call has succeeded yet; 2 recoveries failed",
        "DEGRADED: stale: A, B, C and 2 more",
        "DEGRADED: 2 of the latest 5 calls failed",
        "DEGRADED: the session with the broker is 4h1m old",
        "HEALTHY: nothing is wrong",
      ])
  }

  @Test func callsThatWereKept() {
    func call(_ failure: BrokerCall.Failure?) -> BrokerCall {
      BrokerCall(at: moment(0), run: "r", number: 0, failure: failure, durationMicroseconds: 1)
    }
    #expect(SystemEvent(call(nil)) == .callSucceeded)
    for failure in BrokerCall.Failure.allCases {
      #expect(SystemEvent(call(failure)) == .callFailed)
    }
  }
}
