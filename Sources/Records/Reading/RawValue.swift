/// What kind of value stands in a field, before anybody asks what it means; those that nest come last.
@frozen
public enum RawKind: UInt8, Sendable {
  /// The record does not have the field.
  case missing
  /// JSON's null, or an empty cell.
  case null
  /// JSON's false.
  case `false`
  /// JSON's true.
  case `true`
  /// A JSON number.
  case number
  /// A JSON string; the bytes are those between its quotes.
  case text
  /// The cell of a table, which may turn out to be a number or a text.
  case cell
  /// A JSON array.
  case list
  /// A JSON object.
  case object
}

/// A value as it stands in the record: its bytes, not yet read.
///
/// The bytes belong to the reader and are there until it reads the next record.
@safe
public struct RawValue {
  /// What kind of value it is.
  public let kind: RawKind
  /// Whether the bytes are JSON text with escapes still in it.
  let hasEscapes: Bool
  /// The bytes of the value; for a string, those between the quotes.
  let bytes: UnsafeBufferPointer<UInt8>

  init(kind: RawKind, hasEscapes: Bool = false, bytes: UnsafeBufferPointer<UInt8>) {
    self.kind = kind
    self.hasEscapes = hasEscapes
    unsafe self.bytes = unsafe bytes
  }

  /// The value at a span of the record that begins at `start`; a JSON string loses its quotes.
  @inline(__always)
  init(_ span: ValueSpan, at start: UnsafePointer<UInt8>) {
    let quotes = span.kind == .text ? 1 : 0
    unsafe self.init(
      kind: span.kind, hasEscapes: span.hasEscapes,
      bytes: UnsafeBufferPointer(
        start: start + Int(span.start) + quotes, count: Int(span.end - span.start) - 2 * quotes))
  }

  /// The value of a field that is not there.
  static var missing: RawValue {
    unsafe RawValue(kind: .missing, bytes: UnsafeBufferPointer(start: nil, count: 0))
  }

  /// The bytes as an array, cut to what can be quoted in a message.
  var quotable: [UInt8] {
    unsafe Array(bytes.prefix(RecordProblem.longestQuote))
  }
}
