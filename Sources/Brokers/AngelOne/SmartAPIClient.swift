package import Transport

/// Who asks SmartAPI, and what every request says about it.
package struct SmartAPIClient: Sendable {
  private let apiKey: Secret
  private let localAddress: String
  private let publicAddress: String
  private let hardwareAddress: String

  /// Creates a client.
  ///
  /// - Parameters:
  ///   - apiKey: the key of the app; blanks around it, a known cause of refusals, are left out.
  ///   - localAddress: an address that must be told and is not checked.
  ///   - publicAddress: another one.
  ///   - hardwareAddress: another one.
  package init(
    apiKey: Secret, localAddress: String = "127.0.0.1", publicAddress: String = "127.0.0.1",
    hardwareAddress: String = "00:00:00:00:00:00"
  ) {
    self.apiKey = apiKey.trimmed
    self.localAddress = localAddress
    self.publicAddress = publicAddress
    self.hardwareAddress = hardwareAddress
  }

  /// The headers of a request; what it carries is said by the request itself.
  ///
  /// - Parameter token: that of the session; nil before there is one.
  package func headers(_ token: Secret?) -> [WebHeader] {
    var headers = [
      WebHeader("Accept", "application/json"),
      WebHeader("X-UserType", "USER"),
      WebHeader("X-SourceID", "WEB"),
      WebHeader("X-ClientLocalIP", localAddress),
      WebHeader("X-ClientPublicIP", publicAddress),
      WebHeader("X-MACAddress", hardwareAddress),
      WebHeader("X-PrivateKey", apiKey),
    ]
    if let token { headers.append(WebHeader("Authorization", token.following("Bearer "))) }
    return headers
  }

  /// The headers with which a stream of ticks begins.
  package func streamHeaders(_ session: SmartAPISession, clientCode: String) -> [WebHeader] {
    [
      WebHeader("Authorization", session.token.following("Bearer ")),
      WebHeader("x-api-key", apiKey),
      WebHeader("x-client-code", clientCode),
      WebHeader("x-feed-token", session.feedToken),
    ]
  }
}
