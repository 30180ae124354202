public import Scalars

/// What a field holds and what an expression comes to.
///
/// A value is plain data: it owns nothing, and making or copying one never allocates.
@frozen
public enum Value {
  /// Nothing: a missing field, or a result that does not exist.
  case null
  /// True or false.
  case boolean(Bool)
  /// A number, exact unless it came from a binary fraction or left the exact range.
  case number(Number)
  /// A moment.
  case time(Timestamp)
  /// A calendar day.
  case day(Day)
  /// UTF-8 bytes that live in the record or in the expression.
  case text(BorrowedText)
  /// An array or an object.
  case other
  /// An operation met a value of a type that it does not take.
  case failure(Failure)

  /// The type, or nil for null and for a failure.
  @inlinable
  public var type: ValueType? {
    switch self {
    case .null, .failure: nil
    case .boolean: .boolean
    case .number: .number
    case .time: .time
    case .day: .day
    case .text: .text
    case .other: .other
    }
  }
}
