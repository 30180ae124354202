import Scalars
import Testing
import TestSupport

@Suite struct TimeSpanTextTests {
  @Test(
    arguments: [
      ("250ms", 250), ("30s", 30_000), ("5m", 300_000), ("2h", 7_200_000), ("1d", 86_400_000),
      ("1h30m", 5_400_000), ("1d2h3m4s5ms", 93_784_005), ("90m", 5_400_000), ("0s", 0),
      ("007s", 7000),
      ("1m1ms", 60_001), ("9223372036854775807ms", .max), ("0d0ms", 0),
    ] as [(String, Int64)])
  func reads(text: String, milliseconds: Int64) {
    #expect(TimeSpan(text)?.milliseconds == milliseconds)
    #expect(TimeSpan(text: Array(text.utf8).span)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "5", "m", "ms", "5 m", " 5m", "5m ", "-5m", "+5m", "1.5h", "5M", "5min", "30m1h", "1h1h",
    "1ms1s", "5mm", "1h30", "9223372036854775808ms", "106751991168d", "106751991167d1d",
    "106751991167d24h", "1w", "1y", "٥m", "1h-30m",
  ])
  func refuses(text: String) {
    #expect(TimeSpan(text) == nil)
  }

  @Test(
    arguments: [
      (0, "0s"), (1, "1ms"), (5_400_000, "1h30m"), (86_400_000, "1d"), (-90_000, "-1m30s"),
      (93_784_005, "1d2h3m4s5ms"),
    ] as [(Int64, String)])
  func writes(milliseconds: Int64, text: String) {
    #expect(TimeSpan(milliseconds: milliseconds).description == text)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func readsBackWhatItWrites(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let span = TimeSpan(milliseconds: random.integerOfAnyLength() & .max)
      #expect(TimeSpan(span.description) == span)
    }
    #expect(TimeSpan(milliseconds: .min).description.hasPrefix("-106751991167d"))
  }
}
