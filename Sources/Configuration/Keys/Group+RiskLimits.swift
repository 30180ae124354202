extension KeyGroup {
  static let riskLimits = KeyGroup(
    "Risk limits", isFrozen: true,
    [
      Key(
        "DAILY_LOSS_LIMIT", .number(.money(.above(0))), default: "0.02 * CAPITAL",
        "The loss of an Indian calendar day, counted from the equity at its first record, at which "
          + "nothing more is opened until the next day. A loss of exactly this much stops; exits "
          + "stay allowed."),
      Key(
        "DAILY_LOSS_LIMIT_PERCENT",
        .optional(.number(.percent("% of the equity the day began with", .above(0, upTo: 10)))),
        "The daily loss limit as a percentage of the equity at which the day began. Set it instead "
          + "of DAILY_LOSS_LIMIT; both together are an error."),
      Key(
        "MAX_CONCURRENT_POSITIONS", .number(.integer("positions", .atLeast(1))), default: "5",
        "The number of open positions at which no further one is opened, until one closes."),
      Key(
        "MAX_TRADES_PER_DAY", .number(.integer("trades a day", .atLeast(1))), default: "10",
        "How many positions may be opened in an Indian calendar day; those still open count too. "
          + "MAX_TRADES_BY_REGIME can only lower it."),
      Key(
        "MAX_TRADES_BY_REGIME",
        .byRegime(.number(.integer("trades a day", .atLeast(0))), "10", "10", "7", "4"),
        default: "{'LOW': 10, 'NORMAL': 10, 'HIGH': 7, 'EXTREME': 4}",
        "The most trades a day in each regime of volatility; the smaller of this and "
          + "MAX_TRADES_PER_DAY holds."),
      Key(
        "MAX_DAILY_DRAWDOWN_PERCENT",
        .number(.percent("% of the day's highest equity", .above(0, upTo: 100))),
        default: "5.0",
        "The fall of equity below its highest of the day at which nothing more is opened until the "
          + "next day; reaching it exactly stops."),
      Key(
        "MAX_WEEKLY_DRAWDOWN_PERCENT",
        .number(.percent("% of the week's highest equity", .above(0, upTo: 100))),
        default: "10.0",
        "The fall of equity below its highest of the week at which nothing more is opened until "
          + "the next week, which begins on Monday at 00:00 Indian time; reaching it exactly "
          + "stops."),
      Key(
        "MAX_MONTHLY_DRAWDOWN_PERCENT",
        .number(.percent("% of the month's highest equity", .above(0, upTo: 100))),
        default: "15.0",
        "The fall of equity below its highest of the calendar month at which nothing more is "
          + "opened until the next month; reaching it exactly stops."),
      Key(
        "DRAWDOWN_RECOVERY_PERIOD_DAYS", .number(.integer("days", .atLeast(0))), default: "7",
        "How many calendar days the stop at the last of DRAWDOWN_TIERS lasts at least. It ends "
          + "only when these days are over and the operator has set the peak of equity anew; never "
          + "by itself."),
      Key(
        "MAX_CONSECUTIVE_LOSSES", .number(.integer("losing trades in a row", .atLeast(1))),
        default: "5",
        "The number of losing trades in a row at which opening pauses for "
          + "CONSECUTIVE_LOSS_RECOVERY_MINUTES; every further loss starts the pause anew. A "
          + "break-even trade neither adds to them nor ends them."),
      Key(
        "CONSECUTIVE_LOSS_RECOVERY_MINUTES", .number(.number("min", .atLeast(0))), default: "60",
        "How long the pause after MAX_CONSECUTIVE_LOSSES lasts from the close of the latest losing "
          + "trade; at exactly this age it is over. 0 turns the pause off."),
      Key(
        "COOLDOWN_TIERS", .cooldownTiers, default: "[(0, 5), (0.5, 10), (1.0, 15), (2.0, 20)]",
        "How long to wait after a trade has closed before opening the next: each pair is a loss in "
          + "percent of the equity before it, and the minutes from that loss on. A win or a "
          + "break-even trade counts as no loss."),
      Key(
        "LAST_ENTRY_TIME", .timeOfDay, default: "'15:00'",
        "The time of day in India from which nothing new is opened; orders that close stay allowed "
          + "until the session ends."),
      Key(
        "INITIAL_MARGIN_PERCENT",
        .number(.percent("% of underlying price × quantity", .above(0, upTo: 100))),
        default: "15.0",
        "What is blocked for a short option under MARGIN_METHOD 'percent'. A long option needs its "
          + "whole premium and nothing else."),
      Key(
        "MAINTENANCE_MARGIN_PERCENT",
        .number(.percent("% of underlying price × quantity", .above(0, upTo: 100))),
        default: "min(10.0, INITIAL_MARGIN_PERCENT)",
        "What equity must still cover for a short option. When equity falls below the sum of this "
          + "over all shorts, a margin call cancels working entries and buys back shorts, the "
          + "largest first."),
      Key(
        "MARGIN_METHOD", .choice("percent", "flat", "span_like", "broker"), default: "'percent'",
        "How the margin of a short option is calculated: by INITIAL_MARGIN_PERCENT and "
          + "MAINTENANCE_MARGIN_PERCENT, by a flat rule of thumb, by revaluing it in scenarios, or "
          + "by asking the broker. Every margin that is shown carries the method and whether it is "
          + "an estimate."),
      Key(
        "MARGIN_BUFFER_PERCENT", .number(.percent("%", .within(0...100))), default: "10",
        "What is added to a margin estimated by MARGIN_METHOD 'flat' or 'span_like' before it is "
          + "compared with what is free."),
    ])
}
