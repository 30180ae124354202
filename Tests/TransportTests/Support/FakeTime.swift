import Synchronization
import Transport

/// A time that passes only when somebody waits.
final class FakeTime: Sendable {
  private struct State {
    var now = Duration.zero
    var waits: [Duration] = []
    var end: Duration?
    /// Whether anybody has looked at the clock since the last wait.
    var hasLooked = true
  }

  private let state = Mutex(State())
  /// 2026-11-20T10:00:00Z.
  static let date: Int64 = 1_795_168_800

  /// How long was waited, each time; waits between which nobody looks at the clock are one.
  var waits: [Duration] { state.withLock { $0.waits } }

  /// Makes the one who asks lose interest, at once or at some time.
  func interrupt(at time: Duration = .zero) { state.withLock { $0.end = time } }

  var pauses: Pauses {
    Pauses(
      now: { [self] in
        state.withLock {
          $0.hasLooked = true
          return $0.now
        }
      },
      date: { [self] in Self.date + state.withLock { $0.now.components.seconds } },
      pause: { [self] length in
        state.withLock {
          $0.now += length
          if $0.hasLooked { $0.waits.append(.zero) }
          $0.waits[$0.waits.count - 1] += length
          $0.hasLooked = false
        }
      },
      isInterrupted: { [self] in
        state.withLock { state in state.end.map { state.now >= $0 } ?? false }
      })
  }
}
