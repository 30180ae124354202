private import Files
package import Scalars
package import Transport

/// The time as a run sees it: that of the machine, or another that was told and goes on from there.
package struct RunClock: Sendable {
  /// The passing of time.
  package let pauses: Pauses
  private let milliseconds: @Sendable () -> Int64
  private let shift: Int64

  /// Starts a clock.
  ///
  /// - Parameters:
  ///   - start: what time it is now; nil for what the machine says.
  ///   - pauses: the passing of time.
  ///   - milliseconds: the time of the machine since 1970 in UTC.
  package init(
    startingAt start: Timestamp? = nil, pauses: Pauses = .real,
    milliseconds: @escaping @Sendable () -> Int64 = { WallClock.milliseconds }
  ) {
    self.pauses = pauses
    self.milliseconds = milliseconds
    shift = start.map { $0.milliseconds - milliseconds() } ?? 0
  }

  /// What time it is.
  package var now: Timestamp { Timestamp(milliseconds: milliseconds() + shift) }

  /// What the machine says.
  package var machineTime: Timestamp { Timestamp(milliseconds: milliseconds()) }
}
