extension Double {
  /// Whether this non-negative double is the nearest to a quotient, the even one from the middle.
  ///
  /// It multiplies everything out, with arithmetic that the code under test does not share.
  func isNearest(to numerator: BigInteger, over denominator: BigInteger) -> Bool {
    let digits = significandBitPattern | (exponentBitPattern == 0 ? 0 : 1 << 52)
    let power = Int(Swift.max(exponentBitPattern, 1)) - 1075
    // In quarters of the last place: the neighbours' middles are two quarters away, except below
    // a power of two, where the lower neighbour is nearer.
    let isPowerOfTwo = significandBitPattern == 0 && exponentBitPattern > 1
    let place = BigInteger.power(2, Swift.max(power - 2, 0)) * denominator
    let value = numerator * .power(2, Swift.max(2 - power, 0))
    let lower = place * BigInteger(Int128(digits) * 4 - (isPowerOfTwo ? 1 : 2))
    let upper = place * BigInteger(Int128(digits) * 4 + 2)
    let isEven = digits % 2 == 0
    return isEven ? lower <= value && value <= upper : lower < value && value < upper
  }
}
