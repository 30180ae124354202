import Scalars

extension CrossCheck {
  /// Stops, targets and what closes a position by itself.
  mutating func checkStops() {
    let type = settings.text("STOP_LOSS_TYPE")
    if type == "none" {
      warn(
        "stops", "STOP_LOSS_TYPE",
        "lets a bought option lose its whole premium; a sold one is refused",
        fix: "choose 'percent', 'fixed' or 'atr'")
    }
    let keys = [
      "percent": ["STOP_LOSS_PERCENT"], "fixed": ["STOP_LOSS_FIXED_AMOUNT"],
      "atr": ["STOP_LOSS_ATR_MULTIPLIER", "STOP_LOSS_ATR_PERIOD"],
    ]
    for name in keys.keys.sorted() where name != type {
      noteIdle(keys[name] ?? [], "STOP_LOSS_TYPE")
    }
    if let ratio = settings.number("REWARD_RISK_RATIO"), ratio < Number(1) {
      warn(
        "stops", "REWARD_RISK_RATIO", "is \(ratio): the target is nearer than the stop",
        fix: "a ratio of 1 or more wins as much as it risks")
    }
    checkTrailing()
    checkTimeStop()
  }

  private mutating func checkTrailing() {
    guard settings.isOn("TRAILING_STOP_ENABLED") else {
      noteIdle(
        ["TRAILING_STOP_PERCENT", "TRAILING_STOP_ACTIVATION_PERCENT"], "TRAILING_STOP_ENABLED")
      return
    }
    guard let distance = settings.number("TRAILING_STOP_PERCENT"),
      let activation = settings.number("TRAILING_STOP_ACTIVATION_PERCENT"), activation < distance
    else { return }
    warn(
      "stops", "TRAILING_STOP_ACTIVATION_PERCENT",
      "is \(activation) and TRAILING_STOP_PERCENT \(distance): the first trailing stop may lie below the "
        + "entry", fix: "raise it to \(distance) or more")
  }

  /// A time stop that not even an entry at the open could reach.
  private mutating func checkTimeStop() {
    guard settings.isOn("TIME_STOP_ENABLED") else {
      noteIdle(["TIME_STOP_MINUTES"], "TIME_STOP_ENABLED")
      return
    }
    guard settings.text("PAPER_PRODUCT") == "intraday", let session,
      let minutes = settings.number("TIME_STOP_MINUTES"),
      let end = settings.text("SQUARE_OFF_TIME").flatMap(ClockTime.init),
      minutes.doubleValue * 60 > Double(end.seconds - session.lowerBound.seconds)
    else { return }
    warn(
      "stops", "TIME_STOP_MINUTES",
      "\(minutes) minutes after the open is past SQUARE_OFF_TIME, \(end): the time stop can never act"
    )
  }
}
