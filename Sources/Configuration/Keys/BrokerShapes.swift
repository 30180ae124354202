extension Shape {
  /// The brokers that are asked, and how.
  static let brokers = Shape.record([
    Member("angelone", .record(angelOne + ofAnyBroker), "Angel One, by SmartAPI."),
    Member("kite", .record(kite + ofAnyBroker), "Zerodha, by Kite Connect."),
  ])

  private static let angelOne: [Member] = [
    Member("name", .text(.line), default: "'Angel One'", "Its name, for people."),
    Member(
      "api_key", .optional(.text(.secret)), default: "BROKER_API_KEY",
      "The API key; better set as BROKER_API_KEY, and an error where the two differ."),
    Member("base_url", .text(.url(["https"])), default: "SMARTAPI_BASE_URL", "Its address."),
    Member(
      "feed_url", .text(.url(["wss"])), default: "SMARTAPI_FEED_URL",
      "The address of its stream of ticks."),
    Member(
      "instruments_url", .text(.url(["https"])), default: "SMARTAPI_INSTRUMENTS_URL",
      "The address of its list of instruments."),
    Member(
      "quote_batch", .number(.integer("instruments", .within(1...50))), default: "50",
      "How many instruments one call for quotes names."),
    Member(
      "ltp_batch", .number(.integer("instruments", .within(1...50))), default: "50",
      "How many instruments one call for last prices names."),
    callLimits(
      [
        "login": "(1, None, None)",
        "refresh": "(1, None, 1000)",
        "profile": "(3, None, 1000)",
        "logout": "(1, None, None)",
        "rms": "(2, None, None)",
        "search": "(1, None, None)",
        "holdings": "(1, None, None)",
        "margin": "(10, 500, 5000)",
        "books": "(1, None, None)",
        "order_details": "(10, 500, 5000)",
        "quote": "(5, 500, 5000)",
        "ltp": "(10, 500, 5000)",
        "candles": "(3, 180, 5000)",
        "oi": "None",
        "greeks": "(1, None, None)",
        "other": "(1, None, None)",
      ],
      "How many calls of each group it allows a client code. Each of the three books counts by "
        + "itself; None counts a group with 'candles'."),
  ]

  private static let kite: [Member] = [
    Member("name", .text(.line), default: "'Zerodha Kite'", "Its name, for people."),
    Member(
      "api_key", .optional(.text(.secret)), default: "KITE_API_KEY",
      "The API key; better set as KITE_API_KEY, and an error where the two differ."),
    Member(
      "base_url", .text(.url(["https"])), default: "KITE_BASE_URL",
      "Its address, from which the list of instruments comes too."),
    Member(
      "feed_url", .text(.url(["wss"])), default: "KITE_FEED_URL",
      "The address of its stream of ticks."),
    Member(
      "quote_batch", .number(.integer("instruments", .within(1...500))), default: "500",
      "How many instruments one call for quotes names."),
    Member(
      "ltp_batch", .number(.integer("instruments", .within(1...1000))), default: "1000",
      "How many instruments one call for last prices names."),
    callLimits(
      [
        "quote": "(1, None, None)",
        "history": "(3, None, None)",
        "other": "(10, None, None)",
      ],
      "How many calls of each group it allows a user; 'quote' is for last prices too."),
  ]

  private static let ofAnyBroker: [Member] = [
    .priority,
    .enabled,
    .record(
      "rate_limits",
      [
        Member(
          "per_second", .number(.integer("calls", .within(1...1000))), default: "10",
          "The most calls in any second, all groups together."),
        Member(
          "per_minute", .number(.integer("calls", .atLeast(1))), default: "300",
          "The most calls in any minute, all groups together."),
        Member(
          "per_hour", .optional(.number(.integer("calls", .atLeast(1)))), default: "None",
          "The most calls in any hour, all groups together; None sets no limit."),
      ],
      "A ceiling of the user's own over the limits of the broker."),
    Member(
      "stream_connections", .number(.integer("connections", .within(1...3))), default: "3",
      "The most connections that a stream opens to it."),
  ]

  /// What a broker allows of each group of calls in a second, a minute and an hour.
  private static func callLimits(
    _ groups: KeyValuePairs<String, String>, _ meaning: String
  ) -> Member {
    let calls = Shape.optional(.number(.integer("calls", .atLeast(1))))
    let limit = Shape.row([
      Member("per second", calls, "None sets no limit."),
      Member("per minute", calls, "None sets no limit."),
      Member("per hour", calls, "None sets no limit."),
    ])
    return .record(
      "limits",
      groups.map { name, standard in
        Member(name, standard == "None" ? .optional(limit) : limit, default: standard)
      },
      meaning)
  }
}
