extension KeyGroup {
  static let stopsAndTargets = KeyGroup(
    "Stops and targets", isFrozen: true,
    [
      Key(
        "STOP_LOSS_TYPE", .choice("percent", "fixed", "atr", "none"), default: "'percent'",
        "How a stop is found where none is given: a percentage of the premium, a loss in rupees of "
          + "the whole position, or a multiple of the average true range. 'none' lets a bought "
          + "option lose its whole premium; a sold one must have a stop."),
      Key(
        "STOP_LOSS_PERCENT", .number(.percent("% of the entry premium", .above(0, upTo: 1000))),
        default: "2.0",
        "The distance of the stop under STOP_LOSS_TYPE 'percent', of the option's price and not of "
          + "the index. For a bought option 100 or more leaves the stop at one tick."),
      Key(
        "STOP_LOSS_FIXED_AMOUNT", .number(.money(.above(0))), default: "250",
        "The loss at which the whole position is closed under STOP_LOSS_TYPE 'fixed'; the distance "
          + "is this divided by the quantity."),
      Key(
        "STOP_LOSS_ATR_MULTIPLIER", .number(.number("average true ranges", .above(0))),
        default: "1.5",
        "The distance of the stop under STOP_LOSS_TYPE 'atr', in average true ranges of the "
          + "option's own candles."),
      Key(
        "STOP_LOSS_ATR_PERIOD", .number(.integer("candles", .within(2...200))), default: "14",
        "How many candles the average true range spans; one candle more must be there."),
      Key(
        "TRAILING_STOP_ENABLED", .boolean, default: "True",
        "Whether a stop follows the price once a position has gained enough."),
      Key(
        "TRAILING_STOP_PERCENT", .number(.percent("% of the best price", .above(0, below: 100))),
        default: "1.5",
        "How far behind the best price since entry the stop follows; it only ever tightens."),
      Key(
        "TRAILING_STOP_ACTIVATION_PERCENT", .number(.percent("% of the entry price", .above(0))),
        default: "2.0",
        "The gain of the best price over the entry from which the stop follows, for good; reaching "
          + "it exactly is enough."),
      Key(
        "TIME_STOP_ENABLED", .boolean, default: "True",
        "Whether a position is closed because of its age."),
      Key(
        "TIME_STOP_MINUTES", .number(.number("min", .above(0))), default: "120",
        "The age, from the first fill, at which a position is closed at market; exactly this age "
          + "closes."),
      Key(
        "REWARD_RISK_RATIO", .number(.number("reward for each rupee of risk", .above(0))),
        default: "2.5",
        "How many times farther from the entry the target lies than the stop. Below 1 is warned "
          + "about."),
      Key(
        "SQUARE_OFF_TIME", .timeOfDay, default: "'15:15'",
        "The time of day in India at which positions of an intraday product are closed at market "
          + "and their working orders cancelled. Carried positions stay."),
    ])
}
