package import Market
package import Scalars

/// The prices of a span of time.
package struct Candle: Sendable, Hashable {
  /// When it begins.
  package let start: Timestamp
  /// The day of its session, as the broker writes it: the day of a daily candle is no instant.
  package let day: Day
  /// The prices.
  package let open, high, low, close: Money
  /// How much was traded; zero for an index.
  package let volume: Int64
  /// The open interest at its end; nil where it was not asked for, or there is none.
  package internal(set) var openInterest: Int64?
}

/// The open interest at a moment; where there is no point, it is not known and not zero.
package struct OpenInterestPoint: Sendable, Hashable {
  /// When it was.
  package let time: Timestamp
  /// How many units were open.
  package let openInterest: Int64
}
