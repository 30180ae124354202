/// Writes texts as JSON strings.
public enum JSONText {
  /// A text in quotes.
  public static func quoted(_ text: String) -> String {
    var buffer = ByteBuffer(capacity: text.utf8.count + 16)
    write(text, to: &buffer)
    return buffer.text
  }

  /// Appends a text in quotes.
  public static func write(_ text: String, to buffer: inout ByteBuffer) {
    var text = text
    text.withUTF8 { unsafe write($0, to: &buffer) }
  }

  /// Appends a text in quotes, with escapes where JSON or a reader of lines needs them.
  ///
  /// Control characters, U+007F and the two line separators of Unicode are escaped, so that a
  /// record never breaks a line or a terminal.
  static func write(_ text: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer) {
    buffer.append(UInt8(ascii: "\""))
    if let start = text.baseAddress {
      var place = unsafe start
      let end = unsafe start + text.count
      while true {
        let plain = unsafe plainText(from: place, to: end)
        unsafe buffer.append(UnsafeBufferPointer(start: place, count: plain))
        unsafe place += plain
        if unsafe place == end { break }
        unsafe place += writeUnusual(from: place, to: end, into: &buffer)
      }
    }
    buffer.append(UInt8(ascii: "\""))
  }

  /// How many bytes from here on stand in a string as they are.
  @inline(__always)
  private static func plainText(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var place = unsafe start
    while unsafe end - place >= 8 {
      let bytes = unsafe JSONScan.word(at: place)
      let quote = bytes ^ 0x2222_2222_2222_2222
      let backslash = bytes ^ 0x5C5C_5C5C_5C5C_5C5C
      // As in ``JSONScan/plainText(at:)``; the last term also finds U+007F.
      let special =
        ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
        | ((bytes &- 0x2020_2020_2020_2020) & ~bytes) | bytes | (bytes &+ ones)
      let others = special & 0x8080_8080_8080_8080
      unsafe place += others == 0 ? 8 : others.trailingZeroBitCount / 8
      if others != 0 { return unsafe place - start }
    }
    while unsafe place < end && isPlain(place.pointee) { unsafe place += 1 }
    return unsafe place - start
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// Appends a byte, or a line separator of Unicode, that may need an escape, and returns its length.
  private static func writeUnusual(
    from place: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, into buffer: inout ByteBuffer
  ) -> Int {
    if unsafe place[0] == 0xE2 && end - place > 2 && place[1] == 0x80 && place[2] & 0xFE == 0xA8 {
      unsafe buffer.append(place[2] == 0xA8 ? "\\u2028" : "\\u2029")
      return 3
    }
    unsafe write(place.pointee, to: &buffer)
    return 1
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
