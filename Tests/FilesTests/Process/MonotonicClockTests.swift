import Files
import Foundation
import Testing

@Suite struct MonotonicClockTests {
  @Test func measuresHowLongSomethingTook() {
    let start = MonotonicClock.seconds
    usleep(20_000)
    let elapsed = MonotonicClock.seconds - start
    #expect(elapsed >= 0.02 && elapsed < 20)
  }

  @Test func neverGoesBack() {
    var last = MonotonicClock.seconds
    for _ in 0..<10_000 {
      let now = MonotonicClock.seconds
      #expect(now >= last)
      last = now
    }
  }
}
