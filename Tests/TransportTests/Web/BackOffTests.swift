import TestSupport
import Testing

@testable import Transport

@Suite struct BackOffTests {
  @Test(arguments: [(1, 0.5), (2, 1), (3, 2), (6, 16), (7, 32), (64, 0.5 * 0x1p30)])
  func pausesDoubleAndVaryByAFifthEitherWay(tries: Int, middle: Double) {
    var random = SplitMix64(seed: 3)
    let backOff = BackOff()
    let draws = (0..<2000).map { _ in
      backOff.pause(after: tries, using: &random) / .seconds(1) / middle
    }
    #expect(draws.allSatisfy { $0 >= 0.8 && $0 < 1.2 })
    #expect(abs(draws.reduce(0, +) / 2000 - 1) < 0.01)
    #expect(draws.contains { $0 < 0.82 } && draws.contains { $0 > 1.18 })
  }

  @Test func noPauseStaysNone() {
    var random = SplitMix64(seed: 3)
    #expect(BackOff(first: .zero).pause(after: 9, using: &random) == .zero)
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
