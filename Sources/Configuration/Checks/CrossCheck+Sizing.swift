import Scalars

extension CrossCheck {
  /// How large positions become.
  mutating func checkSizing() {
    require("MIN_QUANTITY", notAbove: "BASE_QUANTITY", "quantities")
    require("BASE_QUANTITY", notAbove: "MAX_QUANTITY", "quantities")
    checkFixedQuantity()
    checkKelly()
    checkStreakRule()
  }

  private var method: String? { settings.text("POSITION_SIZE_METHOD") }

  /// The key that says with which quantity sizing begins.
  var baseKey: String {
    switch method {
    case "fixed": "FIXED_QUANTITY"
    case "volatility": "BASE_QUANTITY"
    // The Kelly rule begins with whatever the stop allows, up to the most.
    default: "MAX_QUANTITY"
    }
  }

  private mutating func checkFixedQuantity() {
    guard method == "fixed", let fixed = settings.number("FIXED_QUANTITY"),
      let least = settings.number("MIN_QUANTITY"), let most = settings.number("MAX_QUANTITY")
    else { return }
    if fixed > most {
      warn("quantities", "FIXED_QUANTITY", "is cut to \(most) by MAX_QUANTITY; found \(fixed)")
    } else if fixed < least {
      warn("quantities", "FIXED_QUANTITY", "is raised to \(least) by MIN_QUANTITY; found \(fixed)")
    }
  }

  private mutating func checkKelly() {
    guard method == "kelly" else {
      noteIdle(
        ["KELLY_FRACTION", "KELLY_WIN_RATE", "KELLY_AVG_WIN", "KELLY_AVG_LOSS", "KELLY_CAP"],
        "POSITION_SIZE_METHOD")
      return
    }
    guard let rate = settings.number("KELLY_WIN_RATE"), let win = settings.number("KELLY_AVG_WIN"),
      let loss = settings.number("KELLY_AVG_LOSS"), let misses = Number(1) - rate,
      let odds = loss.divided(by: win), let lost = misses * odds, let edge = rate - lost
    else { return }
    guard edge <= Number(0) else { return }
    let rounded = edge.rounded(.toNearestAwayFromZero, decimals: 4)
    warn(
      "no-edge", "KELLY_WIN_RATE",
      "with an average win of \(win) and loss of \(loss) there is no edge (f* = \(rounded)), so size "
        + "gives no lots", fix: "check the three numbers, or choose another POSITION_SIZE_METHOD")
  }

  private mutating func checkStreakRule() {
    switch settings.text("STREAK_RULE") {
    case "table": noteIdle(["SCALE_DOWN_AFTER_LOSS", "SCALE_UP_AFTER_WINS"], "STREAK_RULE")
    default: noteIdle(["STREAK_MULTIPLIERS"], "STREAK_RULE")
    }
  }

  /// Notes keys that somebody has set and that another one leaves without effect.
  mutating func noteIdle(_ keys: [String], _ cause: String) {
    for key in keys where settings[key].isSet {
      report(
        .note, "no-effect", key, "has no effect while \(cause) is \(settings[cause].shown)")
    }
  }
}
