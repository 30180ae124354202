import Scalars
import Testing

@Suite struct PowersOfFiveTests {
  /// Checks the bounds that leave one value for an entry, with nothing but multiplication.
  @Test func everyEntryIsItsPowerTo128Bits() {
    #expect(powersOfFive.count == 2 * powersOfFiveExponents.count)
    var power = BigInteger(1)
    // The width of the power in bits, and 2^width.
    var width = 1
    var ceiling = BigInteger(2)
    for exponent in 0...powersOfFiveExponents.map(abs).reduce(0, max) {
      expectPositive(exponent, power: power, width: width)
      if exponent > 0 { expectNegative(exponent, power: power, ceiling: ceiling) }
      power = power.multiplied(by: 5)
      while ceiling <= power {
        ceiling = ceiling.multiplied(by: 2)
        width += 1
      }
    }
  }

  private func entry(_ exponent: Int) -> BigInteger? {
    guard powersOfFiveExponents.contains(exponent) else { return nil }
    let index = 2 * (exponent - powersOfFiveExponents.lowerBound)
    #expect(powersOfFive[index] >> 63 == 1)
    return BigInteger(UInt128(powersOfFive[index]) << 64 | UInt128(powersOfFive[index + 1]))
  }

  /// 5^exponent, cut off to 128 bits.
  private func expectPositive(_ exponent: Int, power: BigInteger, width: Int) {
    guard let entry = entry(exponent) else { return }
    let scaled = power * .power(2, max(128 - width, 0))
    let unit = BigInteger.power(2, max(width - 128, 0))
    #expect(entry * unit <= scaled && scaled < (entry + BigInteger(1)) * unit, "5^\(exponent)")
    #expect((entry * unit == scaled) == (exponent <= 55), "5^\(exponent)")
  }

  /// 2^b / 5^exponent, where b makes it 128 bits.
  private func expectNegative(_ exponent: Int, power: BigInteger, ceiling: BigInteger) {
    guard let entry = entry(-exponent) else { return }
    let scaled = ceiling * .power(2, 127)
    let below = exponent <= 27 ? entry - BigInteger(1) : entry
    #expect(below * power < scaled, "5^-\(exponent)")
    #expect(scaled < (below + BigInteger(1)) * power, "5^-\(exponent)")
  }
}
