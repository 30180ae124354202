package import Transport

/// A call of a broker, before it is sent.
package struct BrokerRequest: Sendable {
  /// What to do.
  package let method: WebRequest.Method
  /// Where, behind the address of the broker; a query that anybody may read belongs to it.
  package let path: String
  /// A query that holds a secret.
  package let secretQuery: Secret?
  /// Which of the broker's servers is asked.
  package let host: Host
  /// What else its headers say: which version of the answer is known already.
  package let conditions: [WebHeader]
  /// What is sent along; it may hold a password.
  package let body: Secret?
  /// What that is, said where nothing is sent too; nil says nothing.
  package let content: Content?
  /// The limit that it counts against.
  package let limit: LimitGroup
  /// Whether doing it twice is the same as doing it once.
  package let mayRepeat: Bool
  /// Whether it is made within a session.
  package let needsSession: Bool

  /// The servers of a broker that have addresses of their own.
  package enum Host: Sendable {
    case main
    /// Where the list of instruments lies.
    case instruments
  }

  /// What a request carries.
  package enum Content: String, Sendable {
    case json = "application/json"
    case form = "application/x-www-form-urlencoded"
  }

  init(
    method: WebRequest.Method, path: String, host: Host = .main, secretQuery: Secret? = nil,
    conditions: [WebHeader] = [], body: Secret?,
    content: Content? = .json, limit: LimitGroup, mayRepeat: Bool, needsSession: Bool
  ) {
    precondition(body == nil || content != nil, "what is sent along has a type")
    self.method = method
    self.path = path
    self.host = host
    self.conditions = conditions
    self.secretQuery = secretQuery
    self.body = body
    self.content = content
    self.limit = limit
    self.mayRepeat = mayRepeat
    self.needsSession = needsSession
  }

  /// The request as the network takes it.
  ///
  /// - Parameters:
  ///   - base: the address of the broker.
  ///   - headers: what every request says.
  package func webRequest(
    to base: String, headers: [WebHeader]
  ) throws(TransportError) -> WebRequest {
    let root = base.hasSuffix("/") ? String(base.dropLast()) : base
    let query = secretQuery.map { "?" + String(decoding: $0.revealed, as: UTF8.self) } ?? ""
    let kind = content?.rawValue
    // With a body the kind of it is said anyway.
    let stated = body == nil ? kind.map { [WebHeader("Content-Type", $0)] } ?? [] : []
    return WebRequest(
      method, try WebAddress(root + path + query), headers: stated + conditions + headers,
      body: body.map { WebRequest.Body($0.revealed, type: kind ?? "") }, mayRepeat: mayRepeat)
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
