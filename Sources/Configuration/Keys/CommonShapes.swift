extension Shape {
  /// A dictionary by regime of volatility, with the default of each regime from the calmest on.
  static func byRegime(
    _ member: Shape, _ low: String, _ normal: String, _ high: String, _ extreme: String
  ) -> Shape {
    .record([
      Member("LOW", member, default: low, "In calm volatility."),
      Member(
        "NORMAL", member, default: normal,
        "In usual volatility, and as long as too little is known."),
      Member("HIGH", member, default: high, "In raised volatility."),
      Member("EXTREME", member, default: extreme, "In the highest volatility."),
    ])
  }

  /// Two fractions between which something is kept.
  static func limits(of unit: String) -> Shape {
    .row([
      Member("low", .number(.fraction(unit)), "The least."),
      Member("high", .number(.fraction(unit)), "The most; not below the least."),
    ])
  }

  /// A time of day, or the close of the market on the date.
  static let timeOrClose = Shape.either(.timeOfDay, .choice("close"))

  /// Whose tariff of brokerage holds.
  static let brokeragePlan = Shape.choice(.init("angelone", alsoRead: "angel_one"), "zerodha")
}

extension Shape.Member {
  /// A dictionary that may be left out; its default is made of those of its members.
  static func record(_ name: String, _ members: [Self], _ meaning: String) -> Self {
    let standards = members.compactMap { member in
      member.standard.map { "'\(member.name)': \($0)" }
    }
    return Self(
      name, .record(members), default: "{\(standards.joined(separator: ", "))}", meaning)
  }

  /// In what order brokers are taken.
  static let priority = Self(
    "priority", .number(.integer("", .within(1...100))), default: "1",
    "The lowest is taken first; several may have the same.")

  /// Whether a broker or a strategy is used at all.
  static let enabled = Self(
    "enabled", .boolean, default: "True", "With False it is as if it were left out.")
}
