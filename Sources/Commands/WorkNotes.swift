import Operations
import Synchronization

/// How long the pieces of a run's work took, noted while it goes on.
final class WorkNotes: Sendable {
  private let notes = Mutex(LatencyLog())

  /// Notes a piece of work that began at a time in microseconds since 1970 in UTC.
  func add(_ operation: String, began: Int64, seconds: Double, records: Int) {
    notes.withLock { $0.add(operation, began: began, seconds: seconds, records: records) }
  }

  /// All that was noted.
  var log: LatencyLog { notes.withLock { $0 } }
}
