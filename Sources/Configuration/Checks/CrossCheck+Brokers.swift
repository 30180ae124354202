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
      guard let address = settings.text(key), address.contains("angelbroking.com") else { continue }
      let standard = WrittenValue.Content(declared: settings[key].key.standard)?.spelling ?? ""
      warn(
        "address", key, "is an address that is no longer in use",
        fix: "write \(standard), or take the line out")
    }
  }

  private mutating func checkSecondBroker() {
    let brokers = settings.members("BROKERS")
    let enabled = brokers.filter { $0.value["enabled"]?.content != .boolean(false) }
    guard settings["BROKERS"].isSet else { return }
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
