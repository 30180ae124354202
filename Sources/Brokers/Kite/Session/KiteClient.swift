private import Digests
package import Transport

/// Who asks Kite, and what every request says about it.
package struct KiteClient: Sendable {
  private let apiKey: Secret
  private let apiSecret: Secret

  /// Creates a client.
  ///
  /// - Parameters:
  ///   - apiKey: the key of the app; blanks around it are left out.
  ///   - apiSecret: its secret, which only a login takes.
  package init(apiKey: Secret, apiSecret: Secret) {
    self.apiKey = apiKey.trimmed
    self.apiSecret = apiSecret.trimmed
  }

  /// The headers of a request.
  ///
  /// - Parameter session: nil before there is one.
  package func headers(_ session: KiteSession?) -> [WebHeader] {
    let version = WebHeader("X-Kite-Version", "3")
    guard let session else { return [version] }
    let token = Secret(bytes: apiKey.revealed + [UInt8(ascii: ":")] + session.token.revealed)
    return [version, WebHeader("Authorization", token.following("token "))]
  }

  /// The address that a person opens to log in; it holds the key of the app.
  ///
  /// - Parameters:
  ///   - page: the page of the login, as it is configured.
  ///   - parameters: what the broker is to send back along with the token, as a query.
  package func loginAddress(
    _ page: String = "https://kite.zerodha.com/connect/login", parameters: String? = nil
  ) -> Secret {
    let more = parameters.map { "&redirect_params=\(PercentText.quoted($0))" } ?? ""
    let key = Secret(bytes: PercentText.quoted(apiKey.revealed) + Array(more.utf8))
    return key.following("\(page)?v=3&api_key=")
  }

  /// Asks for the session of the day.
  ///
  /// It is not repeated, for a request token works once.
  package func logIn(_ token: KiteRequestToken) -> BrokerRequest {
    BrokerRequest(
      method: .post, path: "/session/token",
      body: PercentText.form([
        "api_key": apiKey, "request_token": token.secret, "checksum": checksum(token),
      ]), content: .form, limit: LimitGroup.Kite.other, mayRepeat: false, needsSession: false)
  }

  /// Ends a session.
  package func logOut(_ session: KiteSession) -> BrokerRequest {
    BrokerRequest(
      method: .delete, path: "/session/token",
      secretQuery: PercentText.form(["api_key": apiKey, "access_token": session.token]),
      body: nil, content: nil, limit: LimitGroup.Kite.other, mayRepeat: true, needsSession: true)
  }

  /// Where the stream of ticks is, with the tokens that it wants.
  ///
  /// A status of 403 there means that the session is over.
  package func streamAddress(
    _ session: KiteSession, at base: String = "wss://ws.kite.trade"
  ) -> Secret {
    PercentText.form(["api_key": apiKey, "access_token": session.token]).following("\(base)?")
  }

  /// What proves that whoever shows the token knows the secret of the app.
  private func checksum(_ token: KiteRequestToken) -> Secret {
    let text = apiKey.revealed + token.secret.revealed + apiSecret.revealed
    return Secret(SHA256.digest(of: text.span).description)
  }
}
