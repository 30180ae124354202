extension Shape {
  /// The simulated brokers by name.
  static let paperBrokers = Shape.table(
    names: .name,
    of: .record([
      .priority,
      .record(
        "rate_limits",
        [
          Member(
            "per_second", .number(.integer("orders", .within(1...1000))), default: "10",
            "The most orders in a second of the records' time."),
          Member(
            "per_minute", .number(.integer("orders", .atLeast(1))), default: "300",
            "The most orders in a minute of the records' time."),
        ],
        "How many orders it takes."),
      .enabled,
      Member(
        "outages",
        .list(
          of: .row([
            Member("from", momentOrTime, "When it goes down."),
            Member("to", momentOrTime, "When it is back."),
          ])),
        default: "[]",
        "When it is down, at a time of every day or once, so that failover can be rehearsed; "
          + "ascending, none within another."),
      Member(
        "delay_ms", .number(.number("ms", .within(0...60_000))),
        default: "MARKET_ORDER_EXECUTION_DELAY_MS",
        "How long after its time a market order becomes active at it."),
      Member("brokerage", .brokeragePlan, default: "BROKERAGE_PLAN", "Whose brokerage it charges."),
    ]),
    count: 1...1000)

  private static let momentOrTime = Shape.either(.timeOfDay, .text(.moment))

  /// The halts that follow from a move of an index.
  static let haltRules = Shape.list(
    of: .row([
      Member(
        "percent", .number(.percent("% move of the index", .above(0, upTo: 100))),
        "The move up or down from the previous close; the percentages ascend."),
      Member("from", .timeOfDay, "The beginning of the time in which it is reached."),
      Member("to", .timeOrClose, "The end of that time, which does not belong to it."),
      Member(
        "minutes", .either(.number(.integer("min", .within(0...400))), .choice("day")),
        "How long trading halts; 'day' is the rest of the day."),
    ]))
}
