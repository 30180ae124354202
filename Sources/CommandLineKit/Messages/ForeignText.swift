/// Text that came from outside, made fit for a terminal or a log.
///
/// Nothing in it can move the cursor, change a colour or turn the reading direction.
package enum ForeignText {
  /// How many characters of a quoted text are shown.
  package static let quotedLength = 40

  /// The text in double quotes, cut after 40 characters, everything but printable ASCII escaped.
  package static func quoted(_ text: String) -> String { quoted(text.utf8) }

  /// The bytes in double quotes, like a text; a byte that is not UTF-8 is shown as `\xff`.
  package static func quoted(_ bytes: some Sequence<UInt8>) -> String {
    // A character has at most four bytes; one more than is shown tells whether to cut.
    let bytes = Array(bytes.prefix(4 * (quotedLength + 1)))
    var result = "\""
    var place = 0
    for _ in 0..<quotedLength where place < bytes.count {
      let (piece, length) = firstCharacter(of: bytes[place...])
      result += piece
      place += length
    }
    return result + (place < bytes.count ? "…\"" : "\"")
  }

  /// The text with control and direction characters escaped, for names that must stay readable.
  package static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isDangerous) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      result += isDangerous(scalar) ? escape(scalar) : String(scalar)
    }
  }

  private static func firstCharacter(of bytes: ArraySlice<UInt8>) -> (shown: String, length: Int) {
    var rest = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    guard case .valid(let encoded) = parser.parseScalar(from: &rest) else {
      return ("\\x" + hexadecimal(UInt32(bytes[bytes.startIndex]), digits: 2), 1)
    }
    let scalar = Unicode.UTF8.decode(encoded)
    let shown =
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case " "..."~": String(scalar)
      default: escape(scalar)
      }
    return (shown, encoded.count)
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16))}"
  }

  /// The number in hexadecimal, with zeros in front up to `digits`.
  static func hexadecimal(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// Whether a terminal may obey the character instead of showing it.
  static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true  // C0, delete, C1
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // direction
    case 0x2028, 0x2029, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true  // lines, marks, tags
    default: false
    }
  }
}
