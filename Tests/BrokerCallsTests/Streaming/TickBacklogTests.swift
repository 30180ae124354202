import BrokerCalls
import Market
import TestSupport
import Testing

/// What waits for the reader: bounded, in order, and the most wanted first where he is slow.
struct TickBacklogTests {
  private let tick = MadeTicks.tick

  @Test func asLongAsThereIsRoomNothingIsLostAndAllIsInOrder() {
    var backlog = TickBacklog(count: 3, capacity: 100)
    let ticks = (0..<60).map { tick($0 % 3, Int64($0), 0) }
    for tick in ticks { backlog.add(tick) }
    #expect(backlog.take(100, .arrival).compactMap(\.tick) == ticks)
    #expect(backlog.count == 0 && backlog.superseded == 0 && backlog.take(5, .arrival).isEmpty)
  }

  @Test func aSlowReaderGetsTheMostWantedFirst() {
    var backlog = TickBacklog(count: 4, capacity: 100)
    for place in [3, 1, 2, 0, 3, 0] { backlog.add(tick(place, 5, 0)) }
    #expect(backlog.take(3, .wanted).compactMap(\.tick?.place) == [1, 0, 0])
    #expect(backlog.take(2, .wanted).compactMap(\.tick?.place) == [3, 2])
    #expect(backlog.take(2, .wanted).compactMap(\.tick?.place) == [3])
  }

  /// Who takes all of it in pieces gets what he would have got in one.
  @Test(arguments: [1, 2, 16, 59])
  func inPiecesAllIsInOrderToo(most: Int) {
    var backlog = TickBacklog(count: 7, capacity: 100)
    var expected: [TickBacklog.Row] = []
    for number in 0..<60 {
      let tick = tick(6 - number % 7, Int64(number), Int64(number))
      backlog.add(tick)
      expected.append(.tick(tick))
      if number % 20 == 10 {
        backlog.add(MadeTicks.gap(0, Int64(number)))
        expected.append(.gap(MadeTicks.gap(0, Int64(number))))
      }
    }
    var rows: [TickBacklog.Row] = []
    while backlog.count > 0 { rows += backlog.take(most, .arrival) }
    #expect(rows == expected)
  }

  /// The least wanted tick before a gap goes before it, and the most wanted one after it does not.
  @Test func aGapWaitsForAllThatCameBeforeIt() {
    var backlog = TickBacklog(count: 3, capacity: 100)
    let gap = MadeTicks.gap(1, 2)
    backlog.add(tick(2, 1, 0))
    backlog.add(tick(1, 2, 0))
    backlog.add(gap)
    for price in Int64(3)...4 { backlog.add(tick(0, price, 0)) }
    #expect(backlog.take(1, .wanted) == [.tick(tick(1, 2, 0))])
    #expect(backlog.take(1, .wanted) == [.tick(tick(2, 1, 0))])
    #expect(backlog.take(2, .wanted) == [.gap(gap), .tick(tick(0, 3, 0))])
    #expect(backlog.take(2, .wanted) == [.tick(tick(0, 4, 0))])
  }

  @Test func theOldestOfTheSameInstrumentGivesWay() {
    var backlog = TickBacklog(count: 2, capacity: 3)
    for price in 1...3 { backlog.add(tick(0, Int64(price), 0)) }
    backlog.add(tick(0, 4, 0))
    #expect(backlog.superseded == 1)
    // Another one finds room where there are several.
    backlog.add(tick(1, 9, 0))
    #expect(backlog.superseded == 2)
    #expect(backlog.take(9, .wanted).compactMap(\.tick?.market.last.paise) == [3, 4, 9])
  }

  @Test func thereIsRoomForOneOfEach() {
    var backlog = TickBacklog(count: 50, capacity: 1)
    for place in 0..<50 { backlog.add(tick(place, 1, 0)) }
    #expect(backlog.count == 50 && backlog.superseded == 0)
  }

  @Test func gapsKeepTheirPlaceAndNeverGiveWay() {
    var backlog = TickBacklog(count: 1, capacity: 2)
    backlog.add(tick(0, 1, 0))
    backlog.add(MadeTicks.gap(1, 2))
    for price in 2...9 { backlog.add(tick(0, Int64(price), 0)) }
    backlog.add(MadeTicks.gap(3, 4))
    let rows = backlog.take(9, .wanted)
    #expect(
      rows == [
        .gap(MadeTicks.gap(1, 2)), .tick(tick(0, 8, 0)), .tick(tick(0, 9, 0)),
        .gap(MadeTicks.gap(3, 4)),
      ])
  }

  /// Whatever comes and however the reader takes: bounded, each instrument in order, and the last tick
  /// of each is given in the end.
  @Test(arguments: UInt64(1)...20)
  func holdsWhateverComes(seed: UInt64) {
    var made = MadeTicks(seed: seed, places: 6)
    let capacity = Int.random(in: 1...20, using: &made.random)
    var backlog = TickBacklog(count: 6, capacity: capacity)
    var given: [StreamTick] = []
    var last: [Int: Int64] = [:]
    for number in Int64(1)...2000 {
      let tick = tick(made.next().place, number, 0)
      last[tick.place] = number
      backlog.add(tick)
      #expect(backlog.count <= max(capacity, 6))
      if Int.random(in: 0..<12, using: &made.random) == 0 {
        let order: TickBacklog.Order = Bool.random(using: &made.random) ? .arrival : .wanted
        let most = Int.random(in: 0...8, using: &made.random)
        given += backlog.take(most, order).compactMap(\.tick)
      }
      #expect(given.count + backlog.count + backlog.superseded == Int(number))
    }
    given += backlog.take(.max, .arrival).compactMap(\.tick)
    for place in 0..<6 {
      let numbers = given.filter { $0.place == place }.map(\.market.last.paise)
      #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 })
      #expect(numbers.last == last[place])
    }
  }
}
