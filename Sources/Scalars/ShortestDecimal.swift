/// The shortest decimal that reads back as a given double, and of those the nearest one.
///
/// The method is Raffaello Giulietti's Schubfach ("The Schubfach way to render doubles", 2020):
/// with k chosen so that at most a few multiples of 10^k lie among the numbers that round to the
/// double, the answer is one of two multiples of 10^(k+1), or else one of two multiples of 10^k.
struct ShortestDecimal {
  /// The digits; zeros may end them.
  private(set) var digits: UInt64
  /// The power of ten that the digits are multiplied by.
  private(set) var exponent: Int

  /// Finds the decimal of a positive finite double.
  init(_ double: Double) {
    let interval = RoundingInterval(double)
    exponent = interval.exponent
    // `estimate` counts quarters of 10^k.
    digits = interval.estimate >> 2

    if digits >= 10 {
      let tens = digits / 10
      let reachesLower = interval.contains(40 * tens)
      let reachesUpper = interval.contains(40 * tens + 40)
      if reachesLower != reachesUpper {
        digits = tens + (reachesUpper ? 1 : 0)
        exponent += 1
        return
      }
    }
    let reachesLower = interval.contains(4 * digits)
    let reachesUpper = interval.contains(4 * digits + 4)
    if reachesLower != reachesUpper {
      digits += reachesUpper ? 1 : 0
      return
    }
    let middle = 4 * digits + 2
    let isNearerUpper =
      interval.estimate > middle || (interval.estimate == middle && digits % 2 == 1)
    digits += isNearerUpper ? 1 : 0
  }

  /// The same decimal without zeros at the end of its digits.
  var reduced: ShortestDecimal {
    var result = self
    while case let (quotient, remainder) = result.digits.quotientAndRemainder(dividingBy: 100),
      remainder == 0
    {
      result.digits = quotient
      result.exponent += 2
    }
    if result.digits % 10 == 0 {
      result.digits /= 10
      result.exponent += 1
    }
    return result
  }
}

/// The numbers that round to a double, in quarters of 10^k.
private struct RoundingInterval {
  /// k.
  let exponent: Int
  /// The double itself.
  let estimate: UInt64
  private let lower: UInt64
  private let upper: UInt64

  init(_ double: Double) {
    let binary = BinaryNumber(magnitudeOf: double)
    // Below a power of two, doubles lie twice as close.
    let isAtPowerOfTwo = double.significandBitPattern == 0 && double.exponentBitPattern > 1

    // floor(log10(2^e)), or of three quarters of that, with constants right over the whole range.
    exponent = (binary.exponent * 1_262_611 - (isAtPowerOfTwo ? 524_031 : 0)) >> 22
    let shift = binary.exponent + (-exponent * 1_741_647) >> 19 + 1
    let power = Self.power(-exponent)

    let quarters = 4 * binary.significand
    estimate = Self.scale(quarters << shift, by: power)
    // The ends belong to the interval when the double is even, for the middle rounds to it.
    let isOdd = binary.significand & 1
    lower = Self.scale((quarters - (isAtPowerOfTwo ? 1 : 2)) << shift, by: power) + isOdd
    upper = Self.scale((quarters + 2) << shift, by: power) - isOdd
  }

  func contains(_ number: UInt64) -> Bool {
    lower <= number && number <= upper
  }

  /// 10^exponent to 128 bits, rounded up.
  private static func power(_ exponent: Int) -> (high: UInt64, low: UInt64) {
    let index = 2 * (exponent - powersOfFiveExponents.lowerBound)
    // Entries that are neither exact nor rounded up already are cut off; none ends in 64 ones.
    let roundUp: UInt64 = (-27...55).contains(exponent) ? 0 : 1
    return (powersOfFive[index], powersOfFive[index + 1] + roundUp)
  }

  /// The upper part of the product, its last bit set when anything was cut off.
  private static func scale(_ number: UInt64, by power: (high: UInt64, low: UInt64)) -> UInt64 {
    let carry = number.multipliedFullWidth(by: power.low).high
    var (high, low) = number.multipliedFullWidth(by: power.high)
    let overflow: Bool
    (low, overflow) = low.addingReportingOverflow(carry)
    if overflow { high += 1 }
    return high | (low > 1 ? 1 : 0)
  }
}
