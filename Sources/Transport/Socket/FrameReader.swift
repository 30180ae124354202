/// Finds messages in what a server sends, wherever that is cut into pieces.
///
/// The memory for messages is used again for the next one, and never more of it than the limit allows.
struct FrameReader {
  /// What was found.
  enum Item: Equatable {
    case message(SocketMessage)
    case ping([UInt8])
    case pong
    case close(SocketClose)
  }

  /// The most bytes of a message.
  private let limit: Int
  private var head = FrameHead()
  private var isInContent = false
  /// The bytes of content that are still to come.
  private var rest = 0
  /// What kind of message has begun and not ended.
  private var begun: FrameKind?
  private var message: [UInt8] = []
  private var control: [UInt8] = []

  init(limit: Int) {
    self.limit = limit
  }

  /// Reads on in some bytes and moves the place behind what it has read; nil where it needs more.
  ///
  /// After a fault nothing more can be read.
  mutating func next(in bytes: [UInt8], from place: inout Int, to end: Int) throws(SocketFault)
    -> Item?
  {
    while true {
      if !isInContent {
        guard try readHead(in: bytes, from: &place, to: end) else { return nil }
        try begin()
      }
      readContent(in: bytes, from: &place, to: end)
      guard rest == 0 else { return nil }
      isInContent = false
      defer { head = FrameHead() }
      if let item = try finished() { return item }
    }
  }

  private mutating func readHead(
    in bytes: [UInt8], from place: inout Int, to end: Int
  ) throws(SocketFault) -> Bool {
    while place < end {
      place += 1
      if try head.take(bytes[place - 1]) { return true }
    }
    return false
  }

  /// Makes ready for the content of a frame.
  private mutating func begin() throws(SocketFault) {
    if head.kind.isControl {
      control.removeAll(keepingCapacity: true)
    } else {
      guard (head.kind == .continuation) == (begun != nil) else { throw .order }
      if begun == nil {
        begun = head.kind
        message.removeAll(keepingCapacity: true)
      }
      guard head.length <= UInt64(limit - message.count) else { throw .tooLarge }
    }
    rest = Int(head.length)
    isInContent = true
  }

  private mutating func readContent(in bytes: [UInt8], from place: inout Int, to end: Int) {
    let count = min(rest, end - place)
    if head.kind.isControl {
      control += bytes[place..<place + count]
    } else {
      message += bytes[place..<place + count]
    }
    place += count
    rest -= count
  }

  /// What a frame brings that has come whole; nil for a piece that is not the last.
  private mutating func finished() throws(SocketFault) -> Item? {
    switch head.kind {
    case .ping: return .ping(control)
    case .pong: return .pong
    case .close: return .close(try SocketClose(content: control))
    case .continuation, .text, .binary:
      guard head.isLast else { return nil }
      let isText = begun == .text
      begun = nil
      guard isText else { return .message(.binary(message)) }
      guard Self.isText(message) else { throw .text }
      return .message(.text(message))
    }
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }
}
