package import Brokers
package import Scalars

/// What has come of a stream so far.
package struct StreamFigures: Sendable {
  /// Messages of any kind.
  package internal(set) var messages = 0
  /// Ticks of instruments that were asked for.
  package internal(set) var ticks = 0
  /// Ticks of others, or without a price.
  package internal(set) var strays = 0
  /// What could not be read, by why.
  package internal(set) var faults: [TickFault: Int] = [:]
  /// How often a line was made anew.
  package internal(set) var reconnections = 0
  /// How many times nothing came, and how long they were together.
  package internal(set) var gaps = 0
  package internal(set) var missed = TimeSpan(milliseconds: 0)
  /// How long ticks were under way.
  package internal(set) var lags = LagHistogram()

  /// How many messages, or parts of them, could not be read.
  package var unreadable: Int { faults.values.reduce(0, +) }

  mutating func note(_ gap: StreamGap) {
    gaps += 1
    missed = TimeSpan(milliseconds: missed.milliseconds + gap.length.milliseconds)
  }
}
