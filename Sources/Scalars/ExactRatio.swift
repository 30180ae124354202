/// A positive number as a quotient of two whole ones: the last judge over what a double should be.
struct ExactRatio {
  private var numerator: Natural
  private var denominator: Natural

  /// Makes `numerator / denominator × 10^exponent`.
  ///
  /// The exponent is expected to be one of a double, some hundreds; the work grows with it.
  init(_ numerator: Natural, over denominator: UInt64 = 1, exponent: Int) {
    self.numerator = numerator
    self.denominator = Natural(UInt128(denominator))
    if exponent > 0 { self.numerator.multiply(byPowerOfTen: exponent) }
    if exponent < 0 { self.denominator.multiply(byPowerOfTen: -exponent) }
  }

  /// Returns the nearest double, the even one from the middle.
  ///
  /// - Parameter estimate: A double near it and not negative; each step that it is away costs a
  ///   comparison.
  func nearestDouble(from estimate: Double) -> Double {
    var result = estimate
    while result.isFinite {
      let order = compared(to: BinaryNumber.middle(above: result))
      guard order > 0 || (order == 0 && result.hasOddSignificand) else { break }
      result = result.nextUp
    }
    while result > 0 {
      let below = result.nextDown
      let order = compared(to: BinaryNumber.middle(above: below))
      guard order < 0 || (order == 0 && !below.hasOddSignificand) else { break }
      result = below
    }
    return result
  }

  /// −1, 0 or 1 as the ratio is less than, equal to or greater than the binary number.
  func compared(to binary: BinaryNumber) -> Int {
    var left = numerator
    var right = denominator
    right.multiply(by: binary.significand)
    if binary.exponent < 0 { left.multiply(byPowerOfTwo: -binary.exponent) }
    if binary.exponent > 0 { right.multiply(byPowerOfTwo: binary.exponent) }
    return left.compared(to: right)
  }
}
