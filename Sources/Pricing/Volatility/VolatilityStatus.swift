/// Whether an option's price has a volatility, and why it has none.
///
/// Where several reasons hold, the first of them is given.
public enum VolatilityStatus: UInt8, Sendable, Hashable, CaseIterable {
  /// There is one volatility that gives this price.
  case solved
  /// An underlying or a strike that is not above zero, or any of the terms that is no finite number.
  case invalidTerms
  /// No time is left.
  case expired
  /// The price is no finite number above zero.
  case noPrice
  /// Terms so large or small that their products leave the range of a double, or a volatility that does.
  ///
  /// That is an underlying, a strike or years beyond 2²⁰⁰ or below 2⁻²⁰⁰, and rates that discount by
  /// more than e²⁰⁰.
  case beyondRange
  /// The price is not above what the option is worth without volatility, its discounted intrinsic value.
  case belowIntrinsic
  /// The price is not below what the option is worth at best: the discounted underlying of a call, the
  /// discounted strike of a put.
  case aboveBound
}

extension VolatilityStatus {
  /// What can be said before anything is computed; `solved` where the price and the terms are sound.
  @inline(__always)
  static func first(price: Double, _ terms: OptionTerms) -> VolatilityStatus {
    let (rate, yield, years) = (terms.rate, terms.yield, terms.years)
    let isSafe =
      isSafe(terms.underlying) && isSafe(terms.strike) && isSafe(years)
      && abs(rate * years) <= 200 && abs(yield * years) <= 200
    if isSafe && price > 0 && price.isFinite { return .solved }
    // What is not a number fails every comparison.
    guard terms.underlying > 0, terms.underlying.isFinite, terms.strike > 0,
      terms.strike.isFinite, years.isFinite, rate.isFinite, yield.isFinite
    else { return .invalidTerms }
    guard years > 0 else { return .expired }
    return price > 0 && price.isFinite ? .beyondRange : .noPrice
  }

  /// Whether products of a number with a few others of its kind are within the range of a double.
  @inline(__always)
  private static func isSafe(_ number: Double) -> Bool {
    number >= 0x1p-200 && number <= 0x1p200
  }
}

extension OptionTerms {
  /// The rate at which the underlying is discounted: that of its dividends, or the rate for a forward.
  var yield: Double {
    switch model {
    case .forward: rate
    case .spot(let yield): yield
    }
  }
}
