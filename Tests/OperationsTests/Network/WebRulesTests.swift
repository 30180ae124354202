import Configuration
import Operations
import Testing
import Transport

@Suite struct WebRulesTests {
  private func rules(_ text: String) -> WebRules {
    var reading = SettingsReading(processors: 1)
    reading.add(file: Array(text.utf8), name: "test.conf")
    return WebRules(reading.settings(), userAgent: "angelx/test")
  }

  @Test func withoutAWordTheyAreThoseOfTheKeys() {
    let rules = rules("")
    #expect(rules.userAgent == "angelx/test" && !rules.allowsPlain)
    #expect(rules.authorities == nil && rules.proxy == nil)
    #expect(rules.limits.total == .seconds(30) && rules.limits.connecting == .seconds(5))
    #expect(rules.deadline == .seconds(60))
    #expect(rules.tries == 3 && rules.backOff.first == .seconds(2))
    #expect(rules.backOff.longestAsked == .seconds(60))
  }

  @Test func theyFollowTheConfiguration() {
    let rules = rules(
      """
      API_TIMEOUT_SECONDS = 12.5
      API_CONNECT_TIMEOUT_SECONDS = 0.25
      COMMAND_DEADLINE_SECONDS = 90
      API_RETRY_ATTEMPTS = 7
      API_RETRY_DELAY_SECONDS = 0.75
      CA_FILE = '/etc/authority.pem'
      PROXY_URL = 'http://proxy.example:3128'

      """)
    #expect(rules.limits.total == .milliseconds(12_500))
    #expect(rules.limits.connecting == .milliseconds(250))
    #expect(rules.deadline == .seconds(90))
    #expect(rules.tries == 7 && rules.backOff.first == .milliseconds(750))
    #expect(rules.authorities == "/etc/authority.pem")
    #expect(rules.proxy?.host == "proxy.example:3128")
  }

  @Test func aShortCallIsShorterThanTheUsualConnecting() {
    #expect(rules("API_TIMEOUT_SECONDS = 2\n").limits.connecting == .seconds(2))
    let oneTry = rules("API_RETRY_ATTEMPTS = 1\nAPI_RETRY_DELAY_SECONDS = 0\n")
    #expect(oneTry.tries == 1 && oneTry.backOff.first == .zero)
  }
}
