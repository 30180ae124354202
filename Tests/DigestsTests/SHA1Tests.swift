import Digests
import Testing

/// The vectors of RFC 3174, section 7.3, and lengths around the size of a block.
struct SHA1Tests {
  static let vectors: [(part: String, times: Int, expected: String)] = [
    ("abc", 1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
    ("a", 1_000_000, "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
    (
      "0123456701234567012345670123456701234567012345670123456701234567", 10,
      "dea356a2cddd90c7a7ecedc5ebb563934f460452"
    ),
  ]

  @Test("published vectors", arguments: vectors)
  func published(_ vector: (part: String, times: Int, expected: String)) {
    let text = String(repeating: vector.part, count: vector.times)
    #expect(hexadecimal(SHA1.bytes(of: Array(text.utf8))) == vector.expected)
  }

  /// Made with `python3 -c "import hashlib; …"` over the bytes 0, 1, 2, … of each length.
  @Test(
    "lengths around a block",
    arguments: [
      (0, "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
      (55, "8ae2d46729cfe68ff927af5eec9c7d1b66d65ac2"),
      (56, "636e2ec698dac903498e648bd2f3af641d3c88cb"),
      (63, "6d942da0c4392b123528f2905c713a3ce28364bd"),
      (64, "c6138d514ffa2135bfce0ed0b8fac65669917ec7"),
      (65, "69bd728ad6e13cd76ff19751fde427b00e395746"),
      (119, "41c89d06001bab4ab78736b44efe7ce18ce6ae08"),
      (120, "d3dbd653bd8597b7475321b60a36891278e6a04a"),
      (128, "e6434bc401f98603d7eda504790c98c67385d535"),
    ])
  func lengths(count: Int, expected: String) {
    #expect(hexadecimal(SHA1.bytes(of: (0..<count).map { UInt8($0) })) == expected)
  }
}

/// Bytes as digits, two each.
func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
