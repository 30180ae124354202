/// A server that takes mail, and how to speak to it.
package struct MailServer: Sendable {
  /// How the connection is encrypted.
  package enum Encryption: Sendable, CaseIterable {
    /// After a plain beginning; a server that cannot do it gets nothing.
    case startTLS
    /// From its first byte.
    case implicit
    /// Not at all; no password goes over it.
    case none
  }

  /// Who sends.
  package struct Login: Sendable {
    /// The name.
    package var user: Secret
    /// The password.
    package var password: Secret

    /// Makes a login.
    package init(user: Secret, password: Secret) {
      self.user = user
      self.password = password
    }
  }

  /// How long a server of mail may take: some greet late on purpose, and look at a mail for long.
  package static let patience = TimeLimits(total: .seconds(60), crawlingSeconds: 60)

  /// The name or number of the host.
  package var host: String
  /// The port.
  package var port: Int
  /// How the connection is encrypted.
  package var encryption: Encryption
  /// Who sends; nobody where the server does not ask.
  package var login: Login?
  /// A file with the authorities to trust instead of the system's.
  package var authorities: String?
  /// How long to wait.
  package var limits: TimeLimits

  /// Makes a server; without a word to the contrary it is one that mail is handed in at.
  package init(
    host: String, port: Int = 587, encryption: Encryption = .startTLS, login: Login? = nil,
    authorities: String? = nil, limits: TimeLimits = MailServer.patience
  ) {
    self.host = host
    self.port = port
    self.encryption = encryption
    self.login = login
    self.authorities = authorities
    self.limits = limits
  }

  /// Whether the login can be sent, and sent unseen.
  ///
  /// - Throws: ``TransportError/unsendable(host:_:)``.
  func checkLogin(host: String) throws(TransportError) {
    guard let login else { return }
    if encryption == .none { throw .unsendable(host: host, .passwordUnencrypted) }
    // The library would stop at a zero, and log in with less.
    guard !(login.user.revealed + login.password.revealed).contains(0) else {
      throw .unsendable(host: host, .login)
    }
  }

  /// The address, in which no login ever stands.
  func address() throws(TransportError) -> (url: String, name: String) {
    // The host is looked at as the one of a web address is.
    let checked = try WebAddress("https://\(host):\(port)")
    guard !host.contains("/"), !host.contains("?") else { throw .badAddress(.host) }
    return ("\(encryption == .implicit ? "smtps" : "smtp")://\(checked.host)", checked.host)
  }
}
