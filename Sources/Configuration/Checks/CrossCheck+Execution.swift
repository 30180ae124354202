import Scalars

extension CrossCheck {
  /// What makes simulated results better than real ones would be.
  mutating func checkExecution() {
    warnOfZero("BACKTEST_SLIPPAGE_PERCENT", "fills without slippage flatter the result")
    if settings.number("LIMIT_ORDER_ACCEPTANCE_RATE") == Number(1) {
      warn(
        "optimistic", "LIMIT_ORDER_ACCEPTANCE_RATE",
        "is 1: every limit order at the market fills, which flatters the result")
    }
    warnOfOff(
      "SIMULATE_GAPS",
      "stops fill at their trigger also where the market jumps past it, which flatters the "
        + "result")
    for key in [
      "VALIDATE_ORDERS_BEFORE_SUBMIT", "CHECK_MARGIN_AVAILABILITY", "CHECK_POSITION_LIMITS",
    ] {
      warnOfOff(key, "orders are accepted that a broker would refuse")
    }
    if settings["PAPER_SLM"].isSet, settings.text("PAPER_SLM") == "native" {
      warn(
        "optimistic", "PAPER_SLM",
        "exchanges are believed to take no SL-M orders for index options",
        fix: "write 'as_limit', as brokers do it")
    } else if settings.text("PAPER_SLM") == "native" {
      noteIdle(["PAPER_SLM_BUFFER_PERCENT"], "PAPER_SLM")
    }
    if !settings.isOn("MARKET_IMPACT_ENABLED") {
      noteIdle(["MARKET_IMPACT_PERCENT"], "MARKET_IMPACT_ENABLED")
    }
    if !settings.isOn("SIMULATE_HALTS") { noteIdle(["MARKET_HALT_RULES"], "SIMULATE_HALTS") }
    checkHalts()
    if settings.text("MARGIN_METHOD") == "percent" {
      noteIdle(["MARGIN_BUFFER_PERCENT"], "MARGIN_METHOD")
    }
  }

  private mutating func checkHalts() {
    var last = Number(0)
    for row in settings.list("MARKET_HALT_RULES").map(\.elements) where row.count == 4 {
      guard let percent = row[0].number, let from = row[1].text.flatMap(ClockTime.init) else {
        return
      }
      if percent < last {
        refuse("halts", "MARKET_HALT_RULES", "must ascend: \(percent) % stands behind \(last) %")
      }
      if let end = row[2].text.flatMap(ClockTime.init), end <= from {
        refuse("halts", "MARKET_HALT_RULES", "\(from) to \(end) ends before it begins")
      }
      last = percent
    }
  }

  private mutating func warnOfZero(_ key: String, _ message: String) {
    if settings.number(key) == Number(0) { warn("optimistic", key, "is 0: \(message)") }
  }

  private mutating func warnOfOff(_ key: String, _ message: String) {
    if !settings.isOn(key) { warn("optimistic", key, "is False: \(message)") }
  }
}
