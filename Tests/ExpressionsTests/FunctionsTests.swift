import Expressions
import Testing

@Suite struct FunctionsTests {
  @Test(arguments: [
    ("min(3, 1, 2)", "1"), ("max(3, 1, 2)", "3"), ("min(0.3, 0.30001)", "0.3"),
    ("max(-1, -2)", "-1"), ("abs(-2.5)", "2.5"), ("abs(2.5)", "2.5"), ("abs(0)", "0"),
    ("round(2.5)", "3"), ("round(-2.5)", "-3"), ("round(2.4999)", "2"), ("round(0.5)", "1"),
    ("round(2.345, 2)", "2.35"), ("round(-2.345, 2)", "-2.35"), ("round(1.005, 2)", "1.01"),
    ("round(7, 2)", "7"), ("round(2.345, 0)", "2"), ("floor(2.7)", "2"), ("floor(-2.1)", "-3"),
    ("floor(2.79, 1)", "2.7"), ("floor(-3)", "-3"), ("ceil(2.1)", "3"), ("ceil(-2.7)", "-2"),
    ("ceil(2.71, 1)", "2.8"), ("ceil(3)", "3"), ("round(2.345, 1 + 1)", "2.35"),
    ("round(2.345, 2.0)", "2.35"), ("floor(7 / 2)", "3"), ("round(2 / 3, 4)", "0.6667"),
    ("7 - 3 * floor(7 / 3)", "1"),
  ])
  func computesNumbers(source: String, value: String) throws {
    #expect(try Expression(source, types: [:]).comes(to: .number(value)))
  }

  @Test(arguments: [
    ("2026-11-20T09:15:00+05:30", 9, 15, "2026-11-20"),
    ("2026-11-20T00:00:00+05:30", 0, 0, "2026-11-20"),
    ("2026-11-20T23:59:59.999+05:30", 23, 59, "2026-11-20"),
    ("2026-11-20T18:30:00Z", 0, 0, "2026-11-21"),
    ("2026-11-20T18:29:59Z", 23, 59, "2026-11-20"),
    ("1969-12-31T18:29:00Z", 23, 59, "1969-12-31"),
  ])
  func takesTimesApartInIndianTime(time: String, hour: Int, minute: Int, day: String) throws {
    let record: [String: Sample] = ["ts": .time(time)]
    let types: [String: ValueType] = ["ts": .time]
    #expect(try Expression("hour(ts)", types: types).comes(to: .number("\(hour)"), with: record))
    #expect(
      try Expression("minute(ts)", types: types).comes(to: .number("\(minute)"), with: record))
    #expect(try Expression("date(ts)", types: types).comes(to: .day(day), with: record))
  }

  @Test(
    arguments: [
      ("startswith(s, 'NIFTY')", true), ("startswith(s, '')", true), ("startswith(s, s)", true),
      ("startswith(s, 'NIFTX')", false), ("startswith('N', s)", false),
      ("startswith('', '')", true),
      ("endswith(s, 'CE')", true), ("endswith(s, '')", true), ("endswith(s, s)", true),
      ("endswith(s, 'PE')", false), ("endswith('E', s)", false), ("contains(s, '24000')", true),
      ("contains(s, '')", true), ("contains(s, s)", true), ("contains(s, 'CE')", true),
      ("contains(s, 'CEX')", false), ("contains(s, 'nifty')", false), ("contains('', s)", false),
      ("contains('aaab', 'aab')", true), ("contains('₹5', '₹')", true), ("contains('', '')", true),
    ] as [(String, Sample)])
  func looksIntoTexts(source: String, result: Sample) throws {
    let record: [String: Sample] = ["s": "NIFTY26NOV24000CE"]
    #expect(try Expression(source, types: ["s": .text]).comes(to: result, with: record))
  }
}
