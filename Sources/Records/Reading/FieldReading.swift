public import Scalars

/// The value of a field, read as the field is declared.
@frozen
public enum FieldReading {
  /// The record does not have the field, or it is null, and it need not have it.
  case null
  /// A truth value.
  case boolean(Bool)
  /// A number.
  case number(Number)
  /// A text; its bytes are there until the next record is read.
  case text(BorrowedText)
  /// A moment.
  case time(Timestamp)
  /// A calendar day.
  case day(Day)
  /// A list or an object.
  case other
}
