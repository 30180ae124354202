/// Prices European options and their sensitivities, eight at a time.
///
/// The generalised Black-Scholes formula: of a price X that is carried at the rate b, so that its
/// forward is X·e^(bT). With b = 0 X is a forward and the formula is Black's of 1976; with b = r - q X is
/// a spot price that pays dividends at the rate q.
enum OptionKernel {
  /// Eight options.
  struct Terms {
    /// The price of the underlying, X.
    var underlying: Lanes
    var strike: Lanes
    var years: Lanes
    /// The volatility of a year, as a fraction.
    var volatility: Lanes
    /// The rate at which the strike is discounted.
    var rate: Lanes
    /// The rate at which the underlying is carried, b.
    var carry: Lanes
    /// The discount of the strike, e^(-rT).
    var discount: Lanes
    /// The discount of the underlying, e^((b-r)T).
    var carryDiscount: Lanes
    /// 1 for a call, -1 for a put.
    var sign: Lanes
    /// 1 where the carry moves with the rate, as that of a spot price does; 0 for a forward.
    var carryFollowsRate: Lanes
  }

  /// Their values, in the units of the formula: years, fractions, and per whole unit of a rate.
  struct Values {
    var price = Lanes.zero
    var delta = Lanes.zero
    var gamma = Lanes.zero
    var theta = Lanes.zero
    var vega = Lanes.zero
    var rho = Lanes.zero
    var vanna = Lanes.zero
    var vomma = Lanes.zero
    var charm = Lanes.zero
    var veta = Lanes.zero
    var speed = Lanes.zero
    var zomma = Lanes.zero
    var color = Lanes.zero
    var ultima = Lanes.zero
  }

  /// The values of eight options.
  ///
  /// - Parameter isExtended: whether the last five are wanted, which are of the third order or of the
  ///   second in time.
  @inline(__always)
  static func values(_ terms: Terms, isExtended: Bool) -> Values {
    let root = terms.years.squareRoot()
    let deviation = terms.volatility * root
    let inverse = 1 / (deviation * terms.underlying * terms.years)
    let perDeviation = inverse * (terms.underlying * terms.years)
    let perUnderlying = inverse * (deviation * terms.years)
    let perYear = inverse * (deviation * terms.underlying)
    let perVolatility = perDeviation * root

    let logarithm = LaneMath.logarithm(terms.underlying, over: terms.strike)
    let centre = (logarithm + terms.carry * terms.years) * perDeviation
    let d1 = centre + deviation * 0.5
    let d2 = centre - deviation * 0.5
    let bell = LaneMath.exponential(d1 * d1 * -0.5)

    let zero = Lanes.zero
    let isIn1 = terms.sign * d1 .>= zero
    let isIn2 = terms.sign * d2 .>= zero
    let tail1 = LaneMath.scaledTail(d1.replacing(with: -d1, where: d1 .< zero))
    let tail2 = LaneMath.scaledTail(d2.replacing(with: -d2, where: d2 .< zero))
    let part1 = tail1.replacing(with: -tail1, where: isIn1)
    let part2 = tail2.replacing(with: -tail2, where: isIn2)

    let present = terms.underlying * terms.carryDiscount
    let presentStrike = terms.strike * terms.discount
    let presentBell = present * bell
    let base1 = zero.replacing(with: present, where: isIn1)
    let base2 = zero.replacing(with: presentStrike, where: isIn2)
    let one1 = zero.replacing(with: Lanes(repeating: 1), where: isIn1)

    var values = Values()
    values.price = terms.sign * ((base1 - base2) + presentBell * (part1 - part2))
    let half = Lanes(repeating: 0.5)
    let isNearMoney = (d1 .<= half) .& (d1 .>= -half) .& (d2 .<= half) .& (d2 .>= -half)
    if isNearMoney != SIMDMask(repeating: false) {
      // There the sum above takes a half away from a half.
      let middle = LaneMath.scaledMiddle(d1) - LaneMath.scaledMiddle(d2)
      let nearMoney =
        terms.sign * 0.5 * (present - presentStrike)
        + presentBell * (middle * Self.densityAtZero)
      values.price = values.price.replacing(with: nearMoney, where: isNearMoney)
    }
    let chance = one1 + bell * part1
    values.delta = terms.sign * terms.carryDiscount * chance
    let density = bell * Self.densityAtZero
    let weight = terms.carryDiscount * density
    values.gamma = weight * perUnderlying * perDeviation
    values.vega = terms.underlying * weight * root
    let strikePart = base2 + presentBell * part2
    let gap = terms.carry - terms.rate
    let decay = terms.underlying * weight * terms.volatility * root * perYear * 0.5
    values.theta =
      -decay
      - terms.sign * (gap * present * chance + terms.rate * strikePart)
    let spotRho = terms.sign * terms.years * strikePart
    let forwardRho = -(terms.years * values.price)
    values.rho = forwardRho + terms.carryFollowsRate * (spotRho - forwardRho)
    values.vanna = -(weight * d2 * perVolatility)
    let product = d1 * d2
    values.vomma = values.vega * product * perVolatility
    // How d1 moves with the time to expiry.
    let drift = terms.carry * perDeviation - d2 * perYear * 0.5
    values.charm = -(weight * drift) - terms.sign * terms.carryDiscount * gap * chance
    guard isExtended else { return values }

    values.veta = -(values.vega * (gap - d1 * drift + perYear * 0.5))
    values.speed = -(values.gamma * perUnderlying * (1 + d1 * perDeviation))
    values.zomma = values.gamma * (product - 1) * perVolatility
    values.color = -(values.gamma * (gap - d1 * drift - perYear * 0.5))
    values.ultima =
      -(values.vega * perVolatility * perVolatility
      * (product * (1 - product) + d1 * d1 + d2 * d2))
    return values
  }

  /// 1/√(2π), the density of the normal distribution at zero.
  private static var densityAtZero: Double { 0.3989422804014327 }
}
