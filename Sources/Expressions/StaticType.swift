/// What is known of a value before any record is.
enum StaticType: Equatable {
  /// The literal null.
  case null
  /// A field without a declared type, or a result of one.
  case unknown
  case known(ValueType)

  /// The type, where it is known.
  var value: ValueType? {
    if case .known(let type) = self { type } else { nil }
  }
}
