/// What can go wrong between the program and a server.
///
/// It names the host and nothing else of what was sent or received: no path, no query, no header, no
/// body, no login. The one exception are the words that a server gives as its reason in a header that
/// was asked for, and those are looked through for secrets first.
package enum TransportError: Error, Equatable, Sendable {
  /// The library that speaks to networks cannot be used.
  case library(LibraryFault)
  /// An address cannot be used; it is not repeated here.
  case badAddress(AddressFault)
  /// What was to be sent cannot be sent; nothing was.
  case unsendable(host: String, SendingFault)
  /// The host has no address.
  case cannotResolve(host: String)
  /// Nothing answers there, or not to us.
  case cannotConnect(host: String)
  /// No encrypted connection came about.
  case cannotEncrypt(host: String)
  /// Time ran out.
  case timedOut(host: String, WaitingStage)
  /// Who answers cannot prove to be the host.
  case certificateRefused(host: String, CertificateFault)
  /// The answer is larger than allowed.
  case tooLarge(host: String, AnswerPart, limit: Int)
  /// The connection ended before the answer did; what was asked for may have happened.
  case incomplete(host: String)
  /// The connection over which something was to go is there no more.
  case ended(host: String)
  /// The answer is not of the protocol.
  case notTheProtocol(host: String, ProtocolFault)
  /// The server refused.
  case refused(host: String, Refusal)
  /// The server refused the login.
  case loginRefused(host: String, Refusal)
  /// The server asked to be left alone for longer than this command may wait.
  case askedToWait(host: String, seconds: Int)
  /// Whoever asked no longer wants the answer.
  case interrupted(host: String)
  /// Something rare, by its number and name in libcurl.
  case failed(host: String, number: Int, name: String)
}

extension TransportError {
  /// The host, with its port where that was given; nil where there is none yet.
  package var host: String? {
    switch self {
    case .library, .badAddress: nil
    case .unsendable(let host, _), .cannotResolve(let host), .cannotConnect(let host),
      .cannotEncrypt(let host), .timedOut(let host, _), .certificateRefused(let host, _),
      .tooLarge(let host, _, _), .incomplete(let host), .ended(let host),
      .notTheProtocol(let host, _),
      .refused(let host, _), .loginRefused(let host, _), .askedToWait(let host, _),
      .interrupted(let host), .failed(let host, _, _):
      host
    }
  }

  /// What the program should tell whoever started it.
  package var exitClass: TransportExit {
    switch self {
    case .badAddress, .unsendable, .certificateRefused(_, .unreadableAuthorities): .configuration
    case .notTheProtocol, .tooLarge: .foreignProtocol
    case .loginRefused: .loginRefused
    case .askedToWait, .interrupted: .tryLater
    case .refused(_, let refusal) where refusal.isTemporary: .tryLater
    case .library, .cannotResolve, .cannotConnect, .cannotEncrypt, .timedOut, .certificateRefused,
      .incomplete, .ended, .refused, .failed:
      .unavailable
    }
  }

  /// A short stable name of the failure, for machines that read the messages.
  package var code: String {
    switch self {
    case .library: "network-library"
    case .badAddress: "bad-address"
    case .unsendable: "unsendable"
    case .cannotResolve: "cannot-resolve"
    case .cannotConnect: "cannot-connect"
    case .cannotEncrypt: "cannot-encrypt"
    case .timedOut: "timed-out"
    case .certificateRefused: "certificate"
    case .tooLarge: "answer-too-large"
    case .incomplete: "answer-incomplete"
    case .ended: "connection-ended"
    case .notTheProtocol: "not-the-protocol"
    case .refused: "refused"
    case .loginRefused: "login-refused"
    case .askedToWait: "asked-to-wait"
    case .interrupted: "interrupted"
    case .failed: "network"
    }
  }

  /// Whether trying again at once may help, where what was asked for may be asked for twice.
  var isPassing: Bool {
    switch self {
    case .cannotResolve, .cannotConnect, .cannotEncrypt, .timedOut, .incomplete: true
    default: false
    }
  }
}
