extension Shape {
  /// Pauses after a loss, by its size.
  static let cooldownTiers = Shape.list(
    of: .row([
      Member(
        "loss", .number(.percent("% of equity before the trade", .atLeast(0))),
        "The loss from which on the pause holds; the first is 0, and they ascend."),
      Member(
        "minutes", .number(.number("min", .atLeast(0))),
        "The pause; a larger loss has none shorter."),
    ]),
    count: 1...1000)

  /// Factors on the size, by the time of day.
  static let timeMultipliers = Shape.list(
    of: .row([
      Member("from", .timeOfDay, "The beginning, which belongs to the span."),
      Member("to", .timeOfDay, "The end, which does not."),
      Member("factor", .number(.fraction("factor")), "The factor on the size."),
    ]))
}
