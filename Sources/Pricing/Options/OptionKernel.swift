/// Prices European options and their sensitivities, eight at a time.
///
/// The generalised Black-Scholes formula: of a price X that is carried at the rate b, so that its
/// forward is X·e^(bT). With b = 0 X is a forward and the formula is Black's of 1976; with b = r - q X is
/// a spot price that pays dividends at the rate q.
///
/// It goes in steps that are not inlined, and what the next ones need is kept in memory: all of it at
/// once is more than a processor has registers for, and then it moves numbers more than it works on
/// them. A step takes terms and values by reference, because as arguments they would be taken apart.
struct OptionKernel {
  private var discounts = OptionDiscounts()
  /// √T.
  private var root = Lanes.zero
  /// 1/(Xσ√T).
  private var inverse = Lanes.zero
  /// 1/(σ√T).
  private var perDeviation = Lanes.zero
  private var d1 = Lanes.zero
  /// -d2, whose sign is that of more than d2 has.
  private var minusD2 = Lanes.zero
  /// e^(-d1²/2), of which both densities are multiples.
  private var bell = Lanes.zero
  private var tail1 = Lanes.zero
  private var tail2 = Lanes.zero
  /// The strike, discounted, times the chance to pay it; below zero for a put.
  private var strikePart = Lanes.zero

  /// Values eight options.
  ///
  /// - Parameters:
  ///   - block: the options and the place of their values.
  ///   - isExtended: whether the last five are wanted, which are of the third order or of the second in
  ///     time.
  @inline(__always)
  mutating func evaluate(_ block: inout OptionBlock, isExtended: Bool) {
    discounts.update(&block.terms)
    locate(&block.terms)
    Self.setTail(&tail1, of: &d1)
    Self.setTail(&tail2, of: &minusD2)
    findPrice(&block)
    if LaneMath.isAny(isNearMoney) { findPriceNearMoney(&block) }
    findGreeks(&block)
    if isExtended { findExtendedGreeks(&block) }
  }

  /// Finds where the strike stands among the prices at expiry.
  @inline(never)
  private mutating func locate(_ terms: inout OptionBlock.Terms) {
    let root = LaneMath.squareRoot(terms.years)
    let deviation = terms.volatility * root
    let inverse = 1 / (deviation * terms.underlying)
    let perDeviation = inverse * terms.underlying
    let logarithm = LaneMath.logarithm(terms.underlying, over: terms.strike)
    let centre = (logarithm + terms.carry * terms.years) * perDeviation
    let half = deviation * 0.5
    let d1 = centre + half
    self.root = root
    self.inverse = inverse
    self.perDeviation = perDeviation
    self.d1 = d1
    minusD2 = half - centre
    bell = LaneMath.exponential(d1 * d1 * -0.5)
  }

  /// Finds the tail on the side that `d` is on.
  @inline(never)
  private static func setTail(_ tail: inout Lanes, of d: inout Lanes) {
    tail = LaneMath.scaledTail(LaneMath.magnitude(d))
  }

  @inline(never)
  private mutating func findPrice(_ block: inout OptionBlock) {
    let sign = block.terms.sign
    let isIn1 = sign * d1 .>= Lanes.zero
    let isIn2 = sign * minusD2 .<= Lanes.zero
    let part1 = LaneMath.negative(tail1, where: isIn1)
    let part2 = LaneMath.negative(tail2, where: isIn2)
    let present = block.terms.underlying * discounts.ofUnderlying
    let presentBell = present * bell
    let base1 = LaneMath.only(present, where: isIn1)
    let base2 = LaneMath.only(block.terms.strike * discounts.ofStrike, where: isIn2)
    block.values.price = sign * ((base1 - base2) + presentBell * (part1 - part2))
    let chance = LaneMath.only(Lanes(repeating: 1), where: isIn1) + bell * part1
    block.values.delta = sign * discounts.ofUnderlying * chance
    strikePart = sign * (base2 + presentBell * part2)
  }

  /// Where both probabilities are so near a half that their difference has lost digits.
  private var isNearMoney: SIMDMask<SIMD8<Int64>> {
    @inline(__always) get {
      let half = Lanes(repeating: 0.5)
      return (LaneMath.magnitude(d1) .<= half) .& (LaneMath.magnitude(minusD2) .<= half)
    }
  }

  /// Finds the prices there without the halves that are taken away from each other.
  @inline(never)
  private mutating func findPriceNearMoney(_ block: inout OptionBlock) {
    let present = block.terms.underlying * discounts.ofUnderlying
    let presentStrike = block.terms.strike * discounts.ofStrike
    let middle = LaneMath.scaledMiddle(d1) + LaneMath.scaledMiddle(minusD2)
    let price =
      block.terms.sign * 0.5 * (present - presentStrike)
      + present * bell * (middle * Self.densityAtZero)
    block.values.price.replace(with: price, where: isNearMoney)
  }

  @inline(never)
  private mutating func findGreeks(_ block: inout OptionBlock) {
    let (underlying, volatility) = (block.terms.underlying, block.terms.volatility)
    let (rate, carry) = (block.terms.rate, block.terms.carry)
    let weight = discounts.ofUnderlying * (bell * Self.densityAtZero)
    block.values.gamma = weight * inverse
    let perVega = underlying * root
    block.values.vega = weight * perVega
    let vanna = weight * minusD2 * (perDeviation * root)
    block.values.vanna = vanna
    block.values.vomma = -(vanna * d1 * perVega)

    let perRoot = perDeviation * volatility
    let halfPerRoot = perRoot * 0.5
    let gain = (rate - carry) * block.values.delta
    let decay = weight * underlying * (halfPerRoot * volatility)
    block.values.theta = underlying * gain - decay - rate * strikePart
    // How d1 moves with the time to expiry.
    let drift = carry * perDeviation + minusD2 * (perRoot * halfPerRoot)
    block.values.charm = gain - weight * drift
    // Of the two, one is taken once and the other not at all.
    let isSpot = block.terms.carryFollowsRate
    block.values.rho =
      block.terms.years * (isSpot * strikePart + (isSpot - 1) * block.values.price)
  }

  @inline(never)
  private mutating func findExtendedGreeks(_ block: inout OptionBlock) {
    let (vega, gamma) = (block.values.vega, block.values.gamma)
    let perVolatility = perDeviation * root
    let perRoot = perDeviation * block.terms.volatility
    let halfPerYear = perRoot * perRoot * 0.5
    let drift = d1 * (block.terms.carry * perDeviation + minusD2 * halfPerYear)
    let gap = block.terms.carry - block.terms.rate
    block.values.veta = vega * (drift - gap - halfPerYear)
    block.values.color = gamma * (drift - gap + halfPerYear)
    let perUnderlying = inverse * (block.terms.volatility * root)
    block.values.speed = -(gamma * perUnderlying * (1 + d1 * perDeviation))
    let minusProduct = d1 * minusD2
    block.values.zomma = -(gamma * (minusProduct + 1) * perVolatility)
    block.values.ultima =
      vega * perVolatility * perVolatility
      * (minusProduct * (1 + minusProduct) - d1 * d1 - minusD2 * minusD2)
  }

  /// 1/√(2π), the density of the normal distribution at zero.
  private static var densityAtZero: Double { 0.3989422804014327 }
}
