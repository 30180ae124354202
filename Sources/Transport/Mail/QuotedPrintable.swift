/// The text of a mail in short lines of ASCII, by RFC 2045.
enum QuotedPrintable {
  /// The most characters of a line, the sign of a soft break not counted.
  private static let room = 75

  /// The lines, each with its end, the last one too.
  static func bytes(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    for line in lines(of: Array(text.utf8)) {
      append(line, to: &result)
      result += [0x0D, 0x0A]
    }
    return result
  }

  /// The lines of a text, whichever of the usual ends they have.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.last == 0x0D ? $0.dropLast() : $0 }
  }

  private static func append(_ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var length = 0
    for (place, byte) in zip(line.indices, line) {
      let isLast = place == line.endIndex - 1
      let word = spelling(of: byte, isLast: isLast)
      if length + word.count > room {
        result += [0x3D, 0x0D, 0x0A]
        length = 0
      }
      result += word
      length += word.count
    }
  }

  /// A byte as it is, or by its number; blanks at the end of a line get lost on the way otherwise.
  private static func spelling(of byte: UInt8, isLast: Bool) -> [UInt8] {
    let isBlank = byte == 0x20 || byte == 0x09
    let isPlain = (0x21...0x7E).contains(byte) && byte != 0x3D
    if isPlain || isBlank && !isLast { return [byte] }
    let digits = Array("0123456789ABCDEF".utf8)
    return [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
