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
    var isFound: SIMDMask<SIMD8<Int64>>
  }

  /// Solves eight options.
  ///
  /// A lane that has been solved is not touched again, so it does not matter which the others are.
  @inline(__always)
  static func solve(_ problem: VolatilityProblem) -> Solution {
    let target = problem.timeValue / problem.unit
    let guess = Self.guess(target: target, distance: problem.distance)
    let isNear = (guess.isNear .& problem.isClear) .& (target .> Lanes(repeating: 1e-290))
    var solution = Solution(deviation: guess.deviation, isFound: SIMDMask(repeating: false))
    var isOpen = isNear
    var rounds = 0
    while isOpen != SIMDMask(repeating: false) && rounds < 4 {
      let step = Self.step(from: solution.deviation, target: target, distance: problem.distance)
      solution.deviation = solution.deviation.replacing(
        with: solution.deviation + step.change, where: isOpen)
      isOpen = isOpen .& .!step.isLast
      rounds += 1
    }
    solution.isFound = isNear .& .!isOpen
    return solution
  }

  /// Deviations to a few parts in ten thousand, where they are small.
  ///
  /// Where t is small b/x depends on u alone. Its inverse is a polynomial of what tends to a multiple
  /// of u for small u and for large u.
  @inline(__always)
  private static func guess(target: Lanes, distance: Lanes)
    -> (deviation: Lanes, isNear: SIMDMask<SIMD8<Int64>>)
  {
    let logarithm = LaneMath.logarithm(target + distance, over: target)
    let root = (logarithm + 8).squareRoot()
    let place = logarithm / root
    var p = Lanes(repeating: 1.268888213305317e-08)
    p = p * place - 7.016134213058964e-07
    p = p * place + 1.6951787651856143e-05
    p = p * place - 0.00023426203166601036
    p = p * place + 0.002030233305670921
    p = p * place - 0.011314837677474647
    p = p * place + 0.03934076669679624
    p = p * place - 0.07359698365122672
    p = p * place + 0.019800119409729644
    p = p * place + 0.19047148191399718
    p = p * place + 1.1287483596353007
    // At the money the logarithm vanishes with the distance, and their quotient is the target.
    let isAtMoney = distance .< target * 1e-5
    let dividend = distance.replacing(with: target, where: isAtMoney) * root
    let divisor = p.replacing(with: logarithm * p, where: .!isAtMoney)
    let deviation = dividend / divisor
    let isNear =
      (place .<= Lanes(repeating: largestPlace)) .& (deviation .<= Lanes(repeating: 0.3))
    return (deviation, isNear)
  }

  /// One step of the fourth order towards the root, and whether another would change nothing.
  @inline(__always)
  private static func step(from s: Lanes, target: Lanes, distance: Lanes)
    -> (change: Lanes, isLast: SIMDMask<SIMD8<Int64>>)
  {
    let inverse = 1 / s
    let u = distance * inverse
    let square = u * u
    let quarter = s * s * 0.25
    let scale = LaneMath.exponential((square + quarter) * 0.5) * rootOfTwoPi
    let newton = target * scale - s * NormalSeries.value(u: u, square: square, quarter: quarter)
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

  /// What the quantity is that guesses follow from at u = 12; further out they are wrong.
  private static var largestPlace: Double { 8.55 }

  private static var rootOfTwoPi: Double { 2.5066282746310002 }
}

/// The price of an option of small deviation s, over s and over its derivative by s.
///
/// The n-th derivative of the scaled tail Y is yₙ with y₁ = u·Y - 1/√(2π) and yₙ₊₁ = u·yₙ + n·yₙ₋₁, and
/// Y(u - t) - Y(u + t) = -2·(y₁·t + y₃·t³/3! + y₅·t⁵/5! + ...).
enum NormalSeries {
  /// The sum of the series for t² up to 0.0225.
  @inline(__always)
  static func value(u: Lanes, square: Lanes, quarter: Lanes) -> Lanes {
    let tail = LaneMath.scaledTail(u) * 2.5066282746310002
    let y1 = 1 - u * tail
    let y2 = u * y1 - tail
    let y3 = u * y2 + 2 * y1
    let y4 = u * y3 + 3 * y2
    let y5 = u * y4 + 4 * y3
    let y6 = u * y5 + 5 * y4
    let y7 = u * y6 + 6 * y5
    let y8 = u * y7 + 7 * y6
    let y9 = u * y8 + 8 * y7
    let y10 = u * y9 + 9 * y8
    let y11 = u * y10 + 10 * y9
    let y12 = u * y11 + 11 * y10
    let y13 = u * y12 + 12 * y11
    var sum = y13 * (1.0 / 6_227_020_800) * quarter + y11 * (1.0 / 39_916_800)
    sum = sum * quarter + y9 * (1.0 / 362_880)
    sum = sum * quarter + y7 * (1.0 / 5_040)
    sum = sum * quarter + y5 * (1.0 / 120)
    sum = sum * quarter + y3 * (1.0 / 6)
    return sum * quarter + y1
  }
}
