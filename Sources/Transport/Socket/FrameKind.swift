/// What a frame is for, by its number in RFC 6455, 5.2.
enum FrameKind: UInt8 {
  case continuation = 0x0
  case text = 0x1
  case binary = 0x2
  case close = 0x8
  case ping = 0x9
  case pong = 0xA

  /// Whether it steers the connection, and may come between the pieces of a message.
  var isControl: Bool { rawValue & 0x8 != 0 }
}
