import Scalars

/// When a fetch is repeated: at whole multiples of a span from midnight in India on, so that runs of
/// different commands fall together and nothing drifts.
struct WatchSchedule {
  let every: TimeSpan
  let end: Timestamp
  private var last: Timestamp?

  init(every: TimeSpan, end: Timestamp) {
    self.every = every
    self.end = end
  }

  /// The first time after a moment; nil when the end comes before it.
  mutating func next(after moment: Timestamp) -> Timestamp? {
    let midnight = Timestamp(moment.day, hour: 0, minute: 0)
    let span = max(1, every.milliseconds)
    let passed = (moment - midnight).milliseconds / span
    var next = midnight + TimeSpan(milliseconds: (passed + 1) * span)
    // Where the clock was set back a little, as it is now and then, the time is not taken twice.
    if next == last { next = next + TimeSpan(milliseconds: span) }
    last = next
    return next <= end ? next : nil
  }
}
