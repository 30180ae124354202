import Scalars
import Testing
import TestSupport

@Suite struct NumberComparisonTests {
  @Test(arguments: [
    ("0.5", 0.5), ("24500", 24_500), ("24500.00", 24_500), ("0", -0.0), ("-0.25", -0.25),
    ("9007199254740992", 0x1p53), ("1e22", 1e22),
    ("0.000030517578125", 0.000030517578125),
  ])
  func equalsAcrossKindsWhereTheTrueValuesDo(text: String, double: Double) throws {
    let exact = try #require(Number(text))
    let binary = try #require(Number(binary: double))
    #expect(exact == binary && binary == exact)
    #expect(!(exact < binary) && !(binary < exact))
    #expect(exact.hashValue == binary.hashValue)
  }

  @Test func tellsADecimalFromItsNearestDouble() throws {
    let tenth = try #require(Number("0.1"))
    #expect(tenth < .binary(0.1) && !(.binary(0.1) < tenth))
    let third = try #require(Number("0.3"))
    #expect(.binary(0.3) < third && !(third < .binary(0.3)))
    let negative = try #require(Number("-0.1"))
    #expect(.binary(-0.1) < negative && !(negative < .binary(-0.1)))
    #expect(tenth != .binary(0.1) && .binary(0.1) != tenth)
    #expect(Number.binary(0x1p53) < Number(1 << 53 + 1))
    #expect(Number(1 << 60 + 1) > .binary(0x1p60))
  }

  @Test func ordersDecimalsBeyondTheRangeOfADouble() {
    let huge = Number.exact(ExactDecimal(significand: 1, exponent: .max))
    let tiny = Number.exact(ExactDecimal(significand: 1, exponent: .min))
    #expect(.binary(.greatestFiniteMagnitude) < huge)
    #expect(tiny < .binary(.leastNonzeroMagnitude) && .binary(0) < tiny)
    #expect(tiny.negated < .binary(-0.0))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func agreesWithBigIntegers(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let double = Double.random(in: -1e6...1e6, using: &random)
      // The decimal nearest to the double at some precision: equal at times, never far off.
      let decimals = Int.random(in: 0...18, using: &random)
      guard case .exact(let near) = Number.binary(double).rounded(.floor, decimals: decimals)
      else { continue }
      // Times 2^60 × 10^60 both are whole.
      let scale = BigInteger.power(2, 60)
      let bigDecimal = near.shifted(60) * scale
      let bits = BigInteger(Int64(double.significand * 0x1p52))
      let bigDouble =
        bits * .power(2, 8 + Int(double.exponent)) * .power(10, 60)
        * BigInteger(double < 0 ? -1 : 1)
      let (exact, binary) = (Number.exact(near), Number.binary(double))
      #expect((exact < binary) == (bigDecimal < bigDouble), "\(near) \(double)")
      #expect((binary < exact) == (bigDouble < bigDecimal), "\(near) \(double)")
      #expect((exact == binary) == (bigDouble == bigDecimal), "\(near) \(double)")
    }
  }
}
