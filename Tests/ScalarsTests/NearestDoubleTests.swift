import Foundation
import Scalars
import Testing
import TestSupport

@Suite struct NearestDoubleTests {
  /// Cases from the literature on reading decimals; the bits were computed by David Gay's code.
  @Test(
    arguments: [
      ("2.2250738585072011e-308", 0x000F_FFFF_FFFF_FFFF),
      ("2.2250738585072012e-308", 0x0010_0000_0000_0000),
      ("2.2250738585072014e-308", 0x0010_0000_0000_0000),
      ("9007199254740991", 0x433F_FFFF_FFFF_FFFF),
      ("9007199254740992", 0x4340_0000_0000_0000),
      ("9007199254740993", 0x4340_0000_0000_0000),
      ("9007199254740994", 0x4340_0000_0000_0001),
      ("9007199254740995", 0x4340_0000_0000_0002),
      ("9007199254740993.00000000000000000000000000000000000001", 0x4340_0000_0000_0001),
      ("1.7976931348623157e308", 0x7FEF_FFFF_FFFF_FFFF),
      ("1.7976931348623158e308", 0x7FEF_FFFF_FFFF_FFFF),
      ("4.9406564584124654e-324", 0x0000_0000_0000_0001),
      ("2.4703282292062328e-324", 0x0000_0000_0000_0001),
      ("7.4e-324", 0x0000_0000_0000_0001),
      ("7.5e-324", 0x0000_0000_0000_0002),
      ("0.500000000000000166533453693773481063544750213623046875", 0x3FE0_0000_0000_0002),
      ("3.518437208883201171875e13", 0x42C0_0000_0000_0002),
      ("62.5364939768271845828", 0x404F_44AB_D5AA_7CA4),
      ("8.10109172351e-10", 0x3E0B_D5CB_AEF0_FD0C),
      ("1.50000000000000011102230246251565", 0x3FF8_0000_0000_0000),
      ("9007199254740991.4999999999999999999999999999999995", 0x433F_FFFF_FFFF_FFFF),
      ("1e23", 0x44B5_2D02_C7E1_4AF6),
      ("8.5e22", 0x44B1_FFDB_F6B2_B2EB),
      ("1e22", 0x4480_F0CF_064D_D592),
      ("1e-22", 0x3B5E_3920_1017_5EE6),
      ("1e-23", 0x3B28_2DB3_4012_B251),
      ("6929495644600919.5", 0x4338_9E56_EE5E_7A58),
      ("3.7455744005952583e15", 0x432A_9D28_FF41_2A75),
      ("1448997445238699.2", 0x4314_976C_0803_FEAD),
      ("123456789.123456789e-20", 0x3D75_B7FF_DEE6_4A78),
      ("9214843084008499", 0x4340_5E6C_EC57_761A),
      ("0.1", 0x3FB9_9999_9999_999A),
      ("0.3", 0x3FD3_3333_3333_3333),
      ("5e-324", 0x0000_0000_0000_0001),
      ("1.2345678901234567e-310", 0x0000_16B9_F4D3_CD48),
      ("4.35e-316", 0x0000_0000_053F_75B4),
      ("1e-320", 0x0000_0000_0000_07E8),
      ("7.0385307e-26", 0x3AB5_C87F_A06C_50E6),
      ("1.8014398509481993e16", 0x4350_0000_0000_0002),
      ("6.0221407599999999e23", 0x44DF_E185_CA57_C517),
      ("30078505129381147446200", 0x4499_7A3C_7271_B021),
      ("1777820000000000000001", 0x4458_180D_5BAD_2E3E),
      ("358416272e-33", 0x3ADB_BB2A_68C9_D0B9),
      ("9.007199254740993e15", 0x4340_0000_0000_0000),
      ("860228122.6654514319E+90", 0x5479_2BB2_0990_715F),
      ("18446744073709551615", 0x43F0_0000_0000_0000),
      ("18446744073709551616", 0x43F0_0000_0000_0000),
      ("1.00000000000000011102230246251565404236316680908203125", 0x3FF0_0000_0000_0000),
      ("1.00000000000000011102230246251565404236316680908203124", 0x3FF0_0000_0000_0000),
      ("1.00000000000000011102230246251565404236316680908203126", 0x3FF0_0000_0000_0001),
      ("1.00000000000000033306690738754696212708950042724609375", 0x3FF0_0000_0000_0002),
    ] as [(String, UInt64)])
  func readsTheHardCases(text: String, bits: UInt64) throws {
    #expect(try #require(Number(text)).doubleValue.bitPattern == bits)
  }

  @Test(
    arguments: [
      (1, 309, .infinity), (.max, 308, .infinity), (1, .max, .infinity), (0, .max, 0), (0, .min, 0),
      (1, .min, 0), (.max, -343, 0), (.max, -342, 4 * .leastNonzeroMagnitude), (1, -324, 0),
      (17_976_931_348_623_158_079, 289, .greatestFiniteMagnitude),
      (17_976_931_348_623_158_080, 289, .infinity), (1 << 53, 0, 0x1p53),
      (1 << 53, 22, 0x1p53 * 1e22),
      (2_470_328_229_206_232_720, -342, 0),
    ] as [(UInt64, Int, Double)])
  func takesAnyExponent(significand: UInt64, exponent: Int, double: Double) {
    #expect(Double.nearest(significand: significand, exponent: exponent) == double)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func agreesWithStrtodOnDoublesOfSeventeenDigits(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<10_000 {
      let double = random.finiteDouble()
      let text = String(format: "%.16e", double)
      #expect(nearest(text) == double, "\(text)")
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func agreesWithStrtodOnRandomDigits(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<10_000 {
      var text = String(UInt64.random(in: 1...9, using: &random))
      let count = Int.random(in: 0..<40, using: &random)
      for _ in 0..<count { text.append(String(UInt64.random(in: 0...9, using: &random))) }
      if Bool.random(using: &random) {
        text.insert(".", at: text.index(text.startIndex, offsetBy: text.count / 2 + 1))
        if text.hasSuffix(".") { text.append("0") }
      }
      text += "e\(Int.random(in: -360...320, using: &random))"
      let expected = unsafe strtod(text, nil)
      let isInRange = expected.isFinite && expected != 0
      #expect(nearest(text) == (isInRange ? expected : nil), "\(text)")
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func goesToTheEvenSideExactlyInTheMiddle(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<30 {
      let low = random.finiteDouble().magnitude
      guard low.nextUp.isFinite else { continue }
      let even = low.significandBitPattern % 2 == 0 ? low : low.nextUp
      // The middle in full, up to 768 digits: times 2^1075 it is whole.
      let power = max(Int(low.exponentBitPattern), 1) - 1
      let implicit: UInt64 = low.exponentBitPattern == 0 ? 0 : 1 << 52
      let middle =
        BigInteger((low.significandBitPattern | implicit) * 2 + 1)
        * .power(2, power) * .power(5, 1075)
      let digits = middle.description
      let below = (middle - BigInteger(1)).description
      #expect(nearest("\(digits)e-1075") == even, "\(low)")
      #expect(nearest("\(digits).0e-1075") == even, "\(low)")
      #expect(nearest("\(digits).\(String(repeating: "0", count: 900))1e-1075") == low.nextUp)
      #expect(nearest("\(below).\(String(repeating: "9", count: 900))e-1075") == low)
    }
  }

  private func nearest(_ text: String) -> Double? {
    Number(text)?.doubleValue
  }
}
