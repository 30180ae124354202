import TestSupport
import Testing

@testable import Transport

@Suite struct BackOffTests {
  @Test func pausesSpreadOverTheWholeOfTheirRange() {
    var random = SplitMix64(seed: 3)
    let backOff = BackOff()
    for (tries, longest) in [(1, 0.5), (2, 1), (3, 2), (6, 16), (7, 20), (64, 20)] {
      let draws = (0..<2000).map { _ in backOff.pause(after: tries, using: &random) / .seconds(1) }
      #expect(draws.allSatisfy { $0 >= 0 && $0 < longest })
      #expect(abs(draws.reduce(0, +) / 2000 / longest - 0.5) < 0.05)
    }
  }

  @Test func wishesAreReadStrictly() {
    let now: Int64 = 784_111_777
    #expect(RetryAfter.seconds("Sun, 06 Nov 1994 08:49:38 GMT", now: now) == 1)
    #expect(RetryAfter.seconds("Sun, 06 Nov 1994 08:49:37 GMT", now: now) == nil)
    #expect(RetryAfter.seconds("86400", now: now) == 86_400)
    #expect(RetryAfter.seconds("86401", now: now) == nil)
    #expect(RetryAfter.seconds("٣", now: now) == nil)
  }
}
