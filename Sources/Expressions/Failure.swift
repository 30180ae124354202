/// A type error that shows only when the record is known, because a field has no declared type.
///
/// It is small enough to be a value; `Expression.error(for:)` makes the sentence and the caret.
@frozen
public struct Failure: Equatable, Sendable {
  /// The operand at which the operation failed, as an index into the nodes of the expression.
  @usableFromInline let node: UInt16

  /// The type that was found there.
  public let found: ValueType

  /// The type of the operand before it, where the operation joins two.
  public let previous: ValueType?
}
