package import Scalars

/// The figures of a report by which its performance is called good or bad; nil where there is none.
package struct PerformanceFigures: Sendable, Equatable {
  /// The mean time from data to order, in milliseconds.
  package var meanLatency: Number?
  /// How far equity lies below its highest, in percent.
  package var drawdown: Number?
  /// The errors of an hour.
  package var errorsPerHour: Number?
  /// All trades, those that won, and those that lost; some are neither.
  package var trades = 0
  package var wins = 0
  package var losses = 0
  /// The losing trades in a row at the end.
  package var lossStreak = 0

  /// Creates figures of nothing.
  package init() {}
}
