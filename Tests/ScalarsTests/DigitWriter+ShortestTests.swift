import Scalars
import Testing
import TestSupport

@Suite struct DigitWriterShortestTests {
  private func text(_ value: Double) -> String? {
    unsafe written(room: DigitWriter.doubleRoom) { unsafe DigitWriter.writeShortest(value, to: $0) }
  }

  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (1, "1"), (-24_500, "-24500"), (0.05, "0.05"), (24_500.05, "24500.05"),
    (0.1 + 0.2, "0.30000000000000004"), (1e20, "100000000000000000000"), (1e21, "1e21"),
    (1.2345678901234568e20, "123456789012345680000"), (-1.5e300, "-1.5e300"),
    (0.000_000_1, "0.0000001"), (0.000_000_099, "9.9e-8"), (1.5e-8, "1.5e-8"),
    (-.leastNonzeroMagnitude, "-5e-324"), (.leastNormalMagnitude, "2.2250738585072014e-308"),
    (.greatestFiniteMagnitude, "1.7976931348623157e308"), (0x1p53, "9007199254740992"),
    (0x1p-1022 - 0x1p-1074, "2.225073858507201e-308"), (9_007_199_254_740_994, "9007199254740994"),
    (1e23, "1e23"), (9.5e-7, "0.00000095"), (5e-7, "0.0000005"),
    (99_999_999_999.9999, "99999999999.9999"), (100_000_000_000.0001, "100000000000.0001"),
    (0x1p-7, "0.0078125"), (4 * .leastNonzeroMagnitude, "2e-323"),
    (9.007199254740993e22, "9.007199254740994e22"),
  ])
  func writesValidJSON(value: Double, expected: String) {
    #expect(text(value) == expected)
    #expect(String(shortest: value) == expected)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func readsBackAndHasTheDigitsOfTheStandardLibrary(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for index in 0..<6_000 {
      let value: Double =
        switch index % 4 {
        case 0: .random(in: -1e6...1e6, using: &random)
        case 1: Double(Int64.random(in: 0...1_000_000_000_000, using: &random)) / 10_000
        // Powers of two, where the neighbours are not equally far.
        case 2:
          Double(sign: .plus, exponent: .random(in: -1074...1023, using: &random), significand: 1)
        default: random.finiteDouble()
        }
      let text = try #require(self.text(value))
      #expect(Number(text)?.doubleValue == value, "\(value)")
      #expect(digits(of: text) == digits(of: value.description), "\(value)")
    }
  }

  /// The significant digits and where they stand, of any spelling.
  private func digits(of text: String) -> String {
    let parts = text.split(separator: "e")
    var power = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let number = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var digits = number.joined().filter { $0 != "-" }
    power -= number.count == 2 ? number[1].count : 0
    while digits.hasSuffix("0") {
      digits.removeLast()
      power += 1
    }
    return "\(digits.drop { $0 == "0" })e\(digits.isEmpty ? 0 : power)"
  }

  @Test func trapsOnWhatIsNotFinite() async {
    await #expect(processExitsWith: .failure) { _ = String(shortest: .nan) }
    await #expect(processExitsWith: .failure) { _ = String(shortest: -.infinity) }
  }
}
