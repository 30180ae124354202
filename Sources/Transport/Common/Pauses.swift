private import Files
#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// The passing of time, as one table, so that a test can replace it and need not wait.
package struct Pauses: Sendable {
  /// The time since some moment, on a clock that only moves forward.
  package var now: @Sendable () -> Duration
  /// The seconds since 1970 in UTC.
  package var date: @Sendable () -> Int64
  /// Waits.
  package var pause: @Sendable (Duration) -> Void
  /// Whether whoever asked no longer wants the answer; looked at about once a second at least.
  package var isInterrupted: @Sendable () -> Bool

  /// Makes a table.
  package init(
    now: @escaping @Sendable () -> Duration, date: @escaping @Sendable () -> Int64,
    pause: @escaping @Sendable (Duration) -> Void,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.now = now
    self.date = date
    self.pause = pause
    self.isInterrupted = isInterrupted
  }

  /// The longest wait in one piece, for somebody may have lost interest.
  package static let step = Duration.milliseconds(250)

  /// Waits that long, or until interest is lost.
  package func sitOut(_ length: Duration) {
    var left = length
    repeat {
      pause(min(left, Self.step))
      left -= Self.step
    } while left > .zero && !isInterrupted()
  }

  /// The clocks of the system.
  package static let real = Pauses(
    now: { .seconds(MonotonicClock.seconds) }, date: { WallClock.milliseconds / 1000 },
    pause: sleep)
}

/// Sleeps, and goes on sleeping when a signal interrupts it.
@Sendable
private func sleep(_ duration: Duration) {
  let (seconds, attoseconds) = max(.zero, duration).components
  var rest = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
  var left = rest
  while unsafe nanosleep(&rest, &left) != 0, errno == EINTR { rest = left }
}
