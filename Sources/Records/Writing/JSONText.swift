/// Writes texts as JSON strings.
enum JSONText {
  /// Appends a text in quotes, with escapes where JSON or a reader of lines needs them.
  ///
  /// Control characters, U+007F and the two line separators of Unicode are escaped, so that a
  /// record never breaks a line or a terminal.
  static func write(_ text: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer) {
    buffer.append(UInt8(ascii: "\""))
    var index = 0
    while index < text.count {
      let byte = unsafe text[index]
      if byte == 0xE2, index + 2 < text.count, unsafe text[index + 1] == 0x80,
        unsafe text[index + 2] & 0xFE == 0xA8
      {
        unsafe buffer.append(text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
        index += 3
        continue
      }
      write(byte, to: &buffer)
      index += 1
    }
    buffer.append(UInt8(ascii: "\""))
  }

  private static func write(_ byte: UInt8, to buffer: inout ByteBuffer) {
    switch byte {
    case UInt8(ascii: "\""): buffer.append("\\\"")
    case UInt8(ascii: "\\"): buffer.append("\\\\")
    case 0x0A: buffer.append("\\n")
    case 0x0D: buffer.append("\\r")
    case 0x09: buffer.append("\\t")
    case 0x00..<0x20, 0x7F:
      buffer.append("\\u00")
      buffer.append(hexDigit(byte >> 4))
      buffer.append(hexDigit(byte & 15))
    default: buffer.append(byte)
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
