package import Brokers
package import Configuration
private import Scalars
internal import Transport

/// What the configuration says of one broker.
package struct BrokerSettings: Sendable {
  package let id: BrokerID
  package let priority: Int
  /// Where its servers are.
  package let addresses: LiveCourier.Addresses
  /// Where its stream of ticks is.
  package let feed: String
  /// The most connections that a stream opens to it.
  package let streamConnections: Int?
  /// How many instruments a call for quotes names.
  package let quoteBatch: Int?
  /// How often it may be asked.
  package let budgets: CallBudgets.Rules
  private let settings: Settings
  private let own: WrittenValue?

  /// The brokers that are asked, the first one first.
  ///
  /// - Parameter chosen: their names in the order in which they are wanted; nil for those of the
  ///   configuration.
  package static func all(_ settings: Settings, chosen: [BrokerID]? = nil) -> [BrokerSettings] {
    if let chosen {
      return chosen.enumerated().map { BrokerSettings($0.element, settings, priority: $0.offset) }
    }
    if !settings["BROKERS"].isSet, let name = settings.text("BROKER_NAME"),
      let id = BrokerID(name: name)
    {
      return [BrokerSettings(id, settings)]
    }
    return settings.members("BROKERS")
      .filter { $0.value["enabled"]?.content != .boolean(false) }
      .compactMap { $0.name.text.flatMap { BrokerID(name: $0) } }
      .map { BrokerSettings($0, settings) }
      .sorted { ($0.priority, $0.id.rawValue) < ($1.priority, $1.id.rawValue) }
  }

  private init(_ id: BrokerID, _ settings: Settings, priority: Int? = nil) {
    let own = settings.member(id.rawValue, of: "BROKERS")
    func address(_ member: String, _ key: String) -> String {
      own?[member]?.text ?? settings.text(key) ?? ""
    }
    self.id = id
    self.settings = settings
    self.own = own
    self.priority = priority ?? own?["priority"]?.whole ?? 1
    switch id {
    case .angelOne:
      addresses = LiveCourier.Addresses(
        main: address("base_url", "SMARTAPI_BASE_URL"),
        instruments: address("instruments_url", "SMARTAPI_INSTRUMENTS_URL"))
      feed = address("feed_url", "SMARTAPI_FEED_URL")
    case .kite:
      let main = address("base_url", "KITE_BASE_URL")
      addresses = LiveCourier.Addresses(main: main, instruments: main)
      feed = address("feed_url", "KITE_FEED_URL")
    }
    streamConnections = own?["stream_connections"]?.whole
    quoteBatch = own?["quote_batch"]?.whole
    budgets = CallBudgets.Rules(own, fraction: settings.number("RATE_BUDGET_FRACTION")?.doubleValue)
  }

  // MARK: Who asks

  /// The account that limits and sessions are kept under.
  package var account: String {
    switch id {
    case .angelOne: settings.text("BROKER_CLIENT_CODE") ?? ""
    // The user is known after the login alone; there is one for each key.
    case .kite: "user"
    }
  }

  /// The broker without anybody who asks it, as in a recording.
  package var unnamed: any Broker {
    switch id {
    case .angelOne: AngelOne(SmartAPIClient(apiKey: Secret("")))
    case .kite: Kite(KiteClient(apiKey: Secret(""), apiSecret: Secret("")))
    }
  }

  /// The keys without which it cannot be asked, and that nobody has set.
  package var missing: [String] {
    switch id {
    case .angelOne:
      unset("BROKER_API_KEY")
        + ["BROKER_CLIENT_CODE", "BROKER_PIN", "BROKER_TOTP_SECRET"]
        .filter { (settings.text($0) ?? "").isEmpty }
    case .kite: unset("KITE_API_KEY")
    }
  }

  /// The key of an application, where the part of the broker does not have it either.
  private func unset(_ key: String) -> [String] {
    (self.key(key) ?? "").isEmpty ? [key] : []
  }

  private func key(_ name: String) -> String? { own?["api_key"]?.text ?? settings.text(name) }

  /// The broker as this configuration asks it, and how it logs in.
  ///
  /// - Throws: ``CallFailure`` that names all keys which are missing.
  package func named() throws -> (broker: any Broker, login: any Login) {
    guard missing.isEmpty else {
      throw failure(
        missing.joined(separator: ", ") + (missing.count == 1 ? " is not set" : " are not set"),
        remedy: "put what is secret into a file for you alone and name it with SECRETS_FILE, "
          + "as angelx-fetch-chain(1) shows")
    }
    switch id {
    case .angelOne:
      let clientCode = text("BROKER_CLIENT_CODE")
      let broker = AngelOne(smartAPIClient, clientCode: clientCode)
      guard let codes = OneTimeCode(secret: Secret(text("BROKER_TOTP_SECRET"))) else {
        throw failure(
          "BROKER_TOTP_SECRET is no secret of an authenticator app",
          remedy: "copy it from the page that showed the QR code")
      }
      let login = AngelOneLogin(
        broker, clientCode: clientCode, pin: Secret(text("BROKER_PIN")), codes)
      return (broker, login)
    case .kite: return (kite, KiteLogin(kite))
    }
  }

  /// Kite as this configuration asks it.
  package var kite: Kite {
    Kite(
      KiteClient(
        apiKey: Secret(key("KITE_API_KEY") ?? ""), apiSecret: Secret(text("KITE_API_SECRET"))))
  }

  private var smartAPIClient: SmartAPIClient {
    SmartAPIClient(
      apiKey: Secret(key("BROKER_API_KEY") ?? ""),
      localAddress: text("SMARTAPI_CLIENT_LOCAL_IP", or: "127.0.0.1"),
      publicAddress: text("SMARTAPI_CLIENT_PUBLIC_IP", or: "127.0.0.1"),
      hardwareAddress: text("SMARTAPI_CLIENT_MAC", or: "00:00:00:00:00:00"))
  }

  private func text(_ key: String, or usual: String = "") -> String { settings.text(key) ?? usual }

  private func failure(_ problem: String, remedy: String) -> CallFailure {
    CallFailure(.configuration, id, problem, remedy: remedy)
  }

  /// All that must never be seen of it.
  package var secrets: [[UInt8]] {
    let keys = [
      "BROKER_API_KEY", "BROKER_PIN", "BROKER_TOTP_SECRET", "KITE_API_KEY", "KITE_API_SECRET",
    ]
    return (keys.compactMap { settings.text($0) } + [own?["api_key"]?.text].compactMap(\.self))
      .map { Array($0.utf8) }
  }
}

extension CallBudgets.Rules {
  /// The limits of a broker's part of the configuration.
  fileprivate init(_ own: WrittenValue?, fraction: Double?) {
    self.init()
    if let fraction { self.fraction = fraction }
    guard case .dictionary(let groups)? = own?["limits"]?.content else { return }
    for group in groups {
      guard let name = group.name.text else { continue }
      if group.value.content == .none {
        sharing[name] = "candles"
      } else {
        ofGroups[name] = CallBudgets.Limits(group.value.elements.map(\.whole))
      }
    }
    let ceiling = own?["rate_limits"]
    self.ceiling = CallBudgets.Limits(
      ["per_second", "per_minute", "per_hour"].map { ceiling?[$0]?.whole })
  }
}

extension CallBudgets.Limits {
  /// The numbers for a second, a minute and an hour.
  fileprivate init(_ counts: [Int?]) {
    self.init(
      perSecond: counts.first ?? nil, perMinute: counts.dropFirst().first ?? nil,
      perHour: counts.dropFirst(2).first ?? nil)
  }
}

extension WrittenValue {
  /// The whole number that it is.
  fileprivate var whole: Int? { number.map { Int($0.doubleValue) } }
}
