/// A calendar day, without a time and a zone.
@frozen
public struct Day: Sendable, Hashable {
  /// The count of days since 1970-01-01, negative before it.
  public let daysSince1970: Int32

  /// Makes a day from its count since 1970-01-01.
  @inlinable
  public init(daysSince1970: Int32) {
    self.daysSince1970 = daysSince1970
  }

  /// Makes a day of the Gregorian calendar, or `nil` when there is none.
  ///
  /// The year is 1…9999.
  public init?(year: Int, month: Int, day: Int) {
    let date = CivilDate(year: year, month: month, day: day)
    guard date.exists else { return nil }
    self.init(date)
  }

  /// Makes the day of a date that exists.
  init(_ date: CivilDate) {
    self.init(daysSince1970: Int32(date.daysSince1970))
  }

  var date: CivilDate { CivilDate(daysSince1970: Int(daysSince1970)) }

  /// The year.
  public var year: Int { date.year }

  /// The month, 1…12.
  public var month: Int { date.month }

  /// The day of the month, 1…31.
  public var day: Int { date.day }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, the fourth day.
    let fromMonday = (Int(daysSince1970) + 3).flooredQuotientAndRemainder(dividingBy: 7).remainder
    return Weekday.allCases[fromMonday]
  }
}

extension Day: Strideable {
  /// Whether the day on the left is the earlier one.
  @inlinable
  public static func < (left: Day, right: Day) -> Bool {
    left.daysSince1970 < right.daysSince1970
  }

  /// Returns the count of days until another day, negative when that is earlier.
  @inlinable
  public func distance(to other: Day) -> Int {
    Int(other.daysSince1970) - Int(daysSince1970)
  }

  /// Returns the day so many days later, or earlier; traps some five million years away.
  @inlinable
  public func advanced(by days: Int) -> Day {
    Day(daysSince1970: Int32(Int(daysSince1970) + days))
  }

  /// Returns the day so many days later.
  @inlinable
  public static func + (day: Day, days: Int) -> Day {
    day.advanced(by: days)
  }

  /// Returns the day so many days earlier.
  @inlinable
  public static func - (day: Day, days: Int) -> Day {
    day.advanced(by: -days)
  }

  /// Returns the count of days from the day on the right to the one on the left.
  @inlinable
  public static func - (left: Day, right: Day) -> Int {
    right.distance(to: left)
  }
}
