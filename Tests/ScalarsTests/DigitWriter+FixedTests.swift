import Foundation
import Scalars
import Testing
import TestSupport

@Suite struct DigitWriterFixedTests {
  private func text(_ value: Double, _ decimals: Int) -> String? {
    unsafe written(room: DigitWriter.doubleRoom) {
      unsafe DigitWriter.write(value, decimals: decimals, to: $0)
    }
  }

  @Test(arguments: [
    (-0.0, 2, "0.00"), (-0.001, 2, "0.00"), (-0.004, 2, "0.00"), (-0.006, 2, "-0.01"),
    (-0.4, 0, "0"), (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (-3.5, 0, "-4"),
    (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.675, 2, "2.67"), (1.005, 2, "1.00"),
    (0.995, 2, "0.99"), (0.999, 2, "1.00"), (9.999999999, 8, "10.00000000"),
    (99.995, 2, "100.00"), (24_500, 2, "24500.00"), (0.05, 9, "0.050000000"),
    (0x1p62, 3, "4611686018427387904.000"), (4_503_599_627_370_495.5, 0, "4503599627370496"),
    (4_503_599_627_370_494.5, 0, "4503599627370494"), (1e-300, 9, "0.000000000"),
    (0x1p-31, 9, "0.000000000"), (0.5e-9, 9, "0.000000001"), (0x1p63, 2, "9223372036854776000"),
    (-1e22, 2, "-1e22"), (-9_223_372_036_854_774_784, 9, "-9223372036854774784.000000000"),
  ])
  func roundsTheTrueValue(value: Double, decimals: Int, expected: String) {
    #expect(text(value, decimals) == expected)
    #expect(String(fixed: value, decimals: decimals) == expected)
  }

  @Test(arguments: 0..<10)
  func agreesWithPrintf(decimals: Int) {
    var random = SplitMix64(seed: UInt64(decimals))
    for index in 0..<8_000 {
      let value: Double =
        switch index % 5 {
        case 0: .random(in: -1e6...1e6, using: &random)
        // Exact ties, or next to one.
        case 1:
          Double(random.integerOfAnyLength() >> 12)
            / Double(1 << Int.random(in: 0...12, using: &random))
        case 2: (Double(Int64.random(in: 0...100_000_000, using: &random)) / 1000).nextDown
        // Of eight digits at most.
        case 3: .random(in: -1e8...1e8, using: &random) / pow(10, Double(decimals + index % 7))
        default: random.finiteDouble()
        }
      guard value.magnitude < 0x1p63 else { continue }
      var expected = String(format: "%.\(decimals)f", value)
      if expected.hasPrefix("-"), !expected.contains(where: { ("1"..."9").contains($0) }) {
        expected.removeFirst()
      }
      #expect(text(value, decimals) == expected, "\(value)")
    }
  }

  @Test func trapsOnWhatCannotBeWritten() async {
    await #expect(processExitsWith: .failure) { _ = String(fixed: .nan, decimals: 2) }
    await #expect(processExitsWith: .failure) { _ = String(fixed: .infinity, decimals: 2) }
    await #expect(processExitsWith: .failure) { _ = String(fixed: 1, decimals: 10) }
    await #expect(processExitsWith: .failure) { _ = String(fixed: 1, decimals: -1) }
  }
}
