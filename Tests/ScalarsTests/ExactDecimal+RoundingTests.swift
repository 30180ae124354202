import Scalars
import Testing

@Suite struct ExactDecimalRoundingTests {
  @Test(
    arguments: [
      (25, -1, 0, 2, 3, 3), (-25, -1, 0, -3, -2, -3), (249, -2, 0, 2, 3, 2), (251, -2, 0, 2, 3, 3),
      (-249, -2, 0, -3, -2, -2), (105_355, -3, 2, 10_535, 10_536, 10_536), (1, -400, 0, 0, 1, 0),
      (-1, -400, 0, -1, 0, 0), (.max, -19, 0, 0, 1, 1), (.min, -19, 0, -1, 0, -1),
      (.max, -20, 0, 0, 1, 0), (0, -400, 0, 0, 0, 0), (.max, .min, 18, 0, 1, 0),
      (4_999_999_999_999_999_999, -19, 0, 0, 1, 0), (5_000_000_000_000_000_000, -19, 0, 0, 1, 1),
    ] as [(Int64, Int32, Int, Int64, Int64, Int64)])
  func roundsByEachRule(
    significand: Int64, exponent: Int32, decimals: Int, floor: Int64, ceiling: Int64, nearest: Int64
  ) {
    let number = ExactDecimal(significand: significand, exponent: exponent)
    let unit = -Int32(decimals)
    for (rule, expected) in zip(RoundingRule.allCases, [floor, ceiling, nearest]) {
      let rounded = number.rounded(rule, decimals: decimals)
      #expect(rounded == ExactDecimal(significand: expected, exponent: unit))
      #expect(rounded.exponent == unit)
    }
  }

  @Test(
    arguments: [(2450, -1, 1), (2450, -1, 2), (7, 5, 0), (.min, 0, 0)] as [(Int64, Int32, Int)])
  func leavesAloneWhatHasNoMoreDecimals(significand: Int64, exponent: Int32, decimals: Int) {
    let number = ExactDecimal(significand: significand, exponent: exponent)
    for rule in RoundingRule.allCases {
      let rounded = number.rounded(rule, decimals: decimals)
      #expect(rounded.significand == significand && rounded.exponent == exponent)
    }
  }

  @Test(arguments: [-1, 19])
  func trapsOnDecimalsOutOfRange(decimals: Int) async {
    await #expect(processExitsWith: .failure) { [decimals] in
      _ = ExactDecimal(1).rounded(.floor, decimals: decimals)
    }
  }
}
