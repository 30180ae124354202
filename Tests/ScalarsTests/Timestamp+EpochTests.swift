import Scalars
import Testing
import TestSupport

@Suite struct TimestampEpochTests {
  @Test(
    arguments: [
      ("1795168798", 1_795_168_798_000), ("1795168798000", 1_795_168_798_000),
      ("1795168798.25", 1_795_168_798_250), ("1795168798.2509", 1_795_168_798_250),
      ("1795168798250.9", 1_795_168_798_250), ("1.795168798e9", 1_795_168_798_000),
      ("31536000", 31_536_000_000), ("31536000000", 31_536_000_000),
      ("7258118399.999", 7_258_118_399_999), ("7258118399999", 7_258_118_399_999),
      ("1795168798.2500000000000000000001", 1_795_168_798_250),
      ("1795168798250.0000000000000001", 1_795_168_798_250),
    ] as [(String, Int64)])
  func readsSecondsAndMilliseconds(text: String, milliseconds: Int64) throws {
    let number = try #require(Number(text))
    #expect(try Timestamp(epoch: number).milliseconds == milliseconds)
  }

  @Test(arguments: [
    "0", "-1", "45980", "31535999.999", "7258118400", "10000000000", "31535999999", "7258118400000",
    "1795168798000000", "1795168798000000000", "1e300", "-1795168798", "1e-300",
  ])
  func refusesWhatIsNoTimeOfThisAge(text: String) throws {
    let number = try #require(Number(text))
    #expect(throws: TimestampError.epochOutOfRange) { try Timestamp(epoch: number) }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func keepsTheMillisecondOfADouble(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let milliseconds = Int64.random(in: 31_536_000_000..<7_258_118_400_000, using: &random)
      let seconds = try #require(Number(binary: Double(milliseconds) / 1000))
      #expect(try Timestamp(epoch: seconds).milliseconds == milliseconds)
      #expect(try Timestamp(epoch: Number(milliseconds)).milliseconds == milliseconds)
      let same = try #require(Number(binary: Double(milliseconds)))
      #expect(try Timestamp(epoch: same).milliseconds == milliseconds)
    }
  }
}
