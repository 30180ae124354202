extension KeyGroup {
  static let positionSizing = KeyGroup(
    "Position sizing", isFrozen: true,
    [
      Key(
        "POSITION_SIZE_METHOD", .choice("fixed", "kelly", "volatility"), default: "'kelly'",
        "How size finds the quantity that all limits then cut down: a fixed one, a fraction of "
          + "what the Kelly rule allows, or one that moves against volatility."),
      Key(
        "FIXED_QUANTITY", .number(.integer("units", .atLeast(1))), default: "75",
        "The quantity of the method 'fixed', in units. What is no whole number of lots is rounded "
          + "down in the end.",
        otherNames: ["FIXED_POSITION_SIZE"]),
      Key(
        "KELLY_FRACTION", .number(.fraction("of the full Kelly share", .above(0, upTo: 1))),
        default: "0.25",
        "The part of the share of equity found by the Kelly rule that is used."),
      Key(
        "KELLY_WIN_RATE", .number(.fraction("of decided trades")), default: "0.65",
        "The share of winning trades that the Kelly rule uses; trades that broke even do "
          + "not count."),
      Key(
        "KELLY_AVG_WIN", .number(.money(.above(0))), default: "400",
        "The average gain of a winning trade that the Kelly rule uses."),
      Key(
        "KELLY_AVG_LOSS", .number(.money(.above(0))), default: "300",
        "The average loss of a losing trade that the Kelly rule uses, as a positive "
          + "amount."),
      Key(
        "KELLY_CAP", .number(.fraction("of equity", .above(0, upTo: 1))), default: "0.20",
        "The largest share of equity that the Kelly rule may risk, whatever its formula says."),
      Key(
        "MIN_QUANTITY", .number(.integer("units", .atLeast(0))), default: "min(25, BASE_QUANTITY)",
        "The smallest quantity that the method may begin with. It is applied before the "
          + "reductions, so it never forces a trade.",
        otherNames: ["MIN_POSITION_SIZE"]),
      Key(
        "BASE_QUANTITY", .number(.integer("units", .atLeast(1))), default: "min(75, MAX_QUANTITY)",
        "The quantity of the method 'volatility' at average volatility.",
        otherNames: ["BASE_POSITION_SIZE"]),
      Key(
        "MAX_QUANTITY", .number(.integer("units", .atLeast(1))), default: "150",
        "The largest quantity of one position, in units and not in lots, under either name. "
          + "MAX_LOTS limits it as well; the smaller of the two holds.",
        otherNames: ["MAX_POSITION_SIZE"]),
      Key(
        "MAX_LOTS", .number(.integer("lots", .within(1...200))), default: "200",
        "The largest number of lots of one position; MAX_QUANTITY limits it as well."),
      Key(
        "VOLATILITY_MULTIPLIER", .number(.number("factor", .atLeast(1))), default: "1.5",
        "How far the method 'volatility' may move the base quantity either way: between it divided "
          + "by this and it times this."),
      Key(
        "RISK_PER_TRADE_PERCENT", .number(.percent("% of equity", .above(0, upTo: 5))),
        default: "1.0",
        "The most that one trade may lose when its stop is hit. It is in percent under either "
          + "name: 2 for 2 %, not 0.02.",
        otherNames: ["BASE_RISK_PER_TRADE"]),
      Key(
        "STREAK_RULE", .choice("table", "scale"), default: "'table'",
        "How losses and wins in a row change the size: by STREAK_MULTIPLIERS, or by "
          + "SCALE_DOWN_AFTER_LOSS and SCALE_UP_AFTER_WINS. The pause at MAX_CONSECUTIVE_LOSSES "
          + "holds under both."),
      Key(
        "STREAK_MULTIPLIERS", .list(of: .number(.fraction("factor")), count: 1...50),
        default: "[1.0, 0.9, 0.75, 0.5, 0.25]",
        "The factor on the size after no, one, two and more losses in a row; the last one holds "
          + "for all longer streaks. They must not rise."),
      Key(
        "SCALE_DOWN_AFTER_LOSS", .number(.fraction("factor")), default: "0.75",
        "Under STREAK_RULE 'scale': the factor on the size when the last closed trade lost."),
      Key(
        "SCALE_UP_AFTER_WINS", .number(.number("factor", .within(1...2))), default: "1.1",
        "Under STREAK_RULE 'scale': the factor on the size when the last two or more closed trades "
          + "won."),
      Key(
        "DRAWDOWN_TIERS",
        .list(
          of: .number(.percent("% below the highest equity", .above(0, upTo: 100))), count: 1...20),
        default: "[5, 10, 15, 20]",
        "The drawdowns, ascending, from which the size is reduced by DRAWDOWN_MULTIPLIERS; a tier "
          + "contains its own number. The last one is the stop: at it nothing more is opened."),
      Key(
        "DRAWDOWN_MULTIPLIERS", .list(of: .number(.fraction("factor")), count: 1...20),
        default: "[0.8, 0.5, 0.25, 0]",
        "The factor on the size from each of DRAWDOWN_TIERS on, one for each; below the first tier "
          + "it is 1. They must not rise, and the last one is 0."),
      Key(
        "IV_MULTIPLIERS",
        .byRegime(.number(.number("factor", .within(0...2))), "1.0", "1.0", "0.7", "0.4"),
        default: "{'LOW': 1.0, 'NORMAL': 1.0, 'HIGH': 0.7, 'EXTREME': 0.4}",
        "The factor on the size in each regime of volatility. With the method 'volatility' it is "
          + "not applied, for that method follows volatility already."),
      Key(
        "TIME_MULTIPLIERS", .timeMultipliers,
        default: "[('09:15', '10:15', 0.7), ('10:15', '14:30', 1.0), ('14:30', '15:00', 0.6)]",
        "The factor on the size by the time of day; a span contains its beginning and not its end. "
          + "Outside all spans it is 0."),
    ],
    retired: [
      RetiredKey(
        "RISK_CALIBRATION",
        "size always applies the factors of streak, volatility, drawdown and time; their tables "
          + "can be set.", risk: .protects)
    ])
}
