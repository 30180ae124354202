package import Configuration
internal import Scalars
package import Transport

extension WebRules {
  /// How a client of this configuration behaves.
  package init(_ settings: Settings, userAgent: String) {
    self.init(userAgent: userAgent)
    authorities = settings.text("CA_FILE")
    proxy = settings.text("PROXY_URL").flatMap { try? WebAddress($0) }
    if let seconds = settings.number("API_TIMEOUT_SECONDS")?.doubleValue {
      limits.total = .seconds(seconds)
    }
    if let seconds = settings.number("COMMAND_DEADLINE_SECONDS")?.doubleValue {
      deadline = .seconds(seconds)
    }
  }
}
