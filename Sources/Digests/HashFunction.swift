/// A hash that works on blocks, as HMAC needs one.
package protocol HashFunction {
  /// How many bytes a block has.
  static var blockSize: Int { get }

  /// The hash of bytes that are all there.
  static func bytes(of message: [UInt8]) -> [UInt8]
}

extension SHA256: HashFunction {
  /// The hash as its 32 bytes.
  package static func bytes(of message: [UInt8]) -> [UInt8] {
    digest(of: message.span).bytes
  }
}
