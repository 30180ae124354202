/// The discounts of eight options, which are those of the eight before them in a chain of one expiry.
struct OptionDiscounts {
  private var strikeExponent = Lanes.zero
  private var underlyingExponent = Lanes.zero
  /// The discount of the strike, e^(-rT).
  private(set) var ofStrike = Lanes(repeating: 1)
  /// The discount of the underlying, e^((b-r)T).
  private(set) var ofUnderlying = Lanes(repeating: 1)

  /// Makes them those of other options, which need not be computed where the exponents are the same.
  @inline(__always)
  mutating func update(_ terms: inout OptionBlock.Terms) {
    let isOther =
      (terms.rate * terms.years .!= strikeExponent)
      .| ((terms.carry - terms.rate) * terms.years .!= underlyingExponent)
    if LaneMath.isAny(isOther) { renew(&terms) }
  }

  @inline(never)
  private mutating func renew(_ terms: inout OptionBlock.Terms) {
    strikeExponent = terms.rate * terms.years
    underlyingExponent = (terms.carry - terms.rate) * terms.years
    ofStrike = LaneMath.exponential(-strikeExponent)
    ofUnderlying = LaneMath.exponential(underlyingExponent)
  }
}
