extension Shape {
  /// The windows of the filter.
  static let filterWindows = Shape.list(
    of: .row([
      Member("name", .text(.windowName), "The window's name, which no other has."),
      Member("from", .timeOfDay, "The beginning, which belongs to the window."),
      Member(
        "to", .timeOrClose,
        "The end, which belongs to the next; of the last window the close itself."),
      Member(
        "strictness", .number(.number("strictness", .above(0, upTo: 10))),
        "The factor on every requirement; above 1 is stricter."),
    ]),
    count: 1...1000)

  /// Where one regime of volatility ends and the next begins.
  static let regimeRatios = Shape.record([
    Member(
      "LOW", .number(.number("IV ÷ mean of earlier samples", .above(0, below: 1))),
      isRequired: true,
      "Below this ratio volatility is LOW."),
    Member(
      "HIGH", .number(.number("IV ÷ mean of earlier samples", .atLeast(1))), isRequired: true,
      "Above this ratio volatility is HIGH."),
    Member(
      "EXTREME", .number(.number("IV ÷ mean of earlier samples", .above(1))), isRequired: true,
      "Above this ratio volatility is EXTREME."),
  ])

  /// Conditions by name.
  static let strategies = Shape.table(
    names: .name,
    of: .either(
      .text(.condition),
      .record([
        Member(
          "where", .text(.condition), isRequired: true,
          "The expression that a signal has to meet; it comes to true or false."),
        .enabled,
        Member(
          "priority", .number(.integer("", .within(1...1000))), default: "100",
          "The lowest is evaluated first."),
        Member(
          "timeout_ms", .number(.number("ms", .atLeast(0))), default: "STRATEGY_TIMEOUT_MS",
          "How long it may take for one record before that is reported; 0 sets no limit."),
        Member("note", .text(.line), "What a person should know of it."),
      ])))
}
