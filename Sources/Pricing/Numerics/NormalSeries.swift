/// The price of an option of small deviation s, over s and over its derivative by s.
///
/// With u and t as in ``VolatilityKernel`` it is a series in t², because the n-th derivative of the scaled
/// tail Y is yₙ with y₁ = u·Y - 1/√(2π) and yₙ₊₁ = u·yₙ + n·yₙ₋₁, and
/// Y(u - t) - Y(u + t) = -2·(y₁·t + y₃·t³/3! + y₅·t⁵/5! + ...).
enum NormalSeries {
  /// The first member, -√(2π)·y₁, to the last digit for u up to 12.2.
  ///
  /// It falls from one like 1/u², and a quotient keeps its digits where 1 - √(2π)·u·Y(u) loses them.
  @inline(__always)
  static func first(u: Lanes) -> Lanes {
    var above = Lanes(repeating: 3.5857314616300624e-06)
    above = above * u + 9.566102686919208e-05
    above = above * u + 0.0012453999602894898
    above = above * u + 0.010210466265074181
    above = above * u + 0.057420345748130826
    above = above * u + 0.2271619333439637
    above = above * u + 0.6223059009384347
    above = above * u + 1.097543508530518
    above = above * u + 1
    var below = Lanes(repeating: 3.585731404745162e-06)
    below = below * u + 9.566103295222675e-05
    below = below * u + 0.0012561568475952048
    below = below * u + 0.01049745910268756
    below = below * u + 0.06113481181873764
    below = below * u + 0.25722308659153037
    below = below * u + 0.7871957204347546
    below = below * u + 1.7223105571288844
    below = below * u + 2.5686690232938663
    below = below * u + 2.350857645846007
    below = below * u + 1
    return above / below
  }

  /// The sum of the series for t² up to 0.0225.
  ///
  /// The odd members follow from each other: over their factorials, and with the factor of ``first(u:)``,
  /// they are v₋₁ = 1, v₀ and vₖ₊₁ = ((u² + 4k + 3)·vₖ - vₖ₋₁)/((2k + 2)(2k + 3)). Summed from the last
  /// one, all but the end can be done before v₀ is known.
  @inline(__always)
  static func value(first: Lanes, square: Lanes, quarter: Lanes) -> Lanes {
    let share = quarter * quarter
    var later = Self.factor(square, 23, quarter * (1.0 / 156)) + 1
    var sum = later * Self.factor(square, 19, quarter * (1.0 / 110)) + (1 - share * (1.0 / 156))
    let factor9 = Self.factor(square, 15, quarter * (1.0 / 72))
    (sum, later) = (sum * factor9 + (1 - later * (share * (1.0 / 110))), sum)
    let factor7 = Self.factor(square, 11, quarter * (1.0 / 42))
    (sum, later) = (sum * factor7 + (1 - later * (share * (1.0 / 72))), sum)
    let factor5 = Self.factor(square, 7, quarter * (1.0 / 20))
    (sum, later) = (sum * factor5 + (1 - later * (share * (1.0 / 42))), sum)
    let factor3 = Self.factor(square, 3, quarter * (1.0 / 6))
    (sum, later) = (sum * factor3 + (1 - later * (share * (1.0 / 20))), sum)
    return first * sum - later * (quarter * (1.0 / 6))
  }

  @inline(__always)
  private static func factor(_ square: Lanes, _ added: Double, _ share: Lanes) -> Lanes {
    (square + added) * share
  }
}
