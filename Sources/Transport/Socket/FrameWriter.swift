/// Makes frames as a client sends them.
enum FrameWriter {
  /// Adds a whole frame to the end of some bytes.
  ///
  /// - Parameter mask: Bytes that nobody can foresee, others for every frame; they keep what is sent
  ///   from being taken for another protocol on its way.
  static func append(
    _ kind: FrameKind, _ content: some Collection<UInt8>, mask: UInt32, to bytes: inout [UInt8]
  ) {
    bytes.reserveCapacity(bytes.count + content.count + 14)
    bytes.append(0x80 | kind.rawValue)
    appendLength(content.count, to: &bytes)
    for turn in 0..<4 { bytes.append(byte(turn, of: mask)) }
    var turn = 0
    for value in content {
      bytes.append(value ^ byte(turn, of: mask))
      turn += 1
    }
  }

  /// The length in its shortest form, and the bit that says that a mask follows.
  private static func appendLength(_ length: Int, to bytes: inout [UInt8]) {
    let size: Int
    switch length {
    case ..<126:
      bytes.append(0x80 | UInt8(length))
      return
    case ...0xFFFF: (_, size) = (bytes.append(0x80 | 126), 2)
    default: (_, size) = (bytes.append(0x80 | 127), 8)
    }
    for place in (0..<size).reversed() {
      bytes.append(UInt8(truncatingIfNeeded: length >> (8 * place)))
    }
  }

  private static func byte(_ turn: Int, of mask: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: mask >> UInt32(24 - 8 * (turn & 3)))
  }
}
