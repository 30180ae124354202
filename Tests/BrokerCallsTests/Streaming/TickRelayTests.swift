import BrokerCalls
import Market
import TestSupport
import Testing

/// The way from the stream to the reader as a whole.
struct TickRelayTests {
  private let tick = MadeTicks.tick

  private func rules(throttle: Int = 100, wait: Int = 50, together: Int = 10) -> RelayRules {
    var rules = RelayRules()
    rules.throttle = .milliseconds(throttle)
    rules.longestWait = .milliseconds(wait)
    rules.together = together
    rules.capacity = 30
    return rules
  }

  @Test func isDueByTimeOrByCount() {
    var relay = TickRelay(count: 20, rules())
    #expect(!relay.isDue(at: .seconds(9)) && relay.nextDue == nil)
    relay.take(tick(0, 1, 0), at: .seconds(1))
    #expect(relay.nextDue == .seconds(1) + .milliseconds(50))
    #expect(!relay.isDue(at: .seconds(1)) && relay.isDue(at: .seconds(1) + .milliseconds(50)))
    for place in 1..<10 { relay.take(tick(place, 1, 0), at: .seconds(1)) }
    #expect(relay.isDue(at: .seconds(1)), "there are enough of them")
    #expect(relay.rows(atMost: 10, .arrival, at: .seconds(1)).count == 10)
    #expect(!relay.isDue(at: .seconds(9)))
  }

  @Test func withoutAWaitEachIsDueAtOnce() {
    var relay = TickRelay(count: 1, rules(wait: 0))
    relay.take(tick(0, 1, 0), at: .seconds(1))
    #expect(relay.isDue(at: .seconds(1)))
  }

  @Test func whatCameBeforeAGapIsWrittenBeforeIt() {
    var relay = TickRelay(count: 1, rules())
    for price in Int64(1)...3 { relay.take(tick(0, price, 0), at: .zero) }
    relay.take(MadeTicks.gap(1, 2), at: .milliseconds(10))
    relay.take(tick(0, 4, 0), at: .milliseconds(20))
    let rows = relay.rows(atMost: 9, .wanted, at: .milliseconds(30))
    #expect(
      rows == [
        .tick(tick(0, 1, 0)), .tick(tick(0, 3, 0)), .gap(MadeTicks.gap(1, 2)),
        .tick(tick(0, 4, 0)),
      ])
  }

  /// A reader who takes nothing for long, whatever the rate: what waits is bounded by the instruments.
  @Test func aFloodBesideASlowReaderStaysBounded() {
    var relay = TickRelay(count: 12, rules(throttle: 0))
    var made = MadeTicks(seed: 5, places: 12, prices: 1_000_000)
    var most = 0
    for number in 0..<200_000 {
      relay.take(made.next(), at: .microseconds(number))
      most = max(most, relay.waiting)
    }
    #expect(relay.waiting == 30 && most == 30)
    #expect(relay.superseded + relay.duplicates == 200_000 - 30)
    let rows = relay.rows(atMost: 5, .wanted, at: .seconds(1)).compactMap(\.tick?.place)
    #expect(rows.allSatisfy { $0 < 5 }, "the most wanted come first")
  }

  /// Every tick is written, gave way, said nothing new, or waits; and the reader knows in the end what
  /// the stream said last.
  @Test(arguments: UInt64(1)...20)
  func accountsForEveryTick(seed: UInt64) {
    var made = MadeTicks(seed: seed, places: 9)
    var relay = TickRelay(count: 9, rules(throttle: seed.isMultiple(of: 4) ? 0 : 20))
    var now = Duration.zero
    var last: [Int: StreamTick] = [:]
    var known: [Int: StreamTick] = [:]
    for received in 1...2000 {
      now += .milliseconds(Int.random(in: 0...5, using: &made.random))
      let tick = made.next()
      last[tick.place] = tick
      relay.take(tick, at: now)
      relay.advance(to: now)
      if relay.isDue(at: now), Bool.random(using: &made.random) {
        for tick in relay.rows(atMost: 4, .wanted, at: now).compactMap(\.tick) {
          known[tick.place] = tick
        }
      }
      #expect(
        received == relay.relayed + relay.superseded + relay.duplicates + relay.waiting)
    }
    relay.releaseAll(at: now)
    for tick in relay.rows(atMost: .max, .arrival, at: now).compactMap(\.tick) {
      known[tick.place] = tick
    }
    #expect(relay.waiting == 0 && relay.nextDue == nil)
    for (place, tick) in last { #expect(known[place]?.market == tick.market) }
  }
}
