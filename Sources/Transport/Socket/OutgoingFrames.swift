/// Frames on their way out, as far as the connection has not taken them yet.
struct OutgoingFrames {
  /// More room than this is not kept for the next frames.
  private static let mostKept = 64 << 10

  private(set) var bytes: [UInt8] = []
  /// The first byte that was not taken yet.
  var place = 0
  /// The content of the last ping that was not answered.
  private var pongOwed: [UInt8]?

  /// Whether all was taken.
  var isEmpty: Bool { place == bytes.count && pongOwed == nil }

  /// Adds a frame behind all others.
  mutating func add(_ kind: FrameKind, _ content: some Collection<UInt8>, mask: UInt32) {
    forgetSent()
    FrameWriter.append(kind, content, mask: mask, to: &bytes)
  }

  /// Remembers a ping; where others before it still wait for their answer, it stands for them.
  mutating func owePong(_ content: [UInt8]) { pongOwed = content }

  /// Adds the answer to the last ping once all else was taken, so that pings cannot pile up.
  mutating func addPong(mask: @autoclosure () -> UInt32) {
    guard place == bytes.count, let content = pongOwed else { return }
    pongOwed = nil
    add(.pong, content, mask: mask())
  }

  private mutating func forgetSent() {
    guard place == bytes.count else { return }
    place = 0
    if bytes.capacity > Self.mostKept { bytes = [] } else { bytes.removeAll(keepingCapacity: true) }
  }
}
