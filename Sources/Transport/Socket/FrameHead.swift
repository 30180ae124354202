/// What goes before the content of a frame, taken byte by byte as it comes.
struct FrameHead {
  private(set) var kind = FrameKind.continuation
  /// Whether it ends a message.
  private(set) var isLast = false
  /// The bytes of content that follow.
  private(set) var length: UInt64 = 0
  /// The bytes that have come.
  private var count = 0
  /// The bytes that it has, as far as is known.
  private var size = 2

  /// Takes a byte and says whether it was the last.
  mutating func take(_ byte: UInt8) throws(SocketFault) -> Bool {
    switch count {
    case 0: try takeKind(byte)
    case 1: try takeShortLength(byte)
    default: length = length << 8 | UInt64(byte)
    }
    count += 1
    guard count == size else { return false }
    try checkLength()
    return true
  }

  private mutating func takeKind(_ byte: UInt8) throws(SocketFault) {
    guard byte & 0x70 == 0 else { throw .reservedBits }
    guard let kind = FrameKind(rawValue: byte & 0x0F) else { throw .kind }
    self.kind = kind
    isLast = byte & 0x80 != 0
    if kind.isControl, !isLast { throw .control }
  }

  private mutating func takeShortLength(_ byte: UInt8) throws(SocketFault) {
    guard byte & 0x80 == 0 else { throw .masked }
    if kind.isControl, byte > 125 { throw .control }
    switch byte {
    case 126: size = 4
    case 127: size = 10
    default: length = UInt64(byte)
    }
  }

  /// One length has one form, and its first bit is none of it.
  private func checkLength() throws(SocketFault) {
    let least: UInt64 = size == 4 ? 126 : size == 10 ? 0x1_0000 : 0
    guard length >= least, length >> 63 == 0 else { throw .length }
  }
}
