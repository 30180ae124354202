/// One field of a record: where its name and its value stand, in bytes from the record's start.
struct JSONMember {
  /// Where the text of the name begins, after its quote.
  var keyStart: Int32
  /// How many bytes the name has as it is written.
  var keyCount: Int32
  /// Where the value begins, quote included.
  var valueStart: Int32 = 0
  /// Where the value ends, quote included.
  var valueEnd: Int32 = 0
  /// What the value is.
  var kind = RawKind.null
  /// Whether the name is written with escapes.
  var keyHasEscapes: Bool
  /// Whether the value is a string written with escapes.
  var valueHasEscapes = false
}
