import BrokerCalls
import Market
import TestSupport
import Testing

/// The throttle: at most one tick of an instrument in a span, and the last one is never lost.
struct TickThrottleTests {
  private static let span = Duration.milliseconds(100)
  private let tick = MadeTicks.tick

  private func released(_ throttle: inout TickThrottle, at now: Duration) -> [StreamTick] {
    var ticks: [StreamTick] = []
    throttle.release(at: now) { ticks.append($0) }
    return ticks
  }

  @Test func theLastOfASpanWinsWhenItEnds() {
    var throttle = TickThrottle(count: 2, span: Self.span)
    #expect(throttle.take(tick(0, 1, 0), at: .zero) == .passes)
    #expect(throttle.take(tick(0, 2, 0), at: .milliseconds(10)) == .waits)
    #expect(throttle.take(tick(1, 2, 0), at: .milliseconds(20)) == .passes)
    #expect(throttle.take(tick(0, 3, 0), at: .milliseconds(90)) == .supersedes)
    #expect(throttle.nextRelease == .milliseconds(100) && throttle.waiting == 1)
    #expect(released(&throttle, at: .milliseconds(99)).isEmpty)
    #expect(released(&throttle, at: .milliseconds(100)) == [tick(0, 3, 0)])
    #expect(throttle.nextRelease == nil)
    // It has passed, and a new span has begun with it.
    #expect(throttle.take(tick(0, 4, 0), at: .milliseconds(150)) == .waits)
    #expect(released(&throttle, at: .milliseconds(200)) == [tick(0, 4, 0)])
  }

  @Test func whatSaysNothingNewIsNone() {
    var throttle = TickThrottle(count: 1, span: Self.span)
    #expect(throttle.take(tick(0, 1, 0), at: .zero) == .passes)
    #expect(throttle.take(tick(0, 1, 5), at: .milliseconds(500)) == .isDuplicate)
    #expect(
      throttle.take(tick(0, 2, 5), at: .milliseconds(500)) == .waits, "nobody has released it")
    #expect(throttle.take(tick(0, 2, 6), at: .milliseconds(500)) == .isDuplicate)
    #expect(throttle.take(tick(0, 1, 7), at: .milliseconds(501)) == .cancels)
    #expect(throttle.waiting == 0 && released(&throttle, at: .seconds(9)).isEmpty)
  }

  @Test func withoutASpanAllPasses() {
    var throttle = TickThrottle(count: 1, span: .zero)
    for price in 1...50 {
      #expect(throttle.take(tick(0, Int64(price), 0), at: .zero) == .passes)
    }
    #expect(throttle.nextRelease == nil)
  }

  /// Whatever comes: the distance is kept, nothing is said twice, and in the end the reader knows what
  /// the stream said last.
  @Test(arguments: UInt64(1)...20)
  func holdsWhateverComes(seed: UInt64) {
    var made = MadeTicks(seed: seed, places: 7)
    var throttle = TickThrottle(count: 7, span: Self.span)
    var now = Duration.zero
    var out: [Int: [(at: Duration, tick: StreamTick)]] = [:]
    var last: [Int: StreamTick] = [:]
    for _ in 0..<3000 {
      now += .milliseconds(Int.random(in: 0...9, using: &made.random))
      for tick in released(&throttle, at: now) { out[tick.place, default: []].append((now, tick)) }
      let tick = made.next()
      last[tick.place] = tick
      if throttle.take(tick, at: now) == .passes {
        out[tick.place, default: []].append((now, tick))
      }
      #expect(throttle.waiting <= 7)
      #expect(throttle.nextRelease.map { $0 > now } ?? true)
    }
    for rows in out.values {
      for (one, next) in zip(rows, rows.dropFirst()) {
        #expect(next.at - one.at >= Self.span && one.tick.market != next.tick.market)
      }
    }
    throttle.releaseAll { out[$0.place, default: []].append((now, $0)) }
    for (place, tick) in last { #expect(out[place]?.last?.tick.market == tick.market) }
    #expect(throttle.waiting == 0)
  }
}
