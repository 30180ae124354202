/// Finds the deviations of options, eight at a time, wherever there is one.
///
/// The root is bracketed, and steps of the third order on a logarithm that never lead out of the bracket
/// close in on it. Up to half of the bound the logarithm is that of the price; above it, that of what is
/// missing to the bound. Both rise and fall so evenly that the steps converge from the bracket's end.
struct VolatilitySearch {
  /// How far the strikes are from the forwards, |ln(F/K)|.
  var distance = Lanes(repeating: 0)
  /// What the options out of the money are worth, or what is missing to that.
  private var target = Lanes(repeating: 0.3)
  private var logarithm = Lanes(repeating: -1.2039728043259361)
  private var isUpper = LaneMask(repeating: false)

  private var lower = Lanes.zero
  private var upper = Lanes.zero
  private var deviation = Lanes.zero

  /// Sets one option.
  ///
  /// - Parameters:
  ///   - distance: |ln(F/K)|.
  ///   - timeValue: the value of the option out of the money.
  ///   - room: what is missing to the bound.
  ///   - unit: the geometric mean by which both are divided.
  ///   - guess: a deviation to begin with, which may be anything.
  mutating func set(
    _ lane: Int, distance: Double, timeValue: Double, room: Double, unit: Double, guess: Double
  ) {
    deviation[lane] = guess
    self.distance[lane] = distance
    let isUpper = room < timeValue
    self.isUpper[lane] = isUpper
    let value = isUpper ? room : timeValue
    // A number so small has no quotient of its own, but a logarithm.
    let isTiny = value < 0x1p-500
    target[lane] = value / unit
    let scaled = isTiny ? value * 0x1p600 : value
    let ratio = LaneMath.logarithm(Lanes(repeating: scaled), over: Lanes(repeating: unit))[0]
    logarithm[lane] = isTiny ? ratio - 600 * 0.6931471805599453 : ratio
  }

  /// The deviations.
  mutating func solve() -> Lanes {
    bracket()
    let isInside = (deviation .> lower) .& (deviation .< upper)
    deviation = lower.replacing(with: deviation, where: isInside)
    var isOpen = LaneMask(repeating: true)
    var rounds = 0
    while isOpen != LaneMask(repeating: false) && rounds < 200 {
      isOpen = isOpen .& .!advance(where: isOpen)
      rounds += 1
    }
    return deviation
  }

  /// Deviations between which the roots are.
  ///
  /// The price is at most s/√(2π), and at most e^(-u²/2) times a half. It has passed half of its bound
  /// where t - u = 0.7, and has not reached it where t = u or s = 1; and nothing is missing to the bound
  /// that a double can hold where t - u = 40.
  private mutating func bracket() {
    let doubled = distance * 2
    let widest = (logarithm * -2).replacing(with: 0, where: logarithm .> Lanes.zero)
    let byBell = distance / (widest + 1e-300).squareRoot()
    let bySlope = target * 2.5066282746310002
    let low = bySlope.replacing(with: byBell, where: byBell .> bySlope)
    let atInflection = doubled.squareRoot()
    let high = atInflection.replacing(with: 1, where: atInflection .< 1)
    lower = (low * (1 - 0x1p-40)).replacing(with: high, where: isUpper)
    let middle = 0.7 + (doubled + 0.49).squareRoot()
    let end = 40 + (doubled + 1600).squareRoot()
    upper = middle.replacing(with: end, where: isUpper)
  }

  /// Makes one step where there is need, and says which were the last.
  private mutating func advance(where isOpen: LaneMask) -> LaneMask {
    let s = deviation
    let curve = self.curve(at: s)
    let isLow = curve.excess .< Lanes.zero
    lower = lower.replacing(with: s, where: isOpen .& isLow)
    upper = upper.replacing(with: s, where: isOpen .& .!isLow)
    let newton = curve.excess * -curve.slope
    let bend = newton * curve.bend
    let change = newton / (1 + bend * 0.5)
    let proposed = s + change
    let isInside = (proposed .>= lower) .& (proposed .<= upper)
    let middle = (lower * upper).squareRoot()
    deviation = deviation.replacing(
      with: middle.replacing(with: proposed, where: isInside), where: isOpen)
    let small = Lanes(repeating: 1e-6)
    let isSmall =
      (change .<= s * small) .& (change .>= -(s * small)) .& (bend .<= small) .& (bend .>= -small)
    let isNarrow = upper - lower .<= lower * 0x1p-51
    return (isInside .& isSmall) .| isNarrow
  }

  /// By how much the logarithm is too large at a deviation, the inverse of its derivative, and its second
  /// derivative over the first; all of them so that it rises.
  private func curve(at s: Lanes) -> (excess: Lanes, slope: Lanes, bend: Lanes) {
    let t = s * 0.5
    let u = distance / s
    let offset = u - t
    let isLeft = offset .>= Lanes.zero
    let near = LaneMath.scaledTail(offset.replacing(with: -offset, where: .!isLeft))
    let far = LaneMath.scaledTail(u + t)
    // Past the middle the nearer tail is what the whole distribution leaves of it.
    let square = (offset * offset).replacing(with: 0, where: isLeft .| isUpper)
    let whole = LaneMath.exponential(square * 0.5) - near
    let price = near.replacing(with: whole, where: .!isLeft) - far
    let first = 1 - u * (LaneMath.scaledTail(u) * 2.5066282746310002)
    let series =
      s * 0.3989422804014327 * NormalSeries.value(first: first, square: u * u, quarter: t * t)
    let isSeries = (t .<= 0.15) .& (distance .<= 2)
    let value = price.replacing(with: series, where: isSeries)
      .replacing(with: near + far, where: isUpper)

    let logarithm =
      LaneMath.logarithm(value, over: Lanes(repeating: 1)) - (u * u + t * t) * 0.5
    let slope = value * 2.5066282746310002
    let second = u * u / s - s * 0.25
    let excess = logarithm - self.logarithm
    let sign = Lanes(repeating: 1).replacing(with: -1, where: isUpper)
    return (excess * sign, slope, second - sign / slope)
  }
}
