import Scalars

extension CrossCheck {
  /// What signals must have.
  mutating func checkSignals() {
    requireOrder(ofLimits: "BIAS_LIMITS", threshold: "BASE_BIAS_THRESHOLD")
    requireOrder(ofLimits: "TRAP_LIMITS", threshold: "TRAP_MIN_CONFIDENCE")
    if let confidence = settings.number("TRAP_MIN_CONFIDENCE"),
      let half = Number("0.5"), confidence < half
    {
      warn(
        "signals", "TRAP_MIN_CONFIDENCE",
        "is the confidence that a signal is no trap; with \(confidence) most that pass may be traps",
        fix: "write 0.65, or more, for the least confidence")
    }
    require("IV_HISTORY_MIN_SAMPLES", notAbove: "IV_HISTORY_SAMPLES", "signals")
    checkConfidenceFactors()
    if !settings.isOn("ADAPTIVE_FILTERS") {
      noteIdle(
        [
          "FILTER_WINDOWS", "BIAS_BY_REGIME", "TRAP_BY_REGIME", "OI_BY_REGIME", "BIAS_LIMITS",
          "TRAP_LIMITS",
        ], "ADAPTIVE_FILTERS")
    }
  }

  private mutating func requireOrder(ofLimits key: String, threshold: String) {
    let limits = settings.list(key).compactMap(\.number)
    guard limits.count == 2, let value = settings.number(threshold) else { return }
    if limits[0] > limits[1] {
      refuse("signals", key, "must ascend: \(limits[1]) stands behind \(limits[0])")
    } else if value < limits[0] || value > limits[1] {
      warn(
        "signals", threshold,
        "\(value) is always moved into \(key), \(limits[0]) to \(limits[1])")
    }
  }

  private mutating func checkConfidenceFactors() {
    let windows = settings.list("FILTER_WINDOWS").compactMap { $0.elements.first?.text }
    let names = ["LOW", "NORMAL", "HIGH", "EXTREME"] + windows
    guard settings["CONFIDENCE_FACTORS"].isSet else { return }
    for entry in settings.members("CONFIDENCE_FACTORS") {
      guard let name = entry.name.text, !names.contains(name) else { continue }
      let near = nearest(to: name, in: names).map { "did you mean '\($0)'?" }
      refuse(
        "signals", "CONFIDENCE_FACTORS", "\(quoted(name)) is no regime and no window",
        fix: near ?? "known are \(names.joined(separator: ", "))")
    }
  }
}
