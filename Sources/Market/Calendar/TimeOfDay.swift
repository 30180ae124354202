public import Scalars

/// A time of day in India, to the minute.
public struct TimeOfDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Minutes since midnight.
  public let minutes: Int

  /// Reads a time such as `15:30`.
  public init?(_ text: String) {
    let digits = text.utf8.map { Int($0) - 48 }
    guard digits.count == 5, digits[2] == 10,
      [0, 1, 3, 4].allSatisfy({ (0...9).contains(digits[$0]) })
    else { return nil }
    let (hour, minute) = (10 * digits[0] + digits[1], 10 * digits[3] + digits[4])
    guard hour < 24, minute < 60 else { return nil }
    minutes = hour * 60 + minute
  }

  /// The moment on a day.
  public func on(_ day: Day) -> Timestamp {
    Timestamp(day, hour: minutes / 60, minute: minutes % 60)
  }

  /// Whether one is earlier.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }

  /// The time as in `15:30`.
  public var description: String {
    func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(pair(minutes / 60)):\(pair(minutes % 60))"
  }
}
