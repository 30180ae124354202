import BrokerCalls
import TestSupport
import Testing

struct LagHistogramTests {
  @Test func ofNothingThereIsNoFigure() {
    #expect(LagHistogram().percentile(50) == nil)
  }

  @Test func shortLagsAreExact() {
    var lags = LagHistogram()
    for lag in Int64(0)..<64 { lags.add(milliseconds: lag) }
    #expect(lags.percentile(50) == 31 && lags.percentile(100) == 63 && lags.percentile(0) == 0)
  }

  @Test(arguments: [-5, Int64.min, 0, 63, 64, 65, 1000, 3_600_000, .max])
  func anyLagIsCounted(lag: Int64) throws {
    var lags = LagHistogram()
    lags.add(milliseconds: lag)
    let found = try #require(lags.percentile(50))
    #expect(found >= max(0, lag) && Double(found) <= Double(max(0, lag)) * 33 / 32 + 1)
  }

  /// Beside the sorted lags no figure is too low, and none too high by more than a thirty-second.
  @Test(arguments: UInt64(1)...10)
  func isNearTheExactFigure(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var lags = LagHistogram()
    var all: [Int64] = []
    for _ in 0..<999 {
      let lag = Int64.random(
        in: 0...(1 << Int64.random(in: 1...40, using: &random)), using: &random)
      all.append(lag)
      lags.add(milliseconds: lag)
    }
    all.sort()
    for percent in [1.0, 50, 95, 99, 100] {
      let place = max(1, Int((999 * percent / 100).rounded(.up))) - 1
      let found = try #require(lags.percentile(percent))
      #expect(found >= all[place] && Double(found) <= Double(all[place]) * 33 / 32 + 1)
    }
  }
}
