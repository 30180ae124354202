import CommandLineKit
import Market
import Pricing
import Scalars

/// The options that say how options are valued.
struct ValuationOptions: Sendable {
  var at: Timestamp?
  var forward: Double?
  var spot: Double?
  var volatility: Double?
  var forwardRule = ForwardChoice.auto
  var wantsSnapshots = false
  var model = ModelRule.automatic
  var price = PriceChoice.auto
  var side = VolatilitySide.own
  /// Near the yield of a treasury bill of 91 days.
  var rate = 5.35
  var yield = 0.0
  var dayCount = DayCount.calendar365
  var closing: TimeOfDay?
  var greeks: [GreekChoice] = [.first]
  var units = ValueUnits.people
  var isPerLot = false
  var usesOwnVolatility = false
  var tables: PathArgument?
  var symbols: SymbolFamily?
  var comparison: PathArgument?

  static let parameters: [Parameter<ValuationOptions>] =
    market.map { $0.section("Market") } + formula.map { $0.section("Model") }
    + result.map { $0.section("Result") }

  private static let market: [Parameter<ValuationOptions>] = [
    .option(
      "at", "TIME", \.at, "Value as of TIME instead of each row's own time."
    )
    .defaulting(to: "the time of the row; now for a single option")
    .environment(nil).configuration(nil),
    .option(
      "forward", "PRICE", \.forward, limits: .above(0),
      "The forward, where a row has none of its own."
    ).environment(nil).configuration(nil),
    .option(
      "spot", "PRICE", \.spot, limits: .above(0),
      "The spot price, where a row has none of its own."
    ).environment(nil).configuration(nil),
    .option(
      "iv", "PERCENT", \.volatility, limits: .above(0),
      "Value with this volatility instead of finding it from prices."
    ).environment(nil).configuration(nil),
    .flag(
      "own-iv", \.usesOwnVolatility,
      "Value with the volatility in a row's field iv, where there is one."
    )
    .explained("It is in percent, and with --units raw a fraction, as greeks writes it."),
    .option("forward-from", "SOURCE", \.forwardRule, "Where the forward comes from.")
      .explained(
        """
        auto takes the first of these that is there: the row's own forward (given), the future of the \
        same expiry (future), put-call parity over the strikes nearest the money (parity), the spot \
        price carried to the expiry (spot). Any other choice takes that one or none.
        """,
        """
        Futures and parity want the other rows of the same snapshot: they must stand together. A \
        snapshot ends where a contract comes again, or where the time moves on by more than a minute. \
        Index rows count for the rows of their own file. Where the first record of a file has a forward \
        of its own, auto does not look for snapshots there, which is faster; --snapshots makes it. A quote \
        with an age_ms above 60000 counts for no other row.
        """),
    .flag(
      "snapshots", \.wantsSnapshots,
      "Look for snapshots also where the first record has a forward of its own."),
    .option("price-from", "SOURCE", \.price, "Which price of a row counts.")
      .explained(
        """
        auto takes the middle of bid and ask where both are there and do not cross; the last trade \
        where they are far apart and it lies between them, or where they are missing; and the field \
        price where a row has none of these. close is the close of the session before.
        """),
    .option(
      "iv-side", "SIDE", \.side, "Whose price gives the volatility of an option in the money."
    )
    .explained(
      """
      own is its own. otm is that of the option out of the money with the same strike, whose price \
      says more of it; where that is not in the snapshot, its own.
      """),
  ]

  private static let formula: [Parameter<ValuationOptions>] = [
    .option("model", "MODEL", \.model, "Which formula prices an option.")
      .explained(
        """
        black76 is Black's formula on the forward, bsm that of Black, Scholes and Merton on the spot \
        price. auto is bsm where the forward comes from the spot price, and black76 elsewhere.
        """),
    .option(
      "rate", "PERCENT", \.rate, limits: .within(-50...100),
      "The interest rate a year, continuously compounded."
    )
    .explained(
      "With a forward of the market it matters little; with a spot price it makes the forward."),
    .option(
      "yield", "PERCENT", \.yield, limits: .within(-50...100),
      "The dividend yield a year, continuously compounded."),
    .option("day-count", "DAYS", \.dayCount, "How many days a year has.")
      .explained(
        "365 and 365.25 count calendar time, 252 the time in which the market is open."),
    .option("expiry-time", "HH:MM", \.closing, "The time of day at which contracts expire.")
      .defaulting(to: "that of the market's tables"),
  ]

  private static let result: [Parameter<ValuationOptions>] = [
    .list("greeks", "NAME", \.greeks, "Which sensitivities are written.")
      .explained(
        """
        first is delta, gamma, theta, vega and rho; second is those and vanna, vomma (or volga), charm \
        and veta; all is all of them. Names may be mixed. theta is the pace of this moment; theta_1d is \
        what is lost until the same time tomorrow, which is never more than the time value left.
        """),
    .option("units", "UNITS", \.units, "The units of the values.")
      .explained(
        """
        people: theta, charm, veta and color by the day, vega, rho and the others by a point of a percent, iv \
        and rate in percent. raw: those of the formula, by the year and by the whole, with all digits.
        """),
    .flag("per-lot", \.isPerLot, "Add what a lot is worth and gains, in rupees."),
    .option("compare", "FILE", \.comparison, "Set the Greeks that a broker gave beside ours.")
      .environment(nil).configuration(nil)
      .explained(
        """
        FILE is the answer of Angel One's optionGreek as it came, or its rows in any form that is read. \
        Options are matched by underlying, expiry, strike and right. Broker's values are in the units of \
        --units people. What the broker prints as impliedVolatility is not what its Greeks were made \
        with, and its rate is unknown: try --rate 10.
        """),
    .option(
      "tables", "FOLDER", \.tables,
      "Take market tables from FOLDER, row by row beside those that come with angelx."
    ).completing(.folder),
    .option(
      "symbols", "FAMILY", \.symbols, "Whose symbols they are, where they can be read in two ways."
    )
    .defaulting(to: "any"),
  ]

  /// How options are valued.
  var rules: ValuationRules {
    var rules = ValuationRules()
    rules.rate = rate / 100
    rules.dividendYield = yield / 100
    rules.model = model
    rules.forward = forwardRule.rule
    rules.price = price.rule
    rules.volatilitySide = side
    let chosen = GreekChoice.greeks(greeks).map(\.greek)
    rules.wantsNextDay = chosen.contains(.nextDay)
    rules.isExtended = chosen.contains {
      if case .quantity(let quantity) = $0 { quantity.isExtended } else { false }
    }
    rules.daysInYear = dayCount.daysInYear
    return rules
  }
}

extension ValuationOptions {
  /// What was most likely meant as a fraction, and counts as percent.
  var doubts: [String] {
    func doubt(_ option: String, _ value: Double?, below least: Double) -> String? {
      guard let value, value != 0, value.magnitude < least else { return nil }
      let text = String(shortest: value)
      return
        "\(option) \(text) is \(text) %, as it is in percent; for \(String(shortest: value * 100)) % "
        + "write \(String(shortest: value * 100))"
    }
    return [doubt("--iv", volatility, below: 1), doubt("--rate", rate, below: 0.2)]
      .compactMap(\.self)
  }
}
