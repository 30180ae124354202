import Scalars
import Testing

@Suite struct ExactDecimalTextTests {
  @Test(
    arguments: [
      (-5, -2, "-0.05"), (2_450_000, -2, "24500.00"), (24_500, 0, "24500"), (0, 0, "0"),
      (0, -2, "0.00"), (0, 7, "0"), (5, 3, "5000"), (-123, -3, "-0.123"), (-1234, -3, "-1.234"),
      (.min, 0, "-9223372036854775808"), (.min, -19, "-0.9223372036854775808"),
      (.max, -18, "9.223372036854775807"), (1, 40, "1" + String(repeating: "0", count: 40)),
      (1, -40, "0." + String(repeating: "0", count: 39) + "1"), (15, -400, "15e-400"),
      (-15, 300, "-15e300"), (0, -400, "0e-400"), (7, .min, "7e-2147483648"),
    ] as [(Int64, Int32, String)])
  func writesPlainDecimals(significand: Int64, exponent: Int32, text: String) {
    #expect(ExactDecimal(significand: significand, exponent: exponent).description == text)
  }
}
