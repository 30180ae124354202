public import Scalars

/// How the time between two moments is counted in years.
public enum DayCount: String, Sendable, Hashable, CaseIterable {
  /// Calendar time, 365 days a year.
  case calendar365 = "365"
  /// Calendar time, 365.25 days a year.
  case calendar36525 = "365.25"
  /// The time in which the market is open, 252 days a year.
  case trading252 = "252"

  /// How many days a year has.
  public var daysInYear: Double {
    switch self {
    case .calendar365: 365
    case .calendar36525: 365.25
    case .trading252: 252
    }
  }
}

/// Counts the time to moments of expiry.
public struct ExpiryClock: Sendable {
  private let calendar: TradingCalendar
  private let closing: TimeOfDay?
  private let dayCount: DayCount
  /// The trading days between two days, as they were counted last.
  private var counted: (first: Day, last: Day, segment: Segment, days: Double)?

  /// Creates a clock.
  ///
  /// - Parameters:
  ///   - calendar: when one trades.
  ///   - closing: the time of day at which contracts expire; nil for that of the calendar.
  ///   - dayCount: how years are counted.
  public init(_ calendar: TradingCalendar, closing: TimeOfDay? = nil, dayCount: DayCount) {
    self.calendar = calendar
    self.closing = closing
    self.dayCount = dayCount
  }

  /// The moment at which contracts expire on a day.
  public func moment(of expiry: Day, _ segment: Segment) throws(NotCovered) -> Timestamp {
    if let closing { return closing.on(expiry) }
    return try calendar.expiryTime(on: expiry, segment).time.on(expiry)
  }

  /// The years from one moment to another; zero or less when that has passed.
  public mutating func years(
    from start: Timestamp, to end: Timestamp, _ segment: Segment
  ) throws(NotCovered) -> Double {
    if dayCount == .trading252 && end > start {
      return try tradingDays(from: start, to: end, segment) / dayCount.daysInYear
    }
    let milliseconds = Double(end.milliseconds - start.milliseconds)
    return milliseconds / (86_400_000 * dayCount.daysInYear)
  }

  /// The trading days between two moments, the first and the last by what is left of their sessions.
  private mutating func tradingDays(
    from start: Timestamp, to end: Timestamp, _ segment: Segment
  ) throws(NotCovered) -> Double {
    let (first, last) = (start.day, end.day)
    if first == last {
      return try share(of: first, segment, from: start, to: end)
    }
    let between = try wholeDays(after: first, before: last, segment)
    return try share(of: first, segment, from: start, to: nil)
      + between + share(of: last, segment, from: nil, to: end)
  }

  private mutating func wholeDays(
    after first: Day, before last: Day, _ segment: Segment
  ) throws(NotCovered) -> Double {
    if let counted, counted.first == first, counted.last == last, counted.segment == segment {
      return counted.days
    }
    var days = 0.0
    var day = first + 1
    while day < last {
      days += try share(of: day, segment, from: nil, to: nil)
      day = day + 1
    }
    counted = (first, last, segment, days)
    return days
  }

  /// The part of a usual day's session that lies between two moments of a day, so that an hour of
  /// Muhurat trading is an hour and not a day.
  private func share(
    of day: Day, _ segment: Segment, from start: Timestamp?, to end: Timestamp?
  ) throws(NotCovered) -> Double {
    let sessions = try calendar.sessions(on: day, segment)
    if sessions.isEmpty { return 0 }
    var open: Int64 = 0
    for session in sessions {
      let opens = session.lowerBound.on(day).milliseconds
      let closes = session.upperBound.on(day).milliseconds
      let from = max(opens, start?.milliseconds ?? opens)
      open += max(min(closes, end?.milliseconds ?? closes) - from, 0)
    }
    let usual = try calendar.usualSession(on: day, segment)
    return Double(open) / Double(60_000 * (usual.upperBound.minutes - usual.lowerBound.minutes))
  }
}
