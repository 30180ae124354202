/// What came whole over a socket, however many frames it took.
///
/// Its bytes are lent: whoever has let go of them before asking for the next message spares the memory
/// for another copy.
package enum SocketMessage: Sendable, Equatable {
  /// Text, found to be UTF-8.
  case text([UInt8])
  /// Anything.
  case binary([UInt8])

  /// The bytes, whatever they are.
  package var bytes: [UInt8] {
    switch self {
    case .text(let bytes), .binary(let bytes): bytes
    }
  }
}
