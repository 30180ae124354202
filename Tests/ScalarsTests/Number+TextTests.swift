import Scalars
import Testing
import TestSupport

@Suite struct NumberTextTests {
  @Test(arguments: [
    "", "-", "+1", ".5", "-.5", "1.", "1.e5", "1e", "1e+", "1e-", "01", "-01", "010", "0x10",
    "1_000",
    "1,000", "NaN", "nan", "Infinity", "-Infinity", "inf", " 1", "1 ", "1\n", "--1", "1.2.3",
    "1e5.0",
    "٣", "１", "1e5e5", "e5", "0.", "00", "-00", "1-", "1f", "\u{0}1", "1\u{0}", "₹5",
  ])
  func refusesWhatIsNotJSON(text: String) {
    #expect(throws: NumberError.malformed) { try Number(text: Array(text.utf8).span) }
    #expect(Number(text) == nil)
  }

  @Test(arguments: [
    "1e999", "-1e999", "1e-999", "-1e-999", "1.8e308", "2e-324", "1e309",
    "17976931348623158079372897140530341508e271", "1e99999999999999999999999",
    "1e-99999999999999999999999", "2.4703282292062327208e-324",
  ])
  func refusesWhatNoDoubleIsNear(text: String) {
    #expect(throws: NumberError.outOfRange) { try Number(text: Array(text.utf8).span) }
  }

  @Test(
    arguments: [
      ("0", 0, 0), ("-0", 0, 0), ("-0.00", 0, -2), ("0e5", 0, 0), ("0e99999999999999999999", 0, 0),
      ("105.35", 10_535, -2), ("-0.05", -5, -2), ("24500.00", 2_450_000, -2), ("1e5", 1, 5),
      ("1E+05", 1, 5), ("1.50e-3", 150, -5), ("5e-324", 5, -324), ("1.5e308", 15, 307),
      ("123456789012345678", 123_456_789_012_345_678, 0),
      ("0.123456789012345678", 123_456_789_012_345_678, -18),
      ("0.00000000000000000000123456789012345678", 123_456_789_012_345_678, -38),
      ("1234567890123456780", 123_456_789_012_345_678, 1),
      ("100000000000000000000000", 100_000_000_000_000_000, 6),
      ("24500.00000000000000000000", 245_000_000_000_000_000, -13),
    ] as [(String, Int64, Int32)])
  func readsExactly(text: String, significand: Int64, exponent: Int32) throws {
    let number = try Number(text: Array(text.utf8).span)
    guard case .exact(let decimal) = number else {
      Issue.record("\(number) is not exact")
      return
    }
    #expect(decimal.significand == significand)
    #expect(decimal.exponent == exponent)
  }

  @Test(arguments: [
    ("1234567890123456789", 1_234_567_890_123_456_768),
    ("-0.1234567890123456789", -0.12345678901234568),
    ("179769313486231570814527423731704356798", 1.7976931348623157e38),
    ("9007199254740993.0000000000000001", 9_007_199_254_740_994),
    ("9007199254740992.9999999999999999", 9_007_199_254_740_992),
  ])
  func readsMoreDigitsAsTheNearestDouble(text: String, double: Double) throws {
    let number = try Number(text: Array(text.utf8).span)
    guard case .binary(let value) = number else {
      Issue.record("\(number) is not binary")
      return
    }
    #expect(value == double)
  }

  @Test func readsAllPositionsOfALongText() throws {
    // Cut anywhere, the text is a number or refused, and never more than its digits.
    let text = Array("-120.0450e-12".utf8)
    let whole = [2, 3, 4, 6, 7, 8, 9, 12, 13]
    for end in 0...text.count {
      let number = try? Number(text: text.span.extracting(0..<end))
      #expect((number != nil) == whole.contains(end), "\(end)")
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func followsTheGrammarOnRandomBytes(seed: UInt64) {
    let grammar = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+\-]?[0-9]+)?/.asciiOnlyDigits()
    let likely = Array("00112359--+..eE x".unicodeScalars)
    var random = SplitMix64(seed: seed)
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...7, using: &random) {
        text.unicodeScalars.append(likely.randomElement(using: &random) ?? "0")
      }
      do throws(NumberError) {
        _ = try Number(text: Array(text.utf8).span)
        #expect(text.wholeMatch(of: grammar) != nil, "\(text)")
      } catch {
        let isNumber = text.wholeMatch(of: grammar) != nil
        #expect(isNumber == (error == .outOfRange), "\(text)")
      }
    }
  }

  @Test func errorsSayWhatToWrite() {
    #expect(NumberError.malformed.description.contains("write digits"))
    #expect(NumberError.outOfRange.description.contains("write a number between"))
  }
}
