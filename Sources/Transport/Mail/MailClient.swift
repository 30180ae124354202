internal import CCurl

/// Hands mails to a server; each on a connection of its own, and once.
package struct MailClient {
  private let server: MailServer
  private let pauses: Pauses

  /// Makes a client; the network is not touched before the first mail.
  package init(_ server: MailServer, pauses: Pauses = .real) {
    self.server = server
    self.pauses = pauses
  }

  /// Sends a mail to all its recipients, or to none of them.
  ///
  /// - Throws: ``TransportError``. After ``TransportError/incomplete(host:)`` or
  ///   ``TransportError/timedOut(host:_:)`` it may have been sent all the same.
  package func send(_ mail: Mail) throws(TransportError) {
    let (url, host) = try server.address()
    let message = try mail.message(host: host)
    let library = try CurlLibrary.shared
    let handle = try prepared(library, url: url, host: host)
    try handle.set(CURLOPT_MAIL_FROM, "<\(mail.sender)>")
    var recipients = TextList(library)
    for recipient in mail.recipients { try recipients.append(Array("<\(recipient)>".utf8)) }
    try recipients.set(CURLOPT_MAIL_RCPT, of: handle)
    let dispatch = Dispatch(message, pauses: pauses)
    try dispatch.attach(to: handle)
    let code = handle.perform()
    let isDone = code == CURLE_OK || dispatch.isAccepted
    let problem = isDone ? nil : failure(of: handle, code, host: host)
    // Until here the library has the addresses of both.
    handle.reset()
    _ = consume recipients
    withExtendedLifetime(dispatch) {}
    if let problem { throw problem }
  }

  /// Goes as far as a mail would, encryption and login included, and sends none.
  ///
  /// - Throws: ``TransportError``.
  package func greet() throws(TransportError) {
    let (url, host) = try server.address()
    let library = try CurlLibrary.shared
    let handle = try prepared(library, url: url, host: host)
    try handle.set(CURLOPT_CONNECT_ONLY, true)
    let code = handle.perform()
    let problem = code == CURLE_OK ? nil : failure(of: handle, code, host: host)
    handle.reset()
    if let problem { throw problem }
  }

  /// A handle that knows the server, and how to come in.
  private func prepared(
    _ library: CurlLibrary, url: String, host: String
  ) throws(TransportError) -> EasyHandle {
    try server.checkLogin(host: host)
    let handle = try EasyHandle(library)
    try handle.apply(
      server.limits, total: server.limits.total, authorities: server.authorities)
    try handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    try handle.set(CURLOPT_PROXY, "")
    // Taking leave belongs to the transfer, so that it ends with the patience of the dispatch: a server
    // that does not answer would be waited for two minutes otherwise.
    try handle.set(CURLOPT_FORBID_REUSE, true)
    try handle.set(CURLOPT_URL, url)
    try handle.set(CURLOPT_USE_SSL, usage)
    if let login = server.login {
      try handle.set(CURLOPT_USERNAME, login.user.revealed)
      try handle.set(CURLOPT_PASSWORD, login.password.revealed)
    }
    return handle
  }

  private var usage: Int {
    Int((server.encryption == .startTLS ? CURLUSESSL_ALL : CURLUSESSL_NONE).rawValue)
  }

  /// What came of it; the server's own words count more than what the library makes of them.
  private func failure(
    of handle: EasyHandle, _ code: CURLcode, host: String
  ) -> TransportError {
    let refusal = Refusal.mail(code: handle.number(CURLINFO_RESPONSE_CODE))
    if code == CURLE_LOGIN_DENIED, !refusal.isTemporary {
      // The library gives up by itself where it finds no way in; then nobody has refused.
      return refusal.number >= 400
        ? .loginRefused(host: host, refusal) : .unsendable(host: host, .noWayIn)
    }
    let error = handle.failure(of: code, host: host)
    guard refusal.number >= 400, error.mayBeRefusal else { return error }
    return refusal.concernsLogin
      ? .loginRefused(host: host, refusal) : .refused(host: host, refusal)
  }
}

extension TransportError {
  /// Whether the library uses the same number for a server that said no.
  fileprivate var mayBeRefusal: Bool {
    switch self {
    case .incomplete, .notTheProtocol, .failed: true
    default: false
    }
  }
}
