import BrokerCalls
import Brokers
import Configuration
import Files
import Operations
import Scalars
import Transport

/// `validate-config --online`: whether everything that the configuration names on the network is there.
struct OnlineCheck {
  private let settings: Settings
  private let client: WebClient
  private let clock: (() -> Int64)?

  /// - Parameter clock: the seconds since 1970 by this machine; nil where its clock is not to be compared.
  init(_ settings: Settings, clock: (() -> Int64)?) {
    self.settings = settings
    self.clock = clock
    var rules = WebRules(settings, userAgent: Version.userAgent)
    // The configuration allows it on this machine alone.
    rules.allowsPlain = true
    client = WebClient(rules, random: SystemRandomNumberGenerator())
  }

  /// What there is to say: of each server a note or an error, and of the clock.
  func findings() -> [Finding] {
    var findings: [Finding] = []
    var hosts: Set<String> = []
    for (key, url) in webServers {
      // Of a host that several keys name the clock is compared once.
      let isNew = (try? WebAddress(url)).map { hosts.insert($0.host).inserted } ?? true
      findings += ask(key, url, comparesClock: isNew)
    }
    if let mail = greetMailServer() { findings.append(mail) }
    if findings.isEmpty {
      findings.append(Finding(.note, "online", at: nil, "the configuration names no server"))
    }
    return findings
  }

  /// The servers by the keys that name them; of each only the host is asked.
  private var webServers: [(key: String, url: String)] {
    // A broker that nobody has named and nobody can log in at is not used.
    let isNamed = settings["BROKERS"].isSet || settings["BROKER_NAME"].isSet
    let used = BrokerSettings.all(settings).filter { isNamed || $0.missing.isEmpty }
    let brokers = used.flatMap { broker in
      let names =
        broker.id == .angelOne
        ? ["SMARTAPI_BASE_URL", "SMARTAPI_INSTRUMENTS_URL", "SMARTAPI_FEED_URL"]
        : ["KITE_BASE_URL", "KITE_BASE_URL", "KITE_FEED_URL"]
      let urls = [broker.addresses.main, broker.addresses.instruments, broker.feed]
      return zip(names, urls).map { (key: $0, url: $1) }
    }
    let webhook = settings.members("ALERT_HANDLERS").first { $0.name.text == "webhook" }?.value
    let isOn = webhook?["enabled"]?.content == .boolean(true)
    let others = [
      ("ALERT_HANDLERS", isOn ? webhook?["url"]?.text : nil),
      ("METRICS_PUSH_URL", settings.text("METRICS_PUSH_URL")),
      ("S3_ENDPOINT", archiveServer),
    ]
    var seen: Set<String> = []
    return (brokers + others.compactMap { key, url in url.map { (key: key, url: $0) } })
      .filter { seen.insert($0.url).inserted }
  }

  /// The server of the archive, where that is not on this machine.
  private var archiveServer: String? {
    if let endpoint = settings.text("S3_ENDPOINT") { return endpoint }
    guard settings.text("ARCHIVE_DESTINATION")?.hasPrefix("s3://") == true else { return nil }
    return "https://s3.\(settings.text("S3_REGION") ?? "us-east-1").amazonaws.com"
  }

  /// Whatever a server answers but that it is broken, it is there; what it says of the time is compared.
  private func ask(_ key: String, _ url: String, comparesClock: Bool) -> [Finding] {
    func note(_ message: String) -> Finding {
      Finding(.note, "online", key: key, at: settings[key].place, message)
    }
    do throws(TransportError) {
      let address = try WebAddress(url.replacingSocketScheme).root
      let answer = try client.answer(to: WebRequest(.get, address))
      guard answer.status < 500 else {
        return [
          Finding(
            .error, "online", key: key, at: settings[key].place,
            "\(answer.host) answered with status \(answer.status)", fix: "try later")
        ]
      }
      let seen = note("\(answer.host) answered in \(answer.timing.total / 1000) ms")
      return [seen] + (comparesClock ? clockFinding(answer) : [])
    } catch .notTheProtocol(let host, .redirect) {
      return [note("\(host) answered elsewhere")]
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
    guard let clock, let theirs = ServerDate.seconds(of: answer) else { return [] }
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

extension String {
  /// The address of a stream as one that a plain request can go to.
  fileprivate var replacingSocketScheme: String {
    for (socket, web) in [("wss://", "https://"), ("ws://", "http://")] where hasPrefix(socket) {
      return web + dropFirst(socket.count)
    }
    return self
  }
}
