import Scalars

/// When a fetch is repeated: at whole multiples of a span from midnight in India on, so that runs of
/// different commands fall together and nothing drifts.
struct WatchSchedule {
  let every: TimeSpan
  let end: Timestamp

  /// The first time after a moment; nil when the end comes before it.
  func next(after moment: Timestamp) -> Timestamp? {
    let midnight = Timestamp(moment.day, hour: 0, minute: 0)
    let span = max(1, every.milliseconds)
    let passed = (moment - midnight).milliseconds / span
    let next = midnight + TimeSpan(milliseconds: (passed + 1) * span)
    return next <= end ? next : nil
  }
}
