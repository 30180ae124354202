import Scalars

extension CrossCheck {
  /// What it takes to speak with brokers.
  mutating func checkBrokers() {
    checkLogin()
    require("API_CONNECT_TIMEOUT_SECONDS", notAbove: "API_TIMEOUT_SECONDS", "time-outs")
    if let call = settings.number("API_TIMEOUT_SECONDS"),
      let command = settings.number("COMMAND_DEADLINE_SECONDS"), call > command
    {
      warn(
        "time-outs", "API_TIMEOUT_SECONDS",
        "is \(call), and a command gives up after COMMAND_DEADLINE_SECONDS, \(command)")
    }
    checkOldAddresses()
    checkSecondBroker()
    checkNamedBroker()
    checkKeysOfBrokers()
    checkRates("BROKERS")
  }

  /// BROKER_NAME is for those who set no BROKERS; beside them it must not say something else.
  private mutating func checkNamedBroker() {
    guard settings["BROKERS"].isSet, settings["BROKER_NAME"].isSet,
      let name = settings.text("BROKER_NAME")
    else { return }
    let named = settings["BROKERS"].value[name]
    guard named == nil || named?["enabled"]?.content == .boolean(false) else { return }
    warn(
      "brokers", "BROKER_NAME",
      "is \(quoted(name)), which is not among the BROKERS that are asked: it has no effect",
      fix: "add it to BROKERS, or take BROKER_NAME out")
  }

  /// A key of an app that stands in two places must be the same.
  private mutating func checkKeysOfBrokers() {
    for (broker, key) in [("angelone", "BROKER_API_KEY"), ("kite", "KITE_API_KEY")] {
      guard let inner = settings["BROKERS"].value[broker]?["api_key"]?.text,
        let outer = settings.text(key), inner != outer
      else { continue }
      refuse("brokers", "BROKERS", "the 'api_key' of '\(broker)' is another than \(key)")
    }
    if settings.text("KITE_API_KEY") != nil, settings.text("KITE_API_SECRET") == nil {
      warn("login", "KITE_API_KEY", "is set, and logging in needs KITE_API_SECRET too")
    }
  }

  mutating func checkRates(_ key: String) {
    for entry in settings.members(key) {
      let rates = ["per_second", "per_minute", "per_hour"].compactMap { name in
        entry.value["rate_limits"]?[name]?.number
      }
      for (short, long) in zip(rates, rates.dropFirst()) where short > long {
        refuse(
          "brokers", key,
          "the 'rate_limits' of \(entry.name.spelling) allow \(short) in a short time and only \(long) in a "
            + "longer one")
      }
    }
  }

  private mutating func checkLogin() {
    let keys = ["BROKER_API_KEY", "BROKER_CLIENT_CODE", "BROKER_PIN", "BROKER_TOTP_SECRET"]
    let missing = keys.filter { settings[$0].value.content == .none }
    guard let present = keys.first(where: { !missing.contains($0) }), !missing.isEmpty else {
      return
    }
    warn("login", present, "is set, and logging in needs \(missing.joined(separator: ", ")) too")
  }

  private mutating func checkOldAddresses() {
    for key in ["SMARTAPI_BASE_URL", "SMARTAPI_INSTRUMENTS_URL", "SMARTAPI_FEED_URL"] {
      guard let address = settings.text(key), address.contains(text: "angelbroking.com") else {
        continue
      }
      let standard = WrittenValue.Content(declared: settings[key].key.standard)?.spelling ?? ""
      warn(
        "address", key, "is an address that is no longer in use",
        fix: "write \(standard), or take the line out")
    }
  }

  private mutating func checkSecondBroker() {
    let brokers = settings.members("BROKERS")
    let enabled = brokers.filter { $0.value["enabled"]?.content != .boolean(false) }
    let standard = WrittenValue.Content(declared: settings["BROKERS"].key.standard)
    guard settings["BROKERS"].isSet, settings["BROKERS"].value.content != standard else { return }
    if enabled.isEmpty {
      refuse("brokers", "BROKERS", "no broker is enabled")
    } else if settings.isOn("BROKER_FAILOVER_ENABLED"), enabled.count < 2 {
      warn(
        "brokers", "BROKER_FAILOVER_ENABLED",
        "is True, and BROKERS has no second broker to turn to",
        fix: "add one, or write False")
    }
    for (index, first) in enabled.enumerated() {
      guard
        let second = enabled[(index + 1)...].first(where: {
          $0.value["priority"] == first.value["priority"]
        })
      else { continue }
      let outcome =
        settings.isOn("BROKER_LOAD_BALANCE") ? "calls are spread over both" : "their names decide"
      report(
        .note, "brokers", "BROKERS",
        "\(first.name.spelling) and \(second.name.spelling) have the same priority; \(outcome)")
    }
  }
}
