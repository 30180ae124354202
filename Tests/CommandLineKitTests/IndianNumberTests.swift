import CommandLineKit
import Testing
import TestSupport

@Suite struct IndianNumberTests {
  @Test(arguments: [
    ("0", "0"), ("999", "999"), ("1000", "1,000"), ("99999", "99,999"), ("100000", "1,00,000"),
    ("1234567.00", "12,34,567.00"), ("-1234567.5", "-12,34,567.5"),
    ("123456789012", "1,23,45,67,89,012"), ("-1", "-1"),
    ("", ""), ("abc", "abc"), ("1e9", "1e9"), ("1.", "1."), (".5", ".5"), ("1,000", "1,000"),
  ])
  func groups(number: String, grouped: String) {
    #expect(IndianNumber.grouped(number) == grouped)
  }

  @Test(
    arguments: [
      (0, "₹0.00"), (5, "₹0.05"), (-5, "-₹0.05"), (123_456_700, "₹12,34,567.00"),
      (-100_00, "-₹100.00"), (.max, "₹92,23,37,20,36,85,47,758.07"),
      (.min, "-₹92,23,37,20,36,85,47,758.08"),
    ] as [(Int, String)])
  func writesRupees(paise: Int, text: String) {
    #expect(IndianNumber.rupees(paise: paise) == text)
  }

  @Test(
    arguments: [
      (99_999_99, "₹99,999.99"), (1_00_000_00, "₹1.00 L"), (4_50_000_00, "₹4.50 L"),
      (-4_50_000_00, "-₹4.50 L"), (99_50_000_00, "₹99.50 L"), (99_99_499_99, "₹99.99 L"),
      (99_99_500_00, "₹1.00 Cr"), (1_23_00_000_00, "₹1.23 Cr"), (1_23_49_999_99, "₹1.23 Cr"),
      (1_23_50_000_00, "₹1.24 Cr"), (1_234_56_00_000_00, "₹1,234.56 Cr"),
      (.min, "-₹9,22,33,72,036.85 Cr"),
    ] as [(Int, String)])
  func writesCompactRupees(paise: Int, text: String) {
    #expect(IndianNumber.compactRupees(paise: paise) == text)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func groupingNeverChangesTheDigits(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let shift = Int.random(in: 0...63, using: &random)
      let number = String(Int.random(in: .min ... .max, using: &random) >> shift)
      let grouped = IndianNumber.grouped(number)
      #expect(grouped.filter { $0 != "," } == number)
      let groups = grouped.drop { $0 == "-" }.split(separator: ",")
      #expect(groups.dropFirst().dropLast().allSatisfy { $0.count == 2 })
      #expect(groups.count == 1 || groups.last?.count == 3)
    }
  }
}
