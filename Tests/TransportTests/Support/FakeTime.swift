import Synchronization
import Transport

/// A time that passes only when somebody waits.
final class FakeTime: Sendable {
  private let state = Mutex((now: Duration.zero, waits: [Duration](), isInterrupted: false))
  /// 2026-11-20T10:00:00Z.
  static let date: Int64 = 1_795_168_800

  /// How long was waited, each time.
  var waits: [Duration] { state.withLock { $0.waits } }

  /// Makes the one who asks lose interest.
  func interrupt() { state.withLock { $0.isInterrupted = true } }

  var pauses: Pauses {
    Pauses(
      now: { [self] in state.withLock { $0.now } },
      date: { [self] in Self.date + state.withLock { $0.now.components.seconds } },
      pause: { [self] length in
        state.withLock {
          $0.now += length
          $0.waits.append(length)
        }
      },
      isInterrupted: { [self] in state.withLock { $0.isInterrupted } })
  }
}
