import Scalars

extension CrossCheck {
  /// Tables of tiers and factors: in order, of equal lengths, and never rising with losses.
  mutating func checkTables() {
    requireAscending(settings.list("DRAWDOWN_TIERS"), "DRAWDOWN_TIERS")
    requireAscending(settings.list("COOLDOWN_TIERS").compactMap(\.elements.first), "COOLDOWN_TIERS")
    requireNotFalling(settings.list("COOLDOWN_TIERS").compactMap(\.elements.last), "COOLDOWN_TIERS")
    if let first = settings.list("COOLDOWN_TIERS").first?.elements.first?.number, first != Number(0)
    {
      refuse("tiers", "COOLDOWN_TIERS", "must begin at a loss of 0; begins at \(first)")
    }
    requireNotRising(settings.list("DRAWDOWN_MULTIPLIERS"), "DRAWDOWN_MULTIPLIERS")
    requireNotRising(settings.list("STREAK_MULTIPLIERS"), "STREAK_MULTIPLIERS")
    checkDrawdownMultipliers()
    checkFactorsByRegime()
  }

  private mutating func checkDrawdownMultipliers() {
    let (tiers, factors) = (settings.list("DRAWDOWN_TIERS"), settings.list("DRAWDOWN_MULTIPLIERS"))
    if tiers.isEmpty || factors.isEmpty { return }
    if tiers.count != factors.count {
      refuse(
        "tiers", settings["DRAWDOWN_MULTIPLIERS"].isSet ? "DRAWDOWN_MULTIPLIERS" : "DRAWDOWN_TIERS",
        "\(tiers.count) DRAWDOWN_TIERS need as many multipliers, found \(factors.count)",
        fix: "give one factor for each tier, from its lower edge on")
    }
    if let last = factors.last?.number, last != Number(0) {
      refuse(
        "tiers", "DRAWDOWN_MULTIPLIERS", "the last tier is the stop and must have 0; found \(last)")
    }
  }

  private mutating func checkFactorsByRegime() {
    let factors = ["NORMAL", "HIGH", "EXTREME"].compactMap {
      settings["IV_MULTIPLIERS"].value[$0]?.number
    }
    for (calm, wild) in zip(factors, factors.dropFirst()) where wild > calm {
      refuse(
        "tiers", "IV_MULTIPLIERS", "must not rise with volatility: \(wild) stands behind \(calm)")
    }
    let ratios = settings["IV_REGIME_RATIOS"].value
    guard let low = ratios["LOW"]?.number, let high = ratios["HIGH"]?.number,
      let extreme = ratios["EXTREME"]?.number
    else { return }
    if !(low < Number(1) && high >= Number(1) && extreme > high) {
      refuse(
        "tiers", "IV_REGIME_RATIOS",
        "must ascend: LOW below 1, HIGH at least 1, EXTREME above HIGH; found \(low), \(high), \(extreme)"
      )
    }
  }

  // MARK: Orders

  private mutating func requireAscending(_ values: [WrittenValue], _ key: String) {
    require(values, key, "must ascend") { $0 < $1 }
  }

  private mutating func requireNotFalling(_ values: [WrittenValue], _ key: String) {
    require(values, key, "must not fall") { $0 <= $1 }
  }

  private mutating func requireNotRising(_ values: [WrittenValue], _ key: String) {
    require(values, key, "must not rise") { $0 >= $1 }
  }

  private mutating func require(
    _ values: [WrittenValue], _ key: String, _ demand: String, _ holds: (Number, Number) -> Bool
  ) {
    let numbers = values.compactMap(\.number)
    for (first, second) in zip(numbers, numbers.dropFirst()) where !holds(first, second) {
      refuse("tiers", key, "\(demand): \(second) stands behind \(first)")
      return
    }
  }
}
