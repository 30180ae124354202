/// Bytes as the letters of RFC 4648, section 5, of which tokens are made.
enum Base64URL {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// The bytes that a text stands for, with or without `=` at its end; nil where it is none.
  static func bytes(_ text: some Collection<UInt8>) -> [UInt8]? {
    var plain = Array(text)
    while plain.last == UInt8(ascii: "=") { plain.removeLast() }
    var bytes: [UInt8] = []
    var (bits, count): (UInt32, UInt32) = (0, 0)
    for byte in plain {
      guard let value = letters.firstIndex(of: byte) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      bits &= 1 << count - 1
    }
    return count < 6 ? bytes : nil
  }
}
