import Configuration
import Files
import Operations
import Scalars
import Transport

/// `validate-config --online`: whether everything that the configuration names on the network is there.
struct OnlineCheck {
  private let settings: Settings
  private let client: WebClient
  private let clock: () -> Int64

  /// - Parameter clock: the seconds since 1970 by this machine.
  init(_ settings: Settings, clock: @escaping () -> Int64) {
    self.settings = settings
    self.clock = clock
    var rules = WebRules(settings, userAgent: Version.userAgent)
    // The configuration allows it on this machine alone.
    rules.allowsPlain = true
    client = WebClient(rules, random: SystemRandomNumberGenerator())
  }

  /// What there is to say: of each server a note or an error, and of the clock.
  func findings() -> [Finding] {
    var findings = webServers.flatMap { ask($0.key, $0.url) }
    if let mail = greetMailServer() { findings.append(mail) }
    if findings.isEmpty {
      findings.append(Finding(.note, "online", at: nil, "the configuration names no server"))
    }
    return findings
  }

  /// The servers by the keys that name them; of each only the host is asked.
  private var webServers: [(key: String, url: String)] {
    let enabled = settings.members("BROKERS").filter {
      $0.value["enabled"]?.content == .boolean(true)
    }
    .compactMap(\.name.text)
    let brokers = [("angelone", "SMARTAPI_BASE_URL"), ("kite", "KITE_BASE_URL")]
      .filter { enabled.contains($0.0) }
      .compactMap { name, key in
        let own = settings.members("BROKERS").first { $0.name.text == name }?.value["base_url"]
        return (own?.text ?? settings.text(key)).map { (key: key, url: $0) }
      }
    let webhook = settings.members("ALERT_HANDLERS").first { $0.name.text == "webhook" }?.value
    let isOn = webhook?["enabled"]?.content == .boolean(true)
    let others = [
      ("ALERT_HANDLERS", isOn ? webhook?["url"]?.text : nil),
      ("METRICS_PUSH_URL", settings.text("METRICS_PUSH_URL")),
      ("S3_ENDPOINT", settings.text("S3_ENDPOINT")),
    ]
    return brokers + others.compactMap { key, url in url.map { (key: key, url: $0) } }
  }

  /// Whatever a server answers, it is there; what it says of the time is compared.
  private func ask(_ key: String, _ url: String) -> [Finding] {
    do throws(TransportError) {
      let address = try WebAddress(url).root
      let answer = try client.answer(to: WebRequest(.get, address))
      let seen = Finding(
        .note, "online", key: key, at: settings[key].place,
        "\(answer.host) answered in \(answer.timing.total / 1000) ms")
      return [seen] + clockFinding(answer)
    } catch .notTheProtocol(let host, .redirect) {
      return [
        Finding(.note, "online", key: key, at: settings[key].place, "\(host) answered elsewhere")
      ]
    } catch {
      return [failure(error, key)]
    }
  }

  private func greetMailServer() -> Finding? {
    let handlers = AlertHandlers(
      settings, userAgent: Version.userAgent, random: SystemRandomNumberGenerator())
    guard let server = handlers.mailServer else { return nil }
    let key = "ALERT_HANDLERS"
    do throws(TransportError) {
      try MailClient(server).greet()
      let login = server.login == nil ? "" : " and took the login"
      return Finding(
        .note, "online", key: key, at: settings[key].place, "\(server.host) answered\(login)")
    } catch {
      return failure(error, key)
    }
  }

  private func failure(_ error: TransportError, _ key: String) -> Finding {
    let host = error.host.map { "\($0): " } ?? ""
    return Finding(
      .error, "online", key: key, at: settings[key].place, host + error.problem,
      fix: error.remedy)
  }

  // MARK: The clock

  /// Beyond it one-time passwords are refused.
  private static let largestSkew: Int64 = 30
  /// Beyond it ages of quotes are no longer what they seem; the time of a server is to the second.
  private static let noticedSkew: Int64 = 3

  private func clockFinding(_ answer: WebAnswer) -> [Finding] {
    guard let theirs = ServerDate.seconds(of: answer) else { return [] }
    let skew = clock() - theirs
    guard abs(skew) > Self.noticedSkew else { return [] }
    let way = skew > 0 ? "ahead of" : "behind"
    return [
      Finding(
        abs(skew) > Self.largestSkew ? .error : .warning, "clock", at: nil,
        "the clock of this machine is \(abs(skew)) s \(way) that of \(answer.host)",
        fix: "set it by NTP")
    ]
  }
}
