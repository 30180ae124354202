/// Why a text or a number is no time, or no day.
public enum TimestampError: Error, Hashable, CustomStringConvertible {
  /// A text that has not the form of a time.
  case malformedTime
  /// A text that has not the form of a day.
  case malformedDay
  /// A day that does not begin with a year of four digits: `26-11-20`, `20-11-2026`.
  case yearNotFirst
  /// A month, or a day of a month, that does not exist.
  case noSuchDay(year: Int, month: Int, day: Int)
  /// A day alone where a time is needed.
  case missingTime
  /// An hour past 23, also in `24:00:00`.
  case hourOutOfRange(Int)
  /// A minute past 59.
  case minuteOutOfRange(Int)
  /// A second past 60.
  case secondOutOfRange(Int)
  /// Second 60.
  case leapSecond
  /// A fraction of a second that does not have 1…9 digits.
  case fractionOutOfRange
  /// No offset from UTC.
  case missingOffset
  /// An offset beyond 18 hours, or with more than 59 minutes.
  case offsetOutOfRange
  /// A count since 1970 that lies outside the years 1971…2199 both in seconds and in milliseconds.
  case epochOutOfRange

  /// What is wrong, and what to write instead.
  public var description: String {
    switch self {
    case .malformedTime:
      "not a time; write it as 2026-11-20T15:29:58+05:30"
    case .malformedDay:
      "not a day; write it as 2026-11-20"
    case .yearNotFirst:
      "the year is not first or has not four digits; write the day as 2026-11-20"
    case .noSuchDay(let year, let month, let day):
      Self.describe(CivilDate(year: year, month: month, day: day))
    case .missingTime:
      "a day without a time; write it as 2026-11-20T15:29:58+05:30"
    case .hourOutOfRange(24):
      "hour 24 does not exist; write 00:00:00 of the next day"
    case .hourOutOfRange(let hour):
      "hour \(hour) does not exist; write 00 to 23"
    case .minuteOutOfRange(let minute):
      "minute \(minute) does not exist; write 00 to 59"
    case .secondOutOfRange(let second):
      "second \(second) does not exist; write 00 to 59"
    case .leapSecond:
      "second 60 cannot be told from the next minute; write 59 or that minute"
    case .fractionOutOfRange:
      "a fraction of a second has 1 to 9 digits; write 15:29:58 or 15:29:58.250"
    case .missingOffset:
      "no offset from UTC; add +05:30 for Indian time, or ask for times without offset "
        + "to be read as IST"
    case .offsetOutOfRange:
      "the offset from UTC is out of range; write -18:00 to +18:00, minutes 00 to 59"
    case .epochOutOfRange:
      "not in the years 1971 to 2199; write seconds or milliseconds since 1970 in UTC"
    }
  }

  private static func describe(_ date: CivilDate) -> String {
    if date.year == 0 { return "year 0 does not exist; write 0001 to 9999" }
    guard (1...12).contains(date.month) else {
      return "month \(date.month) does not exist; write 01 to 12"
    }
    return "day \(date.day) of month \(date.month) does not exist in \(date.year); "
      + "write 01 to \(date.daysInMonth)"
  }
}
