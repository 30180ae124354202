package import Scalars

/// What the figures of a report say about performance; it describes and stops nothing.
package struct PerformanceHealth: Sendable, Equatable {
  /// How good performance is.
  package enum Verdict: String, CaseIterable, Sendable {
    case healthy = "HEALTHY"
    case degraded = "DEGRADED"
    case critical = "CRITICAL"
  }

  /// What may be wrong, by the name of its limit in PERFORMANCE_HEALTH.
  package enum Concern: String, CaseIterable, Sendable {
    case latency = "latency_ms"
    case drawdown = "drawdown_percent"
    case errors = "errors_per_hour"
    case winRate = "win_rate"
    case lossStreak = "loss_streak"
  }

  /// A figure on the wrong side of its limit.
  package struct Issue: Sendable, Equatable {
    package let concern: Concern
    package let value: Number
    package let threshold: Number
  }

  package let verdict: Verdict
  /// What is wrong, in the order of the concerns.
  package let issues: [Issue]

  /// Judges figures; of what there is no figure nothing is said.
  package init(_ figures: PerformanceFigures, _ rules: PerformanceRules) {
    var issues: [Issue] = []
    func check(_ concern: Concern, _ value: Number?, _ limit: Number, _ isBad: Bool) {
      guard let value, isBad else { return }
      issues.append(Issue(concern: concern, value: value, threshold: limit))
    }
    func above(_ concern: Concern, _ value: Number?, _ limit: Number) {
      check(concern, value, limit, value.map { $0 > limit } ?? false)
    }
    above(.latency, figures.meanLatency, rules.latency)
    above(.drawdown, figures.drawdown, rules.drawdown)
    above(.errors, figures.errorsPerHour, rules.errorsPerHour)
    check(.winRate, figures.winRate, rules.winRate, figures.winsTooSeldom(rules))
    let streak = Number(Int64(figures.lossStreak))
    check(.lossStreak, streak, rules.lossStreak, streak >= rules.lossStreak)
    self.issues = issues
    let isDeep = figures.drawdown.map { $0 >= rules.criticalDrawdown } ?? false
    verdict = issues.isEmpty ? .healthy : issues.count <= 2 && !isDeep ? .degraded : .critical
  }
}

extension PerformanceFigures {
  /// The share of winning trades among those that won or lost; nil where there are none.
  package var winRate: Number? { Number(Int64(wins)).divided(by: Number(Int64(wins + losses))) }

  /// Whether the share is too small, compared without rounding it.
  fileprivate func winsTooSeldom(_ rules: PerformanceRules) -> Bool {
    guard wins + losses > 0, Number(Int64(trades)) >= rules.minTrades,
      let enough = rules.winRate * Number(Int64(wins + losses))
    else { return false }
    return Number(Int64(wins)) < enough
  }
}

extension PerformanceHealth.Issue: CustomStringConvertible {
  /// What is wrong, for people.
  package var description: String {
    let limit = "\(threshold)"
    return switch concern {
    case .latency: "mean latency \(shown(.ceiling)) ms, more than \(limit) ms"
    case .drawdown: "drawdown \(shown(.ceiling)) %, more than \(limit) %"
    case .errors: "\(shown(.ceiling)) errors an hour, more than \(limit)"
    case .winRate: "win rate \(shown(.floor)), less than \(limit)"
    case .lossStreak: "\(value) losing trades in a row, \(limit) or more"
    }
  }

  /// The figure with three decimals at most, rounded away from the limit.
  private func shown(_ rule: RoundingRule) -> Number {
    if case .exact(let decimal) = value, decimal.exponent >= -3 { return value }
    return value.rounded(rule, decimals: 3)
  }
}
