public import Scalars

/// A time of day in India, to the minute.
public struct TimeOfDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Minutes since midnight.
  public let minutes: Int

  /// The last minute of a day.
  public static let last = TimeOfDay(minutes: 24 * 60 - 1)

  /// A time so many minutes after midnight, kept within the day.
  public init(minutes: Int) {
    self.minutes = min(max(minutes, 0), 24 * 60 - 1)
  }

  /// Reads a time such as `15:30`.
  public init?(_ text: String) {
    let bytes = text.utf8
    self.init(text: bytes.span)
  }

  /// Reads a time such as `15:30`.
  public init?(text: Span<UInt8>) {
    guard text.count == 5, text[2] == UInt8(ascii: ":"),
      let hour = Self.pair(text[0], text[1]), let minute = Self.pair(text[3], text[4]),
      hour < 24, minute < 60
    else { return nil }
    minutes = hour * 60 + minute
  }

  /// The number of two digits.
  private static func pair(_ tens: UInt8, _ ones: UInt8) -> Int? {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard digits.contains(tens), digits.contains(ones) else { return nil }
    return 10 * Int(tens - digits.lowerBound) + Int(ones - digits.lowerBound)
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
