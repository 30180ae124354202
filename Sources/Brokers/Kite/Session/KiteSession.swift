package import Records
package import Scalars
package import Transport

/// A session at Kite, which a person begins with a browser and which lasts until the next morning.
package struct KiteSession: Sendable {
  /// What every request shows.
  package let token: Secret
  /// Whose it is.
  package let clientCode: String
  /// When it began.
  package let start: Timestamp

  /// The hour of the morning from which a session of before is over.
  ///
  /// The broker ends sessions between six and eight and does not say when.
  package static let usualHour = 6

  /// Creates a session, as it was stored.
  package init(token: Secret, clientCode: String, start: Timestamp) {
    self.token = token
    self.clientCode = clientCode
    self.start = start
  }

  /// Reads the answer to a login.
  package init(_ data: JSONValue) throws(WireFault) {
    let fields = try WireObject(data, at: "data")
    token = Secret(try fields.read(.text, "access_token"))
    clientCode = try fields.read(.text, "user_id")
    start = try fields.read(.plainTime, "login_time")
  }

  /// The first instant at which it is taken to be over.
  package func end(hour: Int = usualHour) -> Timestamp {
    let day = start.hour < hour ? start.day : start.day + 1
    return Timestamp(day, hour: hour)
  }

  /// The session to work with at a time, or that a person must log in first.
  ///
  /// A session of an earlier day is not tried and not renewed: neither can go well, and who tries
  /// again and again is shut out.
  ///
  /// - Parameters:
  ///   - session: the one that was stored; nil where none was.
  ///   - time: the time now.
  ///   - hour: from which hour on a session of before is over.
  package static func current(
    _ session: KiteSession?, at time: Timestamp, hour: Int = usualHour
  ) -> BrokerOutcome<KiteSession> {
    if let session, time < session.end(hour: hour) { return .ok(session) }
    let past = session.map { "; the last one began on \($0.start.day)" } ?? ""
    return .session(
      .person,
      BrokerFailure(message: "no Kite session for today: somebody has to log in\(past)"))
  }
}
