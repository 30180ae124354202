import Scalars
import Testing

@Suite struct NumberRoundingTests {
  @Test(arguments: [
    (2.675, 2, "2.67", "2.68", "2.67"), (-2.675, 2, "-2.68", "-2.67", "-2.67"),
    (2.5, 0, "2", "3", "3"), (-2.5, 0, "-3", "-2", "-3"), (0.125, 2, "0.12", "0.13", "0.13"),
    (24_500, 2, "24500", "24500", "24500"), (.leastNonzeroMagnitude, 3, "0", "0.001", "0"),
    (-.leastNonzeroMagnitude, 18, "-0.000000000000000001", "0", "0"), (-0.0, 0, "0", "0", "0"),
    (0x1p62, 0, "4611686018427387904", "4611686018427387904", "4611686018427387904"),
    (4503599627370495.5, 0, "4503599627370495", "4503599627370496", "4503599627370496"),
    (0.49999999999999994, 0, "0", "1", "0"), (0x1p-126, 18, "0", "1e-18", "0"),
  ])
  func roundsTheTrueValueOfADouble(
    double: Double, decimals: Int, floor: String, ceiling: String, nearest: String
  ) throws {
    for (rule, expected) in zip(RoundingRule.allCases, [floor, ceiling, nearest]) {
      let rounded = Number.binary(double).rounded(rule, decimals: decimals)
      #expect(rounded == Number(expected), "\(rule)")
      guard case .exact = rounded else { Issue.record("\(rounded) is not exact"); continue }
    }
  }

  @Test func staysADoubleWhereNoDecimalFits() {
    #expect(Number.binary(1e300).rounded(.floor) == .binary(1e300))
    #expect(Number.binary(-0x1p63).rounded(.floor) == Number(Int64.min))
    #expect(Number.binary(0x1p63).rounded(.floor) == .binary(0x1p63))
    // 32 digits are not exact, so they are rounded to the nearest double, which is the same one.
    let value = 12_345_678.123456789
    #expect(Number.binary(value).rounded(.floor, decimals: 18) == .binary(value))
  }

  @Test func roundsDecimals() {
    #expect(Number("2.675")?.rounded(.toNearestAwayFromZero, decimals: 2) == Number("2.68"))
  }

  @Test(arguments: [-1, 19])
  func trapsOnDecimalsOutOfRange(decimals: Int) async {
    await #expect(processExitsWith: .failure) { [decimals] in
      _ = Number.binary(0.5).rounded(.floor, decimals: decimals)
    }
  }
}
