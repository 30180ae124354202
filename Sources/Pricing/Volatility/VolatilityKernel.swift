/// Finds the deviations of options, eight at a time, where they are small: what is quoted on exchanges.
///
/// The deviation s is the volatility times the root of the years. With x = |ln(F/K)|, u = x/s and t = s/2
/// the option out of the money is worth, over the geometric mean of forward and strike,
/// b = e^(-(u² + t²)/2)·(Y(u - t) - Y(u + t)), where Y is the scaled tail of the normal distribution;
/// and b's derivative is e^(-(u² + t²)/2)/√(2π). For small t the difference of the two tails is a series
/// in the derivatives of Y, of which none is lost however small t is.
enum VolatilityKernel {
  /// The deviations, and where they were found.
  struct Solution {
    var deviation: Lanes
    var isFound: LaneMask
  }

  /// Solves eight options.
  ///
  /// A lane that has been solved is not touched again, so it does not matter which the others are.
  @inline(__always)
  static func solve(_ problem: VolatilityProblem) -> Solution {
    let target = problem.timeValue / problem.unit
    let guess = Self.guess(target: target, distance: problem.distance)
    let isNear = (guess.isNear .& problem.isClear) .& (target .> Lanes(repeating: 1e-290))
    var solution = Solution(deviation: guess.deviation, isFound: LaneMask(repeating: false))
    var isOpen = isNear
    var rounds = 0
    while isOpen != LaneMask(repeating: false) && rounds < 4 {
      let step = Self.step(from: solution.deviation, target: target, distance: problem.distance)
      solution.deviation = solution.deviation.replacing(
        with: solution.deviation + step.change, where: isOpen)
      isOpen = isOpen .& .!step.isLast
      rounds += 1
    }
    solution.isFound = isNear .& .!isOpen
    return solution
  }

  /// Deviations to about a part in a hundred thousand, where they are small.
  ///
  /// For the smallest, b/x depends on u alone; its inverse is u = L·P(L)/Q(L) with L = ln(1 + x/b) to
  /// eight parts in ten million. What the others differ from it is for the most part a multiple of s²,
  /// which depends on u alone too.
  @inline(__always)
  private static func guess(target: Lanes, distance: Lanes)
    -> (deviation: Lanes, isNear: LaneMask)
  {
    let logarithm = LaneMath.logarithm(target + distance, over: target)
    var above = Lanes(repeating: 3.452540584777995e-10)
    above = above * logarithm + 4.388276229776766e-07
    above = above * logarithm + 5.084913517740178e-05
    above = above * logarithm + 0.0012212802771987936
    above = above * logarithm + 0.013423192319935601
    above = above * logarithm + 0.07502779595008999
    above = above * logarithm + 0.39894201516462846
    var below = Lanes(repeating: 1.3177984511458333e-08)
    below = below * logarithm + 4.273287303078647e-06
    below = below * logarithm + 0.00022715475463904347
    below = below * logarithm + 0.0037491645639723364
    below = below * logarithm + 0.03742441094991744
    below = below * logarithm + 0.18805724089290937
    below = below * logarithm + 1
    // At the money the logarithm vanishes with the distance, and their quotient is the target.
    let isAtMoney = distance .< target * 1e-5
    let dividend = distance.replacing(with: target, where: isAtMoney) * below
    let divisor = (logarithm * above).replacing(with: above, where: isAtMoney)
    let smallest = dividend / divisor
    let spread =
      (logarithm * 0.006091273239646195 + 0.04181421641361847)
      / ((logarithm * 0.09542416168274426 + 0.18288146208751813) * logarithm + 1)
    let deviation = smallest + smallest * (smallest * smallest) * spread
    let isNear =
      (logarithm .<= Lanes(repeating: largestLogarithm)) .& (deviation .<= Lanes(repeating: 0.3))
    return (deviation, isNear)
  }

  /// One step of the fourth order towards the root, and whether another would change nothing.
  @inline(__always)
  private static func step(from s: Lanes, target: Lanes, distance: Lanes)
    -> (change: Lanes, isLast: LaneMask)
  {
    let inverse = 1 / s
    let u = distance * inverse
    let square = u * u
    let quarter = s * s * 0.25
    let scale = LaneMath.exponential((square + quarter) * 0.5) * rootOfTwoPi
    let series = NormalSeries.value(
      first: NormalSeries.first(u: u), square: square, quarter: quarter)
    let newton = target * scale - s * series
    let second = square * inverse - s * 0.25
    let third = second * second - 3 * square * inverse * inverse - 0.25
    let bend = second * newton
    let change =
      newton * (1 + bend * 0.5) / (1 + bend + third * newton * newton * (1.0 / 6))
    let small = Lanes(repeating: 1e-4)
    let isLast =
      (change .<= s * small) .& (change .>= -(s * small)) .& (bend .<= small) .& (bend .>= -small)
    return (change, isLast)
  }

  /// The logarithm that guesses follow from at u = 12; further out they are wrong.
  private static var largestLogarithm: Double { 80.39 }

  private static var rootOfTwoPi: Double { 2.5066282746310002 }
}
