package import Records
package import Scalars
package import Transport

/// A session at SmartAPI, by the tokens that a login gives.
package struct SmartAPISession: Sendable {
  /// What every request shows.
  package let token: Secret
  /// What a refresh shows.
  package let refreshToken: Secret
  /// What a stream shows.
  package let feedToken: Secret
  /// When the token ends, by what it says itself: midnight in India, whenever it began.
  package let end: Timestamp

  /// A session with less than this left is not used any more.
  package static let margin = TimeSpan(milliseconds: 120_000)

  /// Whether it is good for a call at this time.
  package func isGood(at time: Timestamp) -> Bool { end - time > Self.margin }

  /// Creates a session; nil where the token does not say when it ends, which is never guessed.
  package init?(token: Secret, refreshToken: Secret, feedToken: Secret) {
    let plain = WebToken.plain(token)
    guard let end = WebToken.expiry(of: plain) else { return nil }
    self.token = plain
    self.refreshToken = WebToken.plain(refreshToken)
    self.feedToken = feedToken
    self.end = end
  }

  /// Reads the answer to a login, or to a refresh of an earlier session.
  ///
  /// A refresh does not always give a feed token; that of the session before stays good.
  package init(_ data: JSONValue, after earlier: SmartAPISession? = nil) throws(WireFault) {
    let fields = try WireObject(data, at: "data")
    let feed: Secret
    if let earlier {
      feed = try fields.find(.text, "feedToken").map { Secret($0) } ?? earlier.feedToken
    } else {
      feed = Secret(try fields.read(.text, "feedToken"))
    }
    let session = SmartAPISession(
      token: Secret(try fields.read(.text, "jwtToken")),
      refreshToken: Secret(try fields.read(.text, "refreshToken")), feedToken: feed)
    guard let session else {
      throw fields.fault("jwtToken", .wrong(wanted: "a token that says when it ends"))
    }
    self = session
  }
}
