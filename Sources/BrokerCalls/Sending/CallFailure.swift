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
    /// What was asked for is none of what it lists.
    case notListed
    /// What it answered is none of its answers.
    case notTheProtocol
    /// A recording has nothing about the question.
    case notRecorded
    /// A recording has an answer to the question that cannot be read any more.
    case damagedRecording
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
    case .unavailable, .tryLater, .login, .refused, .notListed, .notTheProtocol, .configuration:
      true
    case .notRecorded, .damagedRecording, .interrupted: false
    }
  }

  /// Whether only this answer is missing: others, of the same broker too, may come.
  package var isOfOneAnswer: Bool { isOfOneBroker || kind == .damagedRecording }

  /// A short stable name of the failure, for machines that read the messages.
  package var code: String {
    switch kind {
    case .unavailable: "unavailable"
    case .tryLater: "try-later"
    case .login: "login"
    case .refused: "refused"
    case .notListed: "not-listed"
    case .notTheProtocol: "not-the-protocol"
    case .notRecorded: "not-recorded"
    case .damagedRecording: "damaged-recording"
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
    // Brokers are only read: nothing has happened that must not happen twice.
    let isCut = if case .incomplete = error { true } else { false }
    self.init(
      kind, broker, host + error.problem, remedy: isCut ? "try again later" : error.remedy)
  }

  /// What a broker has answered.
  ///
  /// - Parameter group: what was asked for, where the broker's words do not say it.
  init(
    _ failure: BrokerFailure, _ kind: Kind, _ broker: BrokerID, to group: LimitGroup? = nil
  ) {
    let code = failure.code.isEmpty ? "" : " (\(failure.code))"
    let subject = group.flatMap { $0.name == "other" ? nil : "'\($0.name)' call: " } ?? ""
    let remedy =
      failure.concernsAddress
      ? "register the address that this machine has at the broker, or call from the registered one"
      : Self.remedy(kind, broker)
    self.init(kind, broker, subject + failure.message + code, remedy: remedy)
  }

  private static func remedy(_ kind: Kind, _ broker: BrokerID) -> String? {
    switch (kind, broker) {
    case (.tryLater, _): "try again in some minutes"
    case (.unavailable, _): "try again later"
    case (.login, .angelOne):
      "check BROKER_API_KEY, BROKER_CLIENT_CODE, BROKER_PIN and BROKER_TOTP_SECRET"
    case (.login, .kite): "log in with angelx fetch-chain --broker kite --log-in"
    case (.refused, _): "ask the broker why"
    case (.notTheProtocol, _):
      "try once more, and if it comes again check that the address is the one meant"
    default: nil
    }
  }
}

extension TransportError {
  fileprivate var isInterruption: Bool {
    if case .interrupted = self { true } else { false }
  }
}
