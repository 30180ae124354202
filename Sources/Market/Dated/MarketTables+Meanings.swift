extension MarketTables.File {
  /// What a row says, in a sentence or two.
  public var meaning: String {
    switch self {
    case .underlyings:
      "An underlying with its exchange and the band of its plausible strikes. scope is traded, or known for one that is known by name only, so that its symbols are not taken for those of another."
    case .indexNames:
      "A name under which an index stands in the list of some broker. Blanks, hyphens and the case of letters do not matter."
    case .calendarCoverage:
      "From which day to which the holidays of an exchange are known. Beyond it nothing is guessed."
    case .holidays:
      "A day on which the market is closed though it is a weekday (kind closed), on which nothing is settled (no_settlement), or on which it is open though it is none (open)."
    case .specialSessions:
      "The hours of a session outside the usual ones, such as Muhurat trading; one without hours is known to be, but not when."
    case .sessions:
      "When a phase of the trading day begins and ends, from one day to another. expiring_continuous is for contracts on the day on which they expire: its end is the moment of expiry, and where there is none that of continuous."
    case .expiryRules:
      "The weekday on which weekly or monthly contracts expire; a holiday moves it back to the trading day before."
    case .lots:
      "The units of a lot. keyed_on expiry is for contracts that expire from the day on, trade_date for all from that day on; cycle long_dated is for contracts beyond the third month."
    case .freezeQuantities: "The most units of one order, from a day on."
    case .freezeSlabs:
      "The most units of one order by the level of the index, where no quantity is known."
    case .strikeSteps: "How far strikes are apart."
    case .ticks:
      "The least difference of two prices, up to a level of the index where it depends on that."
    case .charges:
      "What a trade costs: an item, its rate and what that is taken of, for one side or both."
    }
  }

  /// The columns, and a row that comes with angelx.
  public var sample: (header: String, row: String) {
    let lines = builtInBytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2)
    return (String(decoding: lines[0], as: UTF8.self), String(decoding: lines[1], as: UTF8.self))
  }
}
