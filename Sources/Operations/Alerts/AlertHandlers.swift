package import Configuration
internal import Scalars
package import Store
package import Transport

/// The handlers that a configuration switches on.
package struct AlertHandlers {
  private let settings: Settings
  private let userAgent: String
  private let random: any RandomNumberGenerator

  /// Reads the handlers of a configuration.
  ///
  /// - Parameters:
  ///   - userAgent: what the program calls itself on the network.
  ///   - random: where pauses and the names of mails are drawn from.
  package init(
    _ settings: Settings, userAgent: String, random: any RandomNumberGenerator
  ) {
    self.settings = settings
    self.userAgent = userAgent
    self.random = random
  }

  /// All that are on.
  ///
  /// - Parameter write: writes an alert on standard error.
  package func all(writing write: @escaping (AlertRecord) -> Void) -> [any AlertHandler] {
    let handlers: [(any AlertHandler)?] = [log(write), webhook(), mail()]
    return handlers.compactMap(\.self)
  }

  private func member(_ handler: String) -> WrittenValue? {
    settings.members("ALERT_HANDLERS").first { $0.name.text == handler }?.value
  }

  private func log(_ write: @escaping (AlertRecord) -> Void) -> LogHandler? {
    // Of all handlers this one is on unless it is switched off.
    let log = member("log")
    if log?["enabled"]?.content == .boolean(false) { return nil }
    return LogHandler(from: Self.severity(log?["level"]?.text ?? "INFO"), write: write)
  }

  private func webhook() -> WebhookHandler? {
    // A sound configuration has an address that is one.
    guard let webhook = member("webhook"), webhook.isOn, let url = webhook["url"]?.text,
      let address = try? WebAddress(url)
    else { return nil }
    var rules = WebRules(settings, userAgent: userAgent)
    if let seconds = webhook["timeout_seconds"]?.number?.doubleValue {
      rules.limits.total = .seconds(seconds)
    }
    rules.tries = max(1, Int(webhook["retry_attempts"]?.number?.doubleValue ?? 3))
    // The configuration allows it on this machine alone.
    rules.allowsPlain = !address.isEncrypted
    return WebhookHandler(
      address, WebClient(rules, random: random),
      callsPerHour: Int(webhook["rate_limit"]?.number?.doubleValue ?? 60))
  }

  /// The server that mails are handed to; nil where none are sent.
  package var mailServer: MailServer? {
    guard let email = member("email"), email.isOn, let host = email["smtp_server"]?.text else {
      return nil
    }
    return MailServer(
      host: host, port: Int(email["smtp_port"]?.number?.doubleValue ?? 587),
      encryption: Self.encryption(email["security"]?.text), login: login(email),
      authorities: settings.text("CA_FILE"))
  }

  private func mail() -> MailHandler? {
    guard let server = mailServer, let email = member("email"),
      let sender = email["from"]?.text
    else { return nil }
    let to = email["to"]
    let recipients = to?.text.map { [$0] } ?? to?.elements.compactMap(\.text) ?? []
    return MailHandler(
      MailClient(server), from: sender, to: recipients,
      mailsPerHour: Int(email["rate_limit"]?.number?.doubleValue ?? 10), random: random)
  }

  private func login(_ email: WrittenValue) -> MailServer.Login? {
    guard let user = email["username"]?.text ?? settings.text("SMTP_USER"),
      let password = email["password"]?.text ?? settings.text("SMTP_PASSWORD")
    else { return nil }
    return MailServer.Login(user: Secret(user), password: Secret(password))
  }

  private static func encryption(_ word: String?) -> MailServer.Encryption {
    switch word {
    case "tls": .implicit
    case "none": .none
    default: .startTLS
    }
  }

  /// The least severity of a word of the configuration, which knows more of them.
  private static func severity(_ word: String) -> AlertRecord.Severity {
    switch word {
    case "WARNING": .warning
    case "ALERT", "ERROR": .alert
    case "CRITICAL": .critical
    default: .info
    }
  }
}

extension WrittenValue {
  /// Whether the handler that it describes is on.
  fileprivate var isOn: Bool { self["enabled"]?.content == .boolean(true) }
}
