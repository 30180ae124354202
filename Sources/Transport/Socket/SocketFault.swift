/// How frames break the protocol of sockets.
package enum SocketFault: Error, Sendable, Equatable, CaseIterable {
  /// Bits are set that mean nothing, for no extension was agreed upon.
  case reservedBits
  /// A frame is of a kind that there is not.
  case kind
  /// A frame is masked, as only those to a server are.
  case masked
  /// A length is not in its shortest form, or is more than there can be.
  case length
  /// A frame that steers is too long, or in pieces.
  case control
  /// A piece continues nothing, or a message begins within another.
  case order
  /// A message is larger than allowed.
  case tooLarge
  /// Text is not UTF-8.
  case text
  /// A closing frame has half a code, or one that may not be sent.
  case closing

  /// The code to take leave with.
  var code: UInt16 {
    switch self {
    case .text: SocketClose.badText
    case .tooLarge: SocketClose.tooLarge
    default: SocketClose.protocolError
    }
  }
}
