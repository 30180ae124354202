package import Brokers
private import Files
package import Scalars
private import Transport

/// Keeps the session of an account, in a file that all commands share.
///
/// Whoever finds that it is over makes a new one while the others wait, so that commands that begin
/// together log in once.
package final class SessionKeeper {
  private let file: SessionFile
  private let folder: String
  private let login: any Login
  private let broker: BrokerID
  /// The age at which a session is refreshed, though it is good still.
  private let refreshAge: TimeSpan
  private var current: BrokerSession?
  /// When it was made; nil where nobody has put that down.
  private var currentSince: Timestamp?

  /// Names the folder of sessions, and how a session is made.
  package init(
    in folder: String, of broker: BrokerID, account: String, _ login: any Login,
    refreshAge: TimeSpan
  ) {
    file = SessionFile(in: folder, of: broker, account: account)
    self.folder = folder
    self.login = login
    self.broker = broker
    self.refreshAge = refreshAge
  }

  /// After an attempt nobody tries again for so long: accounts get locked.
  private static let rest = TimeSpan(milliseconds: 30_000)
  /// Longer than a login may take, its wait for the next code included.
  private static let longestTurn: Int32 = 90_000

  /// What must never be seen of the session in use.
  var secrets: [[UInt8]] { current.map { $0.secrets.map(\.revealed) } ?? [] }

  /// A session that is good now: the one that is kept, or a new one.
  func session(by sender: CallSender) throws -> BrokerSession {
    let now = sender.courier.now
    if let current, Self.isUsable(current, since: currentSince, at: now) { return current }
    let state = try file.read()
    let isUsable = state.session.map { Self.isUsable($0, since: state.renewedAt, at: now) } ?? false
    if let session = state.session, isUsable, !isOld(state, at: now) {
      return use(session, since: state.renewedAt)
    }
    do {
      return try renew(.refresh, by: sender) { state, now in
        state.session.map { Self.isUsable($0, since: state.renewedAt, at: now) } == true
          && !self.isOld(state, at: now)
      }
    } catch let failure as CallFailure where failure.kind != .interrupted {
      // One that is only old is better than none.
      guard let session = state.session, isUsable else { throw failure }
      return use(session, since: state.renewedAt)
    }
  }

  /// Whether a session may be shown to the broker: it lasts for a while still, or it was made so late that
  /// another one would last no longer.
  private static func isUsable(
    _ session: BrokerSession, since made: Timestamp?, at now: Timestamp
  ) -> Bool {
    session.isGood(at: now)
      || now < session.end && (made.map { !session.isGood(at: $0) } ?? false)
  }

  private func use(_ session: BrokerSession, since made: Timestamp?) -> BrokerSession {
    (current, currentSince) = (session, made)
    return session
  }

  /// When the session that is kept began and when it ends; nil where none is good.
  func span(at now: Timestamp) throws -> (began: Timestamp?, end: Timestamp)? {
    let state = try file.read()
    guard let session = state.session, session.isGood(at: now) else { return nil }
    return (state.renewedAt, session.end)
  }

  /// Makes a session in the place of one that the broker does not accept any more.
  func renew(
    _ remedy: SessionRemedy, insteadOf session: BrokerSession, by sender: CallSender
  ) throws {
    current = nil
    // Another process may have been here first.
    _ = try renew(remedy, by: sender) { state, now in
      state.session.map { !$0.isSame(as: session) && $0.isGood(at: now) } ?? false
    }
  }

  /// Ends the session, here and at the broker.
  package func end(by sender: CallSender) throws {
    try alone {
      var state = try file.read()
      if let session = state.session, session.isGood(at: sender.courier.now) {
        try login.logOut(session, by: sender)
      }
      state.session = nil
      try file.write(state)
    }
    current = nil
  }

  /// Keeps a session that a person has begun.
  package func keep(_ session: BrokerSession, at now: Timestamp) throws {
    try alone {
      var state = try file.read()
      (state.session, state.renewedAt, state.triedAt) = (session, now, now)
      try file.write(state)
    }
    _ = use(session, since: now)
  }

  private func isOld(_ state: SessionFile.State, at now: Timestamp) -> Bool {
    guard login.isHeadless, let made = state.renewedAt else { return false }
    return now - made >= refreshAge
  }

  private func renew(
    _ remedy: SessionRemedy, by sender: CallSender,
    unless isDone: (SessionFile.State, Timestamp) -> Bool
  ) throws -> BrokerSession {
    // Where it takes a person there is nothing to do about it here, however often it is asked for.
    if !login.isHeadless {
      return try login.session(remedy, after: file.read().session, by: sender)
    }
    return try alone {
      var state = try file.read()
      let now = sender.courier.now
      if let session = state.session, isDone(state, now) {
        return use(session, since: state.renewedAt)
      }
      try checkRest(state, at: now)
      return try make(remedy, &state, by: sender)
    }
  }

  private func checkRest(_ state: SessionFile.State, at now: Timestamp) throws {
    guard let tried = state.triedAt, now >= tried, now - tried < Self.rest else { return }
    // The one that was made then has come to its end since: that it does not hold is no wonder.
    if let session = state.session, let made = state.renewedAt, made >= tried, session.end <= now {
      return
    }
    throw CallFailure(
      .login, broker, "a session was asked for \((now - tried).milliseconds / 1000) s ago already",
      remedy: "look at why it does not hold, and wait for half a minute between logins")
  }

  private func make(
    _ remedy: SessionRemedy, _ state: inout SessionFile.State, by sender: CallSender
  ) throws -> BrokerSession {
    // Before anything is sent: what happens next may be the end of this process.
    state.triedAt = sender.courier.now
    try file.write(state)
    let made = try login.session(
      remedy, after: state.session, by: sender, usedWindow: state.usedWindow
    ) { window in
      state.usedWindow = window
      try self.file.write(state)
    }
    (state.session, state.renewedAt) = (made, sender.courier.now)
    try file.write(state)
    return use(made, since: state.renewedAt)
  }

  private func alone<Result>(_ body: () throws -> Result) throws -> Result {
    try Folder.make(folder)
    guard let result = try file.alone(atMost: Self.longestTurn, body) else {
      throw CallFailure(
        .tryLater, broker, "another command has been logging in for too long",
        remedy: "try again later")
    }
    return result
  }
}

extension BrokerSession {
  /// Whether both show the broker the same.
  fileprivate func isSame(as other: BrokerSession) -> Bool {
    secrets.first?.revealed == other.secrets.first?.revealed
  }
}
