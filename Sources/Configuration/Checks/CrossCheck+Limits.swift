import Market
import Scalars

extension CrossCheck {
  /// Capital, limits of loss, drawdowns and margins.
  mutating func checkLimits() {
    checkDailyLoss()
    warnOfOrder("MAX_DAILY_DRAWDOWN_PERCENT", "MAX_WEEKLY_DRAWDOWN_PERCENT", "the day's")
    warnOfOrder("MAX_WEEKLY_DRAWDOWN_PERCENT", "MAX_MONTHLY_DRAWDOWN_PERCENT", "the week's")
    require("MAINTENANCE_MARGIN_PERCENT", notAbove: "INITIAL_MARGIN_PERCENT", "margin")
    checkTradesByRegime()
    checkShorts()
  }

  /// Whether capital suffices for the margin of any short at all, at the lowest level that is plausible.
  private mutating func checkShorts() {
    guard settings.text("MARGIN_METHOD") == "percent", let capital = settings.number("CAPITAL"),
      let percent = settings.number("INITIAL_MARGIN_PERCENT")
    else { return }
    for name in settings.list("UNDERLYINGS").compactMap(\.text) {
      guard let lot = currentLot(of: name),
        let level = circumstances.tables.underlyings.named(name)?.strikes?.lowerBound
      else { continue }
      let notional = Number(level.paise / 100 * lot)
      let margin = notional.percent(percent)
      guard capital < margin else { continue }
      warn(
        "margin", "CAPITAL",
        "is too little for a short of one lot of \(name): even with the index at \(level) it takes "
          + margin.rupees)
    }
  }

  private mutating func checkDailyLoss() {
    guard let capital = settings.number("CAPITAL") else { return }
    let percent = settings.number("DAILY_LOSS_LIMIT_PERCENT")
    if percent != nil, settings["DAILY_LOSS_LIMIT"].isSet {
      refuse(
        "daily-loss", "DAILY_LOSS_LIMIT_PERCENT",
        "is set, and so is DAILY_LOSS_LIMIT", fix: "give the limit in rupees or in percent")
    }
    let limit = percent.map { capital.percent($0) } ?? settings.number("DAILY_LOSS_LIMIT")
    let key = percent == nil ? "DAILY_LOSS_LIMIT" : "DAILY_LOSS_LIMIT_PERCENT"
    guard let limit else { return }
    let most = capital.percent(Number(10))
    if limit > most {
      refuse(
        "daily-loss", key,
        "must not exceed 10 % of CAPITAL, which is \(most.rupees); found \(limit.rupees)")
    }
    guard let risk = settings.number("RISK_PER_TRADE_PERCENT") else { return }
    let perTrade = capital.percent(risk)
    if limit < perTrade {
      warn(
        "daily-loss", key,
        "one losing trade would end the day: RISK_PER_TRADE_PERCENT of CAPITAL is \(perTrade.rupees)",
        fix: "raise the limit or lower RISK_PER_TRADE_PERCENT")
    }
  }

  private mutating func warnOfOrder(_ short: String, _ long: String, _ whose: String) {
    guard let first = settings.number(short), let second = settings.number(long), first > second
    else { return }
    warn(
      "drawdown", long, "stops at \(second) % before \(whose) limit of \(first) % can",
      fix: "raise it to at least \(first)")
  }

  private mutating func checkTradesByRegime() {
    guard let most = settings.number("MAX_TRADES_PER_DAY") else { return }
    for entry in settings.members("MAX_TRADES_BY_REGIME") {
      guard settings["MAX_TRADES_BY_REGIME"].isSet, let trades = entry.value.number, trades > most
      else { continue }
      warn(
        "trades", "MAX_TRADES_BY_REGIME",
        "\(entry.name.spelling) allows \(trades), and MAX_TRADES_PER_DAY allows \(most)",
        fix: "the smaller of the two holds")
    }
  }
}

extension Number {
  /// So many percent of it, to the paisa.
  func percent(_ percent: Number) -> Number {
    let product = (self * percent)?.divided(by: Number(100)) ?? Number(0)
    return product.rounded(.toNearestAwayFromZero, decimals: 2)
  }

  /// The number with two decimals, as amounts are shown.
  var rupees: String { String(fixed: doubleValue, decimals: 2) }
}
