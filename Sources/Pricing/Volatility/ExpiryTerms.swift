/// What eight options have from their expiry and rates, and in a chain share with the eight before them.
struct ExpiryTerms {
  private var strikeExponent = Lanes.zero
  private var underlyingExponent = Lanes.zero
  private var years = Lanes(repeating: 1)
  /// The discount of the strike, e^(-rT).
  private(set) var discount = Lanes(repeating: 1)
  /// The discount of the underlying, e^(-qT).
  private(set) var yieldDiscount = Lanes(repeating: 1)
  /// The root of the years.
  private(set) var root = Lanes(repeating: 1)

  /// Goes on to the next eight.
  @inline(__always)
  mutating func update(rate: Lanes, yield: Lanes, years: Lanes) {
    if years != self.years {
      self.years = years
      root = years.squareRoot()
    }
    let strike = -(rate * years)
    let underlying = -(yield * years)
    if strike != strikeExponent {
      strikeExponent = strike
      discount = LaneMath.exponential(strike)
    }
    if underlying != underlyingExponent {
      underlyingExponent = underlying
      yieldDiscount = underlying == strike ? discount : LaneMath.exponential(underlying)
    }
  }
}
