package import Brokers
internal import Scalars
internal import Transport

/// Logs in at Kite, which takes a person with a browser each morning.
package struct KiteLogin: Login {
  private let broker: Kite

  package let isHeadless = false

  package init(_ broker: Kite) { self.broker = broker }

  package func session(
    _ remedy: SessionRemedy, after earlier: BrokerSession?, by sender: CallSender,
    usedWindow: Int64?, using: (Int64) throws -> Void
  ) throws -> BrokerSession {
    var past = ""
    if case .kite(let session)? = earlier { past = "; the last one began on \(session.start.day)" }
    throw CallFailure(
      .login, .kite, "there is no session for today\(past)",
      remedy: "log in with angelx fetch-chain --broker kite --log-in")
  }

  /// A session by what the browser was sent back with.
  package func session(
    _ token: KiteRequestToken, by sender: CallSender
  ) throws -> BrokerSession {
    let outcome = try sender.ask(broker.logIn(token))
    if case .ok(let session) = outcome { return session }
    throw CallFailure(
      outcome.failure ?? BrokerFailure(message: "no session came back"), .login, .kite)
  }

  package func logOut(_ session: BrokerSession, by sender: CallSender) throws {
    guard case .kite(let kept) = session else { return }
    let outcome = try sender.ask(broker.logOut(kept), in: session)
    // What the broker does not know any more is over as well.
    if case .session = outcome { return }
    if let failure = outcome.failure { throw CallFailure(failure, .login, .kite) }
  }
}
