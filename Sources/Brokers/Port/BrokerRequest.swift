package import Transport

/// A call of a broker, before it is sent.
package struct BrokerRequest: Sendable {
  /// What to do.
  package let method: WebRequest.Method
  /// Where, behind the address of the broker.
  package let path: String
  /// What is sent along; it may hold a password.
  package let body: Secret?
  /// The limit that it counts against.
  package let limit: LimitGroup
  /// Whether doing it twice is the same as doing it once.
  package let mayRepeat: Bool
  /// Whether it is made within a session.
  package let needsSession: Bool

  /// The request as the network takes it.
  ///
  /// - Parameters:
  ///   - base: the address of the broker.
  ///   - headers: what every request says.
  package func webRequest(
    to base: String, headers: [WebHeader]
  ) throws(TransportError) -> WebRequest {
    let root = base.hasSuffix("/") ? String(base.dropLast()) : base
    let kind = "application/json"
    // With a body the kind of it is said anyway.
    let stated = body == nil ? [WebHeader("Content-Type", kind)] : []
    return WebRequest(
      method, try WebAddress(root + path), headers: stated + headers,
      body: body.map { WebRequest.Body($0.revealed, type: kind) }, mayRepeat: mayRepeat)
  }
}

/// Calls that a broker counts together.
package struct LimitGroup: Sendable, Hashable {
  /// What they are counted under.
  package let name: String
  /// The member of the configuration that says how many there may be.
  package let setting: String

  init(_ name: String, setting: String? = nil) {
    self.name = name
    self.setting = setting ?? name
  }
}
