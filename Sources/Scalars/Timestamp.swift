/// An instant, to the millisecond.
///
/// Its parts, and its text, are those of Indian Standard Time, which is five and a half hours ahead
/// of UTC and knows no summer time. Nothing depends on the zone of the machine.
@frozen
public struct Timestamp: Sendable, Hashable {
  /// The milliseconds since 1970-01-01T00:00:00Z, negative before it.
  public let milliseconds: Int64

  /// Makes an instant from its milliseconds since 1970 in UTC.
  @inlinable
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Makes the instant of a time of day in IST.
  ///
  /// - Precondition: The hour is 0…23, the minute and the second 0…59.
  public init(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    precondition(
      (0...23).contains(hour) && (0...59).contains(minute) && (0...59).contains(second),
      "a time of day lies between 00:00:00 and 23:59:59")
    let seconds = Int64(day.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.init(milliseconds: seconds * 1000 - Self.istOffset)
  }

  /// How far IST is ahead of UTC, in milliseconds.
  @inlinable
  public static var istOffset: Int64 { 19_800_000 }

  /// The day in IST.
  ///
  /// Some five million years away from 1970 it stays at the last day that there is.
  public var day: Day {
    Day(daysSince1970: Int32(clamping: ist.days))
  }

  /// The hour in IST, 0…23.
  public var hour: Int { ist.secondOfDay / 3600 }

  /// The minute in IST, 0…59.
  public var minute: Int { ist.secondOfDay / 60 % 60 }

  /// The second, 0…59.
  public var second: Int { ist.secondOfDay % 60 }

  /// The millisecond, 0…999.
  public var millisecond: Int { ist.millisecond }

  /// The days since 1970-01-01 in IST, the second of the day, and the millisecond of that.
  var ist: (days: Int, secondOfDay: Int, millisecond: Int) {
    // Whole seconds first: the offset in milliseconds might overflow.
    let (seconds, millisecond) = Int(milliseconds).flooredQuotientAndRemainder(dividingBy: 1000)
    let (days, secondOfDay) = (seconds + Int(Self.istOffset / 1000))
      .flooredQuotientAndRemainder(dividingBy: 86_400)
    return (days, secondOfDay, millisecond)
  }
}

extension Timestamp: Comparable {
  /// Whether the instant on the left is the earlier one.
  @inlinable
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
