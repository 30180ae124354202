/// How the market and the clock are moved.
struct MarketShift {
  /// What the price of each underlying is multiplied by, before anything is added.
  var factor = 1.0
  /// The rupees that are added to the price of each underlying.
  var rupees = 0.0
  /// What is added to each volatility, as a fraction.
  var volatility = 0.0
  /// The years that pass.
  var years = 0.0

  /// Nothing is moved.
  static let none = MarketShift()

  /// The volatility under which no shift brings one.
  static let leastVolatility = 0.001

  /// The time under which an option counts as settled: a second, so that rounding leaves no option alive.
  static let leastYears = 1.0 / (365 * 86_400)

  func price(_ underlying: Double) -> Double { underlying * factor + rupees }

  /// Whether an option still has time after the shift.
  func isAlive(_ terms: OptionTerms) -> Bool { terms.years - years > Self.leastYears }

  /// The terms of an option after the shift; nil when its time has run out.
  ///
  /// The price of its underlying stands still while time passes, be it the spot price or the forward.
  func terms(_ terms: OptionTerms) -> OptionTerms? {
    guard isAlive(terms) else { return nil }
    var terms = terms
    terms.years -= years
    terms.underlying = price(terms.underlying)
    let least = min(terms.volatility, Self.leastVolatility)
    terms.volatility = max(terms.volatility + volatility, least)
    return terms
  }

  /// What an option is worth whose time has run out.
  func intrinsic(_ terms: OptionTerms) -> Double {
    let price = price(terms.underlying)
    return max(terms.isCall ? price - terms.strike : terms.strike - price, 0)
  }
}
