import Operations
import Scalars
import Testing

/// The verdict on performance, each edge from both sides.
@Suite struct PerformanceHealthTests {
  private func figures(_ change: (inout PerformanceFigures) -> Void) -> PerformanceFigures {
    var figures = PerformanceFigures()
    change(&figures)
    return figures
  }

  private func health(
    _ text: String = "", _ change: (inout PerformanceFigures) -> Void
  ) -> PerformanceHealth {
    PerformanceHealth(figures(change), PerformanceRules(settings(text)))
  }

  @Test func theDefaultsOfTheKeyAreTheRules() {
    #expect(PerformanceRules(settings()) == PerformanceRules())
  }

  @Test func ofNothingNothingIsSaid() {
    #expect(health { _ in }.verdict == .healthy)
    #expect(health { _ in }.issues == [])
  }

  @Test(
    "latency", arguments: [("999.999", false), ("1000", false), ("1000.001", true), ("5e9", true)])
  func latency(value: String, isIssue: Bool) {
    let health = health { $0.meanLatency = Number(value) }
    #expect(health.issues.map(\.concern) == (isIssue ? [.latency] : []))
    #expect(health.verdict == (isIssue ? .degraded : .healthy))
  }

  @Test(
    "drawdown",
    arguments: [
      ("0", PerformanceHealth.Verdict.healthy), ("10", .healthy), ("10.0001", .degraded),
      ("14.9999", .degraded), ("15", .critical), ("100", .critical),
    ])
  func drawdown(value: String, verdict: PerformanceHealth.Verdict) {
    #expect(health { $0.drawdown = Number(value) }.verdict == verdict)
  }

  @Test("errors an hour", arguments: [("0", false), ("5", false), ("5.01", true), ("6", true)])
  func errors(value: String, isIssue: Bool) {
    let health = health { $0.errorsPerHour = Number(value) }
    #expect(health.issues.map(\.concern) == (isIssue ? [.errors] : []))
  }

  @Test(
    "win rate",
    arguments: [
      (10, 4, 6, false), (10, 3, 7, true), (9, 0, 9, false), (10, 0, 10, true), (10, 2, 3, false),
      (10, 1, 2, true), (10, 0, 0, false), (1_000_000_000, 399_999_999, 600_000_001, true),
      (1_000_000_000, 400_000_000, 600_000_000, false),
    ])
  func winRate(trades: Int, wins: Int, losses: Int, isIssue: Bool) {
    let health = health {
      $0.trades = trades
      $0.wins = wins
      $0.losses = losses
    }
    #expect(health.issues.map(\.concern) == (isIssue ? [.winRate] : []))
  }

  @Test("loss streak", arguments: [(0, false), (3, false), (4, true), (5, true)])
  func lossStreak(value: Int, isIssue: Bool) {
    #expect(
      health { $0.lossStreak = value }.issues.map(\.concern) == (isIssue ? [.lossStreak] : []))
  }

  @Test(
    "how many issues",
    arguments: [
      (0, PerformanceHealth.Verdict.healthy), (1, .degraded), (2, .degraded), (3, .critical),
      (4, .critical), (5, .critical),
    ])
  func count(issues: Int, verdict: PerformanceHealth.Verdict) {
    let health = health {
      if issues > 0 { $0.lossStreak = 4 }
      if issues > 1 { $0.errorsPerHour = Number(6) }
      if issues > 2 { $0.meanLatency = Number(1001) }
      if issues > 3 { $0.drawdown = Number(11) }
      if issues > 4 { ($0.trades, $0.losses) = (10, 10) }
    }
    #expect(health.issues.count == issues)
    #expect(health.verdict == verdict)
  }

  @Test func aDeepDrawdownMakesAnyIssueCritical() {
    // Where the limit of the issue lies above the critical one, it takes another issue.
    let rules = "PERFORMANCE_HEALTH = {'drawdown_percent': 30, 'critical_drawdown_percent': 15}\n"
    #expect(health(rules) { $0.drawdown = Number(20) }.verdict == .healthy)
    let both = health(rules) {
      $0.drawdown = Number(20)
      $0.lossStreak = 4
    }
    #expect(both.verdict == .critical)
    #expect(both.issues.map(\.concern) == [.lossStreak])
  }

  @Test func everyMemberOfTheKeyIsHeard() {
    let rules = PerformanceRules(
      settings(
        "PERFORMANCE_HEALTH = {'latency_ms': 1, 'drawdown_percent': 2, "
          + "'critical_drawdown_percent': 3, 'errors_per_hour': 4, 'win_rate': 0.5, "
          + "'min_trades': 6, 'loss_streak': 7}\n"))
    #expect(rules.latency == Number(1) && rules.drawdown == Number(2))
    #expect(rules.criticalDrawdown == Number(3) && rules.errorsPerHour == Number(4))
    #expect(rules.winRate == Number("0.5") && rules.minTrades == Number(6))
    #expect(rules.lossStreak == Number(7))
  }

  @Test func issuesInWords() {
    let health = health {
      $0.meanLatency = Number("1000.00001")
      $0.drawdown = Number("12.5")
      $0.errorsPerHour = Number(6)
      ($0.trades, $0.wins, $0.losses) = (10, 1, 2)
      $0.lossStreak = 4
    }
    #expect(
      health.issues.map(\.description) == [
        "mean latency 1000.001 ms, more than 1000 ms", "drawdown 12.5 %, more than 10 %",
        "6 errors an hour, more than 5", "win rate 0.333, less than 0.40",
        "4 losing trades in a row, 4 or more",
      ])
    #expect(health.verdict.rawValue == "CRITICAL")
  }
}
