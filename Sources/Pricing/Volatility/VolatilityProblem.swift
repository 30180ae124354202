/// Which of eight numbers something holds for.
typealias LaneMask = SIMDMask<SIMD8<Int64>>

/// Eight prices without what does not bear on their volatility: undiscounted, out of the money, and free
/// of units.
struct VolatilityProblem {
  /// How far the strike is from the forward, |ln(F/K)|.
  var distance: Lanes
  /// The value of the option out of the money, in the units of the price.
  var timeValue: Lanes
  /// What is missing to the bound, likewise.
  var room: Lanes
  /// The geometric mean of underlying and strike, discounted: by this prices are divided.
  var unit: Lanes
  /// What is well above anything that rounding does to time value and room.
  var doubt: Lanes
  /// Where they are larger.
  var isClear: LaneMask

  /// Eight options as they are given.
  struct Inputs {
    var price: Lanes
    var underlying: Lanes
    var strike: Lanes
    var years: Lanes
    var rate: Lanes
    var yield: Lanes
    /// 1 for a call, -1 for a put.
    var sign: Lanes
    /// The discount of the strike.
    var discount: Lanes
    /// The discount of the underlying.
    var yieldDiscount: Lanes
  }

  /// Reduces eight options.
  @inline(__always)
  init(_ given: Inputs) {
    let present = given.underlying * given.yieldDiscount
    let presentStrike = given.strike * given.discount
    let zero = Lanes.zero

    // Under one discount the difference of the prices comes first; it is exact, or nearly.
    let gap = given.underlying - given.strike
    let shadow = gap - given.underlying
    let gapRest = (given.underlying - (gap - shadow)) - (given.strike + shadow)
    let hasOneDiscount = given.yieldDiscount .== given.discount
    let difference = (present - presentStrike).replacing(
      with: gap * given.discount, where: hasOneDiscount)
    let rest = zero.replacing(with: gapRest * given.discount, where: hasOneDiscount)

    let intrinsic = given.sign * difference
    let isIn = intrinsic .> zero
    let price = given.price
    timeValue = price.replacing(with: (price - intrinsic) - given.sign * rest, where: isIn)
    room = present.replacing(with: presentStrike, where: given.sign .< zero) - price
    unit = (present * presentStrike).squareRoot()
    let larger = present.replacing(with: presentStrike, where: presentStrike .> present)
    doubt = larger * 0x1p-40
    isClear = (room .> doubt) .& ((timeValue .> doubt) .| (intrinsic .< -doubt))

    let logarithm =
      LaneMath.logarithm(given.underlying, over: given.strike)
      + (given.rate - given.yield) * given.years
    distance = logarithm.replacing(with: -logarithm, where: logarithm .< zero)
  }
}
