import Files

/// Which time is measured.
package enum Timing: String, Sendable {
  /// The time on a processor, for work on one thread: on a machine of its own it is the time that
  /// passes, and busy neighbours hardly lengthen it.
  case processor
  /// The time that passes, for work on several threads, which is to pass faster.
  case elapsed

  /// The clock of the system for it.
  package var clock: Contest.Clock {
    switch self {
    case .processor: { ProcessorClock.seconds }
    case .elapsed: { MonotonicClock.seconds }
    }
  }
}
