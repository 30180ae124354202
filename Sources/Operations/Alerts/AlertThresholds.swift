package import Configuration
internal import Scalars

/// From which figures of an account on there is an alert, and when it is over.
package struct AlertThresholds: Sendable {
  /// The figures of an account.
  package struct Figures: Sendable, Equatable {
    /// How far equity is below its highest, in percent of that.
    package var drawdownPercent: Double
    /// How much of equity is blocked as margin, in percent.
    package var marginUsagePercent: Double
    /// How much of the daily loss limit is used, in percent.
    package var dailyLossPercent: Double

    /// Creates figures.
    package init(
      drawdownPercent: Double = 0, marginUsagePercent: Double = 0, dailyLossPercent: Double = 0
    ) {
      self.drawdownPercent = drawdownPercent
      self.marginUsagePercent = marginUsagePercent
      self.dailyLossPercent = dailyLossPercent
    }
  }

  /// Where a figure stands against its threshold.
  package struct Standing: Sendable, Equatable {
    package let kind: AlertKind
    package let value: Double
    package let threshold: Double

    /// Whether the threshold is reached.
    package var isReached: Bool { value >= threshold }
  }

  private let drawdown: Double
  private let marginWarning: Double
  private let marginUsage: Double
  private let dailyLoss: Double

  /// The thresholds of a configuration.
  package init(_ settings: Settings) {
    func percent(_ key: String) -> Double { settings.number(key)?.doubleValue ?? .infinity }
    drawdown = percent("ALERT_DRAWDOWN_THRESHOLD_PERCENT")
    marginWarning = percent("MARGIN_CALL_ALERT_PERCENT")
    marginUsage = percent("ALERT_MARGIN_USAGE_THRESHOLD_PERCENT")
    dailyLoss = percent("ALERT_DAILY_LOSS_THRESHOLD_PERCENT")
  }

  /// Where all figures stand.
  package func standings(of figures: Figures) -> [Standing] {
    [
      Standing(kind: .drawdown, value: figures.drawdownPercent, threshold: drawdown),
      Standing(kind: .marginWarning, value: figures.marginUsagePercent, threshold: marginWarning),
      Standing(kind: .marginUsage, value: figures.marginUsagePercent, threshold: marginUsage),
      Standing(kind: .dailyLoss, value: figures.dailyLossPercent, threshold: dailyLoss),
      // The limit itself, at which trading stops.
      Standing(kind: .lossLimit, value: figures.dailyLossPercent, threshold: 100),
    ]
  }
}
