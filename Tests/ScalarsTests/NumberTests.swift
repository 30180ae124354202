import Scalars
import Testing

@Suite struct NumberTests {
  @Test func refusesDoublesThatAreNotFinite() {
    #expect(Number(binary: .infinity) == nil)
    #expect(Number(binary: -.infinity) == nil)
    #expect(Number(binary: .nan) == nil)
    #expect(Number(binary: 0.1) == .binary(0.1))
  }

  @Test(
    arguments: [
      (1, 308, true), (1, 309, false), (17_976_931_348_623_157, 292, true),
      (17_976_931_348_623_159, 292, false), (5, -324, true), (3, -324, true), (2, -324, false),
      (1, .max, false), (1, .min, false), (0, .max, true), (0, .min, true), (.max, 280, true),
      (1, -300, true), (-1, 309, false), (.min, 290, false), (.min, 289, true),
    ] as [(Int64, Int32, Bool)])
  func takesDecimalsWithinTheRangeOfADouble(significand: Int64, exponent: Int32, isIn: Bool) {
    #expect(
      (Number(exact: ExactDecimal(significand: significand, exponent: exponent)) != nil) == isIn)
  }

  @Test(arguments: [
    ("2", true), ("2.00", true), ("2.01", false), ("0.0", true), ("1e300", true), ("1e-300", false),
    ("123456789012345678901", true), ("1234567890123456.78901", false),
  ])
  func knowsWhetherItIsWhole(text: String, isWhole: Bool) throws {
    #expect(try #require(Number(text)).isWhole == isWhole)
  }

  @Test func hasTheNearestDouble() throws {
    #expect(try #require(Number("0.1")).doubleValue == 0.1)
    #expect(try #require(Number("-9007199254740993")).doubleValue == -9_007_199_254_740_992)
    #expect(Number.binary(2.5).doubleValue == 2.5)
    #expect(ExactDecimal(significand: 1, exponent: 309).doubleValue == .infinity)
    #expect(ExactDecimal(significand: -1, exponent: -400).doubleValue == 0)
  }
}
