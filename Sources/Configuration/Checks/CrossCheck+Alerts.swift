import Scalars

extension CrossCheck {
  /// Whether alerts reach somebody.
  mutating func checkAlerts() {
    let handlers = settings["ALERT_HANDLERS"].value
    requireMembers(of: handlers, "webhook", ["url"])
    requireMembers(of: handlers, "email", ["from", "to", "smtp_server"])
    let isHeard = ["log", "webhook", "email"].contains {
      handlers[$0]?["enabled"]?.content == .boolean(true)
    }
    if settings.isOn("ALERTS_ENABLED"), !isHeard {
      warn("alerts", "ALERT_HANDLERS", "no handler is on: alerts go nowhere", fix: "switch one on")
    }
    checkPort(handlers)
    if let mail = handlers["email"], mail["security"]?.text == "none",
      let server = mail["smtp_server"]?.text,
      !["localhost", "127.0.0.1", "[::1]"].contains(server.lowercased())
    {
      refuse(
        "alerts", "ALERT_HANDLERS",
        "'security' is 'none', which is for a mail server on this machine alone",
        fix: "write 'starttls' or 'tls'")
    }
    if let mail = handlers["email"], mail["enabled"]?.content == .boolean(true),
      mail["security"]?.text == "none",
      (mail["password"]?.text ?? settings.text("SMTP_PASSWORD")) != nil
    {
      refuse(
        "alerts", "ALERT_HANDLERS",
        "'security' is 'none', and the password of the mail server would go out unencrypted",
        fix: "write 'starttls' or 'tls', or take the password out")
    }
    let health = settings["PERFORMANCE_HEALTH"].value
    if let first = health["drawdown_percent"]?.number,
      let critical = health["critical_drawdown_percent"]?.number, first > critical
    {
      refuse(
        "alerts", "PERFORMANCE_HEALTH",
        "'drawdown_percent', \(first), lies above 'critical_drawdown_percent', \(critical)")
    }
    require(
      "MARGIN_CALL_ALERT_PERCENT", notAbove: "ALERT_MARGIN_USAGE_THRESHOLD_PERCENT", "alerts")
    warnOfLateAlert(
      "ALERT_DRAWDOWN_THRESHOLD_PERCENT", settings.number("MAX_DAILY_DRAWDOWN_PERCENT"))
    warnOfLateAlert("ALERT_DAILY_LOSS_THRESHOLD_PERCENT", Number(100))
    checkInvalidation()
  }

  private mutating func requireMembers(
    of handlers: WrittenValue, _ handler: String, _ members: [String]
  ) {
    guard let facts = handlers[handler], facts["enabled"]?.content == .boolean(true) else { return }
    let missing = members.filter {
      facts[$0] == nil || facts[$0]?.content == WrittenValue.Content.none
    }
    guard !missing.isEmpty else { return }
    refuse(
      "alerts", "ALERT_HANDLERS",
      "\(quoted(handler)) is on and has no \(missing.map { "'\($0)'" }.joined(separator: ", "))")
  }

  private mutating func checkPort(_ handlers: WrittenValue) {
    guard let mail = handlers["email"], let port = mail["smtp_port"]?.number else { return }
    let security = mail["security"]?.text
    let usual = [587: "starttls", 465: "tls"].first { Number(Int64($0.key)) == port }?.value
    guard let usual, let security, security != usual else { return }
    warn(
      "alerts", "ALERT_HANDLERS",
      "port \(port) usually goes with \(quoted(usual)), and 'security' is \(quoted(security))")
  }

  /// Warns of an alert that comes no sooner than what it should warn of.
  private mutating func warnOfLateAlert(_ key: String, _ stop: Number?) {
    guard let threshold = settings.number(key), let stop, threshold >= stop else { return }
    warn("alerts", key, "is \(threshold): the alert comes no sooner than the stop at \(stop)")
  }

  private mutating func checkInvalidation() {
    guard settings["CACHE_INVALIDATION_RULES"].isSet else { return }
    let kinds =
      settings["CACHE_INVALIDATION_RULES"].value["ORDER_FILLED"]?.elements.compactMap(\.text) ?? []
    let missing = [["positions", "position_data"], ["cash_balance"], ["margin"]]
      .filter { names in !names.contains(where: kinds.contains) }.compactMap(\.first)
    guard !missing.isEmpty else { return }
    warn(
      "cache", "CACHE_INVALIDATION_RULES",
      "a fill leaves old answers in the cache: 'ORDER_FILLED' lacks \(missing.joined(separator: ", "))"
    )
  }
}
