/// What came of asking for the next message.
package enum SocketEvent: Sendable, Equatable {
  /// A message.
  case message(SocketMessage)
  /// None in time.
  case nothing
  /// None will ever come.
  case ended(SocketEnd)
}

/// How a socket ended.
package enum SocketEnd: Sendable, Equatable {
  /// The other side took its leave, of itself or in answer to ours.
  case closed(SocketClose)
  /// The connection was gone without a word, or was left after an error.
  case cut
  /// The other side did not answer our leave in time.
  case unanswered
}
