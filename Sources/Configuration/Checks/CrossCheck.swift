import Scalars

/// Looks at settings together: what one means for another, for the market, and for safety.
struct CrossCheck {
  let settings: Settings
  let circumstances: Circumstances
  private(set) var findings: [Finding] = []

  init(_ settings: Settings, _ circumstances: Circumstances) {
    self.settings = settings
    self.circumstances = circumstances
  }

  /// Everything that there is to say.
  static func findings(_ settings: Settings, _ circumstances: Circumstances) -> [Finding] {
    var check = Self(settings, circumstances)
    check.checkLimits()
    check.checkSizing()
    check.checkTables()
    check.checkTimes()
    check.checkStops()
    check.checkExecution()
    check.checkSignals()
    check.checkMarket()
    check.checkCalendar()
    check.checkBrokers()
    check.checkPaperBrokers()
    check.checkSecrets()
    check.checkAlerts()
    check.checkDestinations()
    check.checkPaths()
    check.checkEnvironment()
    return check.findings
  }

  // MARK: Reporting

  mutating func append(_ finding: Finding) { findings.append(finding) }

  /// Adds a finding about a key, at the place where it was set.
  mutating func report(
    _ severity: Finding.Severity, _ rule: String, _ key: String, _ message: String,
    fix: String? = nil
  ) {
    findings.append(
      Finding(severity, rule, key: key, at: settings[key].place, message, fix: fix))
  }

  /// Adds an error.
  mutating func refuse(_ rule: String, _ key: String, _ message: String, fix: String? = nil) {
    report(.error, rule, key, message, fix: fix)
  }

  /// Adds a warning.
  mutating func warn(_ rule: String, _ key: String, _ message: String, fix: String? = nil) {
    report(.warning, rule, key, message, fix: fix)
  }

  /// Adds an error where two keys that both hold numbers are in the wrong order.
  mutating func require(_ lower: String, notAbove upper: String, _ rule: String) {
    guard let small = settings.number(lower), let large = settings.number(upper), small > large
    else { return }
    if settings[lower].isSet || !settings[upper].isSet {
      refuse(rule, lower, "must not exceed \(upper), which is \(large); found \(small)")
    } else {
      refuse(rule, upper, "must not be below \(lower), which is \(small); found \(large)")
    }
  }
}

extension Settings {
  /// All findings: of the text, of single values, and of what the settings mean together, the worst
  /// first and those of a kind by their place.
  public func findings(in circumstances: Circumstances) -> [Finding] {
    (findings + CrossCheck.findings(self, circumstances)).worstFirst
  }
}

extension [Finding] {
  /// The worst first, and those of a kind by their place.
  public var worstFirst: [Finding] {
    enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.severity != second.severity { return first.severity < second.severity }
      let (place, other) = (first.order, second.order)
      return place == other ? left.offset < right.offset : place < other
    }.map(\.element)
  }
}

extension Finding {
  /// Findings without a place come last.
  fileprivate var order: (Int, String, Int, Int) {
    guard let place else { return (1, "", 0, 0) }
    return (0, place.file, place.line ?? 0, place.column ?? 0)
  }
}
