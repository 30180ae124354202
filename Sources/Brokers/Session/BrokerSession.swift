package import Records
package import Scalars
package import Transport

/// A session at some broker, as it is kept between commands.
package enum BrokerSession: Sendable {
  case angelOne(SmartAPISession)
  case kite(KiteSession)

  /// Whether it is good for a call at this time.
  package func isGood(at time: Timestamp) -> Bool {
    switch self {
    case .angelOne(let session): session.isGood(at: time)
    case .kite(let session): time < session.end()
    }
  }

  /// When it ends by itself.
  package var end: Timestamp {
    switch self {
    case .angelOne(let session): session.end
    case .kite(let session): session.end()
    }
  }

  /// All that must never be seen of it.
  package var secrets: [Secret] {
    switch self {
    case .angelOne(let session): [session.token, session.refreshToken, session.feedToken]
    case .kite(let session): [session.token]
    }
  }

  // MARK: As it is kept

  /// Its fields as JSON, under cover.
  package var kept: Secret {
    let fields: JSONPart =
      switch self {
      case .angelOne(let session):
        .object([
          "token": .secret(session.token), "refresh_token": .secret(session.refreshToken),
          "feed_token": .secret(session.feedToken),
        ])
      case .kite(let session):
        .object([
          "token": .secret(session.token), "user": .text(session.clientCode),
          "start": .text(session.start.description),
        ])
      }
    return fields.body
  }

  /// Reads what was kept of a session at a broker; nil where it is something else.
  package init?(_ kept: JSONValue, of broker: BrokerID) {
    func text(_ name: String) -> String? { kept[name].flatMap(WireType<String>.text.read) }
    func secret(_ name: String) -> Secret? { text(name).map { Secret($0) } }
    guard let token = secret("token") else { return nil }
    switch broker {
    case .angelOne:
      guard let refresh = secret("refresh_token"), let feed = secret("feed_token"),
        let session = SmartAPISession(token: token, refreshToken: refresh, feedToken: feed)
      else { return nil }
      self = .angelOne(session)
    case .kite:
      guard let user = text("user"), let start = kept["start"],
        let began = WireType<Timestamp>.standardTime.read(start)
      else { return nil }
      self = .kite(KiteSession(token: token, clientCode: user, start: began))
    }
  }
}
