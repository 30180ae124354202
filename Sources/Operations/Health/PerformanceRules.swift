package import Configuration
package import Scalars

/// From which figures on performance is called bad.
package struct PerformanceRules: Sendable, Equatable {
  /// A mean latency above this is an issue, in milliseconds.
  package var latency = Number(1000)
  /// A drawdown above this is an issue, in percent.
  package var drawdown = Number(10)
  /// From this drawdown on any issue is critical, in percent.
  package var criticalDrawdown = Number(15)
  /// More errors than this in an hour are an issue.
  package var errorsPerHour = Number(5)
  /// A smaller share of winning trades is an issue.
  package var winRate = Number.exact(ExactDecimal(significand: 4, exponent: -1))
  /// With fewer trades the share is not looked at.
  package var minTrades = Number(10)
  /// As many losing trades in a row are an issue.
  package var lossStreak = Number(4)

  /// The limits that hold where nobody sets others.
  package init() {}

  /// The limits of a configuration.
  package init(_ settings: Settings) {
    self.init()
    for member in settings.members("PERFORMANCE_HEALTH") {
      guard let limit = member.value.number else { continue }
      switch member.name.text {
      case "latency_ms": latency = limit
      case "drawdown_percent": drawdown = limit
      case "critical_drawdown_percent": criticalDrawdown = limit
      case "errors_per_hour": errorsPerHour = limit
      case "win_rate": winRate = limit
      case "min_trades": minTrades = limit
      case "loss_streak": lossStreak = limit
      default: break
      }
    }
  }
}
