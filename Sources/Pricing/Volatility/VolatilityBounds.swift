/// How far a price is from what its option is worth at least and at most.
struct VolatilityBounds {
  /// The price less the discounted intrinsic value: what the option out of the money is worth.
  let timeValue: Double
  /// The discounted bound less the price.
  let room: Double

  /// Measures the price of an option in twice as many digits as a double has.
  ///
  /// Near a bound one unit of the last digit of the price decides whether there is a volatility, and
  /// rounding must not.
  init(price: Double, _ terms: OptionTerms) {
    let years = DoubleDouble(terms.years)
    let discount = DoubleDouble.exponential(-(DoubleDouble(terms.rate) * years))
    let presentStrike = DoubleDouble(terms.strike) * discount
    let present =
      DoubleDouble(terms.underlying) * .exponential(-(DoubleDouble(terms.yield) * years))
    let intrinsic = terms.isCall ? present - presentStrike : presentStrike - present
    let price = DoubleDouble(price)
    timeValue = intrinsic.high > 0 ? (price - intrinsic).high : price.high
    room = ((terms.isCall ? present : presentStrike) - price).high
  }
}
