package import Configuration
internal import Scalars
package import Transport

extension WebRules {
  /// How a client of this configuration behaves.
  package init(_ settings: Settings, userAgent: String) {
    self.init(userAgent: userAgent)
    authorities = settings.text("CA_FILE")
    proxy = settings.text("PROXY_URL").flatMap { try? WebAddress($0) }
    let seconds = { (key: String) in
      settings.number(key).map { Duration.seconds($0.doubleValue) }
    }
    limits.total = seconds("API_TIMEOUT_SECONDS") ?? limits.total
    limits.connecting = seconds("API_CONNECT_TIMEOUT_SECONDS") ?? limits.connecting
    deadline = seconds("COMMAND_DEADLINE_SECONDS") ?? deadline
    tries = settings.number("API_RETRY_ATTEMPTS").map { Int($0.doubleValue) } ?? tries
    backOff.first = seconds("API_RETRY_DELAY_SECONDS") ?? backOff.first
  }
}
