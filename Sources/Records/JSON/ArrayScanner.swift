/// Finds where the elements of a JSON array end.
///
/// It only matches brackets outside strings. A raw line end cannot stand in a string, so it ends one
/// that was never closed, and a bracket closes whatever was left open inside it: most broken
/// elements cost their neighbours nothing.
struct ArrayScanner: Sendable {
  /// The open brackets, the innermost in the lowest bit: 1 for a brace.
  private var braces: UInt64 = 0
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// Whether something stands since the last comma between elements.
  private var hasContent = false
  /// Whether the closing bracket of the array was seen.
  private(set) var isClosed = false

  /// Takes one byte: true when it ends an element, a comma or the bracket of the array itself.
  mutating func endsElement(_ byte: UInt8) -> Bool {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") {
        isInString = false
      }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"): open(brace: 1)
    case UInt8(ascii: "["): open(brace: 0)
    case UInt8(ascii: "}"): close(brace: 1)
    case UInt8(ascii: "]"):
      if !isOpen(brace: 0) {
        isClosed = true
        return true
      }
      close(brace: 0)
    case UInt8(ascii: ","):
      guard depth == 0 else { return false }
      defer { hasContent = false }
      return hasContent
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      return false
    default: break
    }
    hasContent = true
    return false
  }

  private mutating func open(brace: UInt64) {
    braces = braces << 1 | brace
    depth += 1
  }

  /// Whether a bracket of this kind is open, as far as the memory for them goes back.
  private func isOpen(brace: UInt64) -> Bool {
    if depth > UInt64.bitWidth { return true }
    let known: UInt64 = depth == UInt64.bitWidth ? .max : (1 << UInt64(depth)) - 1
    return (brace == 1 ? braces : ~braces) & known != 0
  }

  private mutating func close(brace: UInt64) {
    guard isOpen(brace: brace) else { return }
    while depth > 0, braces & 1 != brace { drop() }
    if depth > 0 { drop() }
  }

  private mutating func drop() {
    braces >>= 1
    depth -= 1
  }

  /// The place after the last element in these bytes: at its comma, or after the array's bracket.
  mutating func lastElementEnd(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var end: Int?
    for index in 0..<bytes.count where unsafe endsElement(bytes[index]) {
      end = isClosed ? index + 1 : index
      if isClosed { break }
    }
    return end
  }
}
