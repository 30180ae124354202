/// Bytes as letters and digits, by RFC 4648, section 6.
package enum Base32 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  /// The bytes that a text stands for; nil where it holds a character that has no place in one.
  ///
  /// Authenticator apps show secrets in groups and in small letters: blanks, hyphens and the case of
  /// letters do not matter, and neither do the `=` at the end.
  package static func bytes(_ text: [UInt8]) -> [UInt8]? {
    var plain = text.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
    while plain.last == UInt8(ascii: "=") { plain.removeLast() }
    var bytes: [UInt8] = []
    var (bits, count): (UInt32, UInt32) = (0, 0)
    for byte in plain {
      let isSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      guard let value = letters.firstIndex(of: isSmall ? byte - 32 : byte) else { return nil }
      bits = bits << 5 | UInt32(value)
      count += 5
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      bits &= 1 << count - 1
    }
    // A letter that adds nothing to a byte was left over, or one is missing.
    return count < 5 ? bytes : nil
  }
}
