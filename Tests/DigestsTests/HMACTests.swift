import Digests
import Testing

/// The vectors of RFC 2202, section 3, for SHA-1 and of RFC 4231 for SHA-256.
struct HMACTests {
  struct Vector: Sendable {
    let key: [UInt8]
    let message: [UInt8]
    let expected: String

    init(_ key: [UInt8], _ message: [UInt8], _ expected: String) {
      (self.key, self.message, self.expected) = (key, message, expected)
    }

    init(_ key: [UInt8], _ message: String, _ expected: String) {
      self.init(key, Array(message.utf8), expected)
    }
  }

  private static func times(_ count: Int, _ byte: UInt8) -> [UInt8] {
    Array(repeating: byte, count: count)
  }

  static let ofSHA1: [Vector] = [
    Vector(times(20, 0x0B), "Hi There", "b617318655057264e28bc0b6fb378c8ef146be00"),
    Vector(
      Array("Jefe".utf8), "what do ya want for nothing?",
      "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
    Vector(times(20, 0xAA), times(50, 0xDD), "125d7342b9ac11cd91a39af48aa17b4f63f175d3"),
    Vector(Array(1...25), times(50, 0xCD), "4c9007f4026250c6bc8414f9bf50c86c2d7235da"),
    Vector(
      times(20, 0x0C), "Test With Truncation", "4c1a03424b55e07fe7f27be1d58bb9324a9a5a04"),
    Vector(
      times(80, 0xAA), "Test Using Larger Than Block-Size Key - Hash Key First",
      "aa4ae5e15272d00e95705637ce8a3b55ed402112"),
    Vector(
      times(80, 0xAA),
      "Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data",
      "e8e99d0f45237d786d6bbaa7965c7808bbff1a91"),
  ]

  @Test(arguments: ofSHA1)
  func codesWithSHA1(_ vector: Vector) {
    #expect(hexadecimal(HMAC<SHA1>.code(of: vector.message, key: vector.key)) == vector.expected)
  }

  static let ofSHA256: [Vector] = [
    Vector(
      times(20, 0x0B), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    Vector(
      Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    Vector(
      times(131, 0xAA), "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
  ]

  @Test(arguments: ofSHA256)
  func codesWithSHA256(_ vector: Vector) {
    #expect(hexadecimal(HMAC<SHA256>.code(of: vector.message, key: vector.key)) == vector.expected)
  }
}
