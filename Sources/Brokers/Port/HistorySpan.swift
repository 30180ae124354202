package import Scalars

/// A span of time to the minute, both ends within it.
package struct HistorySpan: Sendable, Hashable {
  /// Its first minute.
  package let start: Timestamp
  /// Its last minute.
  package let end: Timestamp

  /// The span that holds both instants; nil where the second is the earlier one.
  package init?(from start: Timestamp, through end: Timestamp) {
    guard start <= end else { return nil }
    self.start = Self.minute(of: start)
    self.end = Self.minute(of: end)
  }

  /// The spans of at most so many days that make this one up, the earliest first.
  ///
  /// Each but the last ends in the last minute of a day and the next begins in the first minute of the
  /// day after it, so that no bar lies between them and none in two.
  ///
  /// - Precondition: There is at least one day.
  package func pieces(ofDays days: Int) -> [HistorySpan] {
    precondition(days > 0, "a piece has at least one day")
    var pieces: [HistorySpan] = []
    var first = start
    while first <= end {
      let last = min(Timestamp(first.day + (days - 1), hour: 23, minute: 59), end)
      pieces.append(HistorySpan(first, last))
      first = Timestamp(last.day + 1)
    }
    return pieces
  }

  private init(_ start: Timestamp, _ end: Timestamp) {
    self.start = start
    self.end = end
  }

  private static func minute(of time: Timestamp) -> Timestamp {
    Timestamp(time.day, hour: time.hour, minute: time.minute)
  }
}
