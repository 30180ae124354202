package import Brokers
internal import Scalars
internal import Transport

/// Why a broker did not give what it was asked for.
package struct CallFailure: Error, Sendable {
  /// What kind of failure it is, which says what the caller of the program should do.
  package enum Kind: Sendable, Equatable {
    /// The broker was not reached, or did not answer.
    case unavailable
    /// It was asked too often, or is left alone after it failed.
    case tryLater
    /// It refused the login, or somebody has to log in.
    case login
    /// It understood and refused.
    case refused
    /// What it answered is none of its answers.
    case notTheProtocol
    /// A recording has nothing about the question.
    case notRecorded
    /// Whoever asked no longer wants the answer.
    case interrupted
    /// Something in the configuration keeps it from being asked.
    case configuration
  }

  package let kind: Kind
  /// The broker; nil where it is about none in particular.
  package let broker: BrokerID?
  /// What is wrong.
  package let problem: String
  /// What to do about it.
  package let remedy: String?

  package init(
    _ kind: Kind, _ broker: BrokerID?, _ problem: String, remedy: String? = nil
  ) {
    self.kind = kind
    self.broker = broker
    self.problem = problem
    self.remedy = remedy
  }

  /// Nobody wants the answer any more.
  package static let interrupted = CallFailure(.interrupted, nil, "interrupted")

  /// Whether another broker may have an answer.
  package var isOfOneBroker: Bool {
    switch kind {
    case .unavailable, .tryLater, .login, .refused, .notTheProtocol, .configuration: true
    case .notRecorded, .interrupted: false
    }
  }

  /// A short stable name of the failure, for machines that read the messages.
  package var code: String {
    switch kind {
    case .unavailable: "unavailable"
    case .tryLater: "try-later"
    case .login: "login"
    case .refused: "refused"
    case .notTheProtocol: "not-the-protocol"
    case .notRecorded: "not-recorded"
    case .interrupted: "interrupted"
    case .configuration: "broker-settings"
    }
  }
}

extension CallFailure {
  /// What failed on the way to a broker.
  init(_ error: TransportError, of broker: BrokerID) {
    let kind: Kind =
      switch error.exitClass {
      case .configuration: .configuration
      case .foreignProtocol: .notTheProtocol
      case .loginRefused: .login
      case .tryLater: error.isInterruption ? .interrupted : .tryLater
      case .unavailable: .unavailable
      }
    let host = error.host.map { "\($0): " } ?? ""
    self.init(kind, broker, host + error.problem, remedy: error.remedy)
  }
}

extension TransportError {
  fileprivate var isInterruption: Bool {
    if case .interrupted = self { true } else { false }
  }
}
