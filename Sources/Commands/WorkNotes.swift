import Files
import Operations
import Synchronization

/// How long the pieces of a run's work took, noted while it goes on.
final class WorkNotes: Sendable {
  private struct State {
    var log = LatencyLog()
    var isStopped = false
  }

  private let state = Mutex(State())

  /// Notes a piece of work that began at a time in microseconds since 1970 in UTC.
  func add(_ operation: String, began: Int64, seconds: Double, records: Int? = nil) {
    state.withLock { state in
      guard !state.isStopped else { return }
      state.log.add(operation, began: began, seconds: seconds, records: records)
    }
  }

  /// Does a piece of work and notes how long it took; one that fails says nothing of that.
  func measure<Result>(_ operation: String, _ work: () throws -> Result) rethrows -> Result {
    let (began, start) = (WallClock.microseconds, MonotonicClock.seconds)
    let result = try work()
    add(operation, began: began, seconds: MonotonicClock.seconds - start)
    return result
  }

  /// Forgets all, and notes nothing from now on: of a run that is to leave nothing behind.
  func stop() {
    state.withLock { $0 = State(isStopped: true) }
  }

  /// All that was noted.
  var log: LatencyLog { state.withLock { $0.log } }
}
