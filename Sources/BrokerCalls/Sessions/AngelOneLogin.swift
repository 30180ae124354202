package import Brokers
internal import Scalars
package import Transport

/// Logs in at Angel One, with the PIN and a code of the authenticator app.
package struct AngelOneLogin: Login {
  private let broker: AngelOne
  private let clientCode: String
  private let pin: Secret
  private let codes: OneTimeCode

  package let isHeadless = true

  /// Takes what a login shows.
  package init(_ broker: AngelOne, clientCode: String, pin: Secret, _ codes: OneTimeCode) {
    self.broker = broker
    self.clientCode = clientCode
    self.pin = pin
    self.codes = codes
  }

  /// What the broker says to a code that it does not accept.
  private static let badCode = "AB1050"

  package func session(
    _ remedy: SessionRemedy, after earlier: BrokerSession?, by sender: CallSender,
    usedWindow: Int64?, using: (Int64) throws -> Void
  ) throws -> BrokerSession {
    if remedy == .refresh, case .angelOne(let session)? = earlier,
      session.isGood(at: sender.courier.now), let made = try refreshed(session, by: sender)
    {
      return made
    }
    var used = usedWindow
    for isLast in [false, true] {
      switch try logIn(by: sender, usedWindow: &used, using: using) {
      case .ok(let session): return session
      // The code may have grown old on its way, and is not good a second time.
      case .rejected(let failure) where failure.code == Self.badCode && !isLast: continue
      case .rejected(let failure) where failure.code == Self.badCode:
        throw CallFailure(
          .login, .angelOne, "two codes in a row were refused: \(failure.message)",
          remedy: "check BROKER_TOTP_SECRET and the clock of this machine")
      case let outcome: throw Self.failure(outcome)
      }
    }
    preconditionFailure("the last try returns or throws")
  }

  /// A session by the refresh token; nil where it is not given, and a login has to follow.
  private func refreshed(
    _ session: SmartAPISession, by sender: CallSender
  ) throws -> BrokerSession? {
    guard
      case .ok(let made) = try sender.ask(broker.refresh(session), in: .angelOne(session))
    else { return nil }
    return made
  }

  private func logIn(
    by sender: CallSender, usedWindow: inout Int64?, using: (Int64) throws -> Void
  ) throws -> BrokerOutcome<BrokerSession> {
    let wait = OneTimeCode.wait(at: sender.courier.now, used: usedWindow)
    if wait.milliseconds > 0 { try sender.courier.pause(.milliseconds(wait.milliseconds)) }
    let now = sender.courier.now
    let window = OneTimeCode.number(at: now)
    usedWindow = window
    try using(window)
    return try sender.ask(
      broker.logIn(clientCode: clientCode, pin: pin, code: codes.code(at: now)))
  }

  package func logOut(_ session: BrokerSession, by sender: CallSender) throws {
    let outcome = try sender.ask(broker.logOut(clientCode: clientCode), in: session)
    // What the broker does not know any more is over as well.
    if case .session = outcome { return }
    if outcome.failure != nil { throw Self.failure(outcome) }
  }

  private static func failure<Value>(_ outcome: BrokerOutcome<Value>) -> CallFailure {
    let failure = outcome.failure ?? BrokerFailure(message: "no session came back")
    return switch outcome {
    case .rateLimited: CallFailure(failure, .tryLater, .angelOne)
    case .transient: CallFailure(failure, .unavailable, .angelOne)
    case .protocolBroken: CallFailure(failure, .notTheProtocol, .angelOne)
    case .ok, .nothing, .session, .rejected: CallFailure(failure, .login, .angelOne)
    }
  }
}
