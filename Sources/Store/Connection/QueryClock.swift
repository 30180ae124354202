internal import CSQLite
internal import Files

/// Ends statements that take too long.
@safe
final class QueryClock {
  /// How long a statement may take.
  var seconds: Double
  private var deadline = Double.infinity

  /// After so many steps of SQLite's machine the time is looked at: some tens of microseconds.
  private static let steps: Int32 = 4000

  init(seconds: Double) {
    self.seconds = seconds
  }

  /// Makes a connection ask this clock while it works.
  ///
  /// The connection must not outlive the clock.
  func watch(_ connection: OpaquePointer) {
    let this = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe sqlite3_progress_handler(
      connection, Self.steps,
      { context in
        guard let context = unsafe context else { return 0 }
        let clock = unsafe Unmanaged<QueryClock>.fromOpaque(context).takeUnretainedValue()
        return MonotonicClock.seconds > clock.deadline ? 1 : 0
      }, this)
  }

  /// The time runs, as from a moment on.
  func start(at moment: Double) { deadline = moment + seconds }

  /// Nothing is timed any more.
  func stop() { deadline = .infinity }
}
