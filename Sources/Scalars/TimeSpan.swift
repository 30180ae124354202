/// A length of time, to the millisecond, as settings and options give it.
@frozen
public struct TimeSpan: Sendable, Hashable, Comparable {
  /// The milliseconds that it lasts, negative for going back.
  public let milliseconds: Int64

  /// Makes a length of so many milliseconds.
  @inlinable
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Whether the length on the left is the shorter one.
  @inlinable
  public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The same length as the standard library has it.
  public var duration: Duration {
    .milliseconds(milliseconds)
  }
}

extension Timestamp {
  /// Returns the instant so much later; traps some 292 million years away.
  @inlinable
  public static func + (time: Timestamp, span: TimeSpan) -> Timestamp {
    Timestamp(milliseconds: time.milliseconds + span.milliseconds)
  }

  /// Returns the instant so much earlier; traps some 292 million years away.
  @inlinable
  public static func - (time: Timestamp, span: TimeSpan) -> Timestamp {
    Timestamp(milliseconds: time.milliseconds - span.milliseconds)
  }

  /// Returns the time from the instant on the right to the one on the left.
  @inlinable
  public static func - (left: Timestamp, right: Timestamp) -> TimeSpan {
    TimeSpan(milliseconds: left.milliseconds - right.milliseconds)
  }
}
