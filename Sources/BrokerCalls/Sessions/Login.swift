package import Brokers
internal import Scalars

/// The way in which sessions at a broker begin and end.
package protocol Login: Sendable {
  /// Whether a session can be made, and made longer, without a person.
  var isHeadless: Bool { get }

  /// Makes a session.
  ///
  /// - Parameters:
  ///   - remedy: whether a refresh is worth trying.
  ///   - earlier: the session before.
  ///   - usedWindow: the window whose one-time code was sent last.
  ///   - using: is told of the window whose code is about to be sent.
  /// - Throws: ``CallFailure``.
  func session(
    _ remedy: SessionRemedy, after earlier: BrokerSession?, by sender: CallSender,
    usedWindow: Int64?, using: (Int64) throws -> Void
  ) throws -> BrokerSession

  /// Ends a session at the broker.
  func logOut(_ session: BrokerSession, by sender: CallSender) throws
}

extension Login {
  func session(
    _ remedy: SessionRemedy, after earlier: BrokerSession?, by sender: CallSender
  ) throws -> BrokerSession {
    try session(remedy, after: earlier, by: sender, usedWindow: nil) { _ in }
  }
}

extension CallSender {
  /// Asks one question once, without a session or in a given one.
  func ask<Value: Sendable>(
    _ query: BrokerQuery<Value>, in session: BrokerSession? = nil
  ) throws -> BrokerOutcome<Value> {
    var outcome: BrokerOutcome<Value>?
    var failure: CallFailure?
    try send([query], in: session, until: courier.now + Self.longestWait) { _, result in
      outcome = result.outcome
      failure = result.error.map { CallFailure($0, of: broker.id) }
    }
    if let failure { throw failure }
    guard let outcome else { preconditionFailure("a call that was sent has an outcome") }
    return outcome
  }

  /// So long a login waits for its turn.
  private static let longestWait = TimeSpan(milliseconds: 60_000)
}
