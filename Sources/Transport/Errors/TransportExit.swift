/// What a failure of the network means to whoever started the program.
///
/// The shell turns it into a number; nothing below the shell knows the numbers.
package enum TransportExit: Sendable, Equatable {
  /// The server cannot be reached, cannot be trusted, or refused.
  case unavailable
  /// It may work later.
  case tryLater
  /// The other side answered something that is not its protocol.
  case foreignProtocol
  /// The login was refused.
  case loginRefused
  /// What was to be sent, or where to, cannot be right.
  case configuration
}
