import BrokerCalls
import Brokers
import Operations
import Store
import TestSupport
import Testing
import Transport

/// Which broker is asked, and what happens where it fails.
@Suite(.needsBrokers) struct RoutingTests {
  private let desk: TestDesk

  init() throws {
    desk = try TestDesk(FakeBrokers())
    try desk.brokers.limit(false)
    let kite = try desk.desk([.kite])
    try kite.logIn(
      at: .kite, token: KiteRequestToken(pasted: Secret(try desk.brokers.redirect())))
  }

  private func breakSmartAPI(skip: Int = 0) throws {
    try desk.brokers.order(
      "{\"broker\":\"smartapi\",\"call\":\"quotes\",\"skip\":\(skip),\"times\":0,\"kind\":\"503\"}")
  }

  @Test func theFirstIsAskedWhileItAnswers() throws {
    for _ in 0..<3 {
      #expect(try desk.desk([.angelOne, .kite]).quotes(10).broker == .angelOne)
    }
    #expect(try !desk.brokers.calls().contains { $0.broker == "kite" && $0.call == "quote" })
  }

  @Test func whoDiesInTheMiddleIsReplacedForAll() throws {
    _ = try desk.desk([.angelOne, .kite]).quotes(10)
    try breakSmartAPI(skip: 2)
    let found = try desk.desk([.angelOne, .kite]).quotes(220)
    #expect(found.broker == .kite && found.1.count == 220)
    #expect(desk.warnings.contains { $0.broker == .angelOne && $0.kind == .unavailable })
  }

  @Test func whoFailedTooOftenIsLeftAlone() throws {
    try breakSmartAPI()
    _ = try desk.desk([.angelOne, .kite]).quotes(10)
    let made = try desk.desk([.angelOne, .kite])
    _ = try made.quotes(10)
    try made.finish()
    // Three calls in a row have failed, which the store remembers for who comes next.
    let first = try desk.desk([.angelOne, .kite])
    _ = try first.quotes(10)
    try first.finish()
    let before = try desk.brokers.calls().count { $0.broker == "smartapi" }
    #expect(try desk.desk([.angelOne, .kite]).quotes(10).broker == .kite)
    #expect(try desk.brokers.calls().count { $0.broker == "smartapi" } == before)
    let alone = try #require(throws: CallFailure.self) { try desk.desk([.angelOne]).quotes(10) }
    #expect(alone.kind == .tryLater)
    #expect(try desk.brokers.calls().count { $0.broker == "smartapi" } == before)
  }

  @Test func afterThePauseItIsTriedAgain() throws {
    try breakSmartAPI()
    let made = try desk.desk([.angelOne, .kite])
    _ = try made.quotes(10)
    try made.finish()
    try desk.brokers.order("")
    #expect(try desk.desk([.angelOne, .kite]).quotes(10).broker == .kite)
    try desk.brokers.setTime("\(FakeBrokers.day)T10:30:00")
    #expect(try desk.desk([.angelOne, .kite]).quotes(10).broker == .angelOne)
  }

  @Test func whoIsLeftAloneIsSeen() throws {
    let before = try desk.desk([.angelOne, .kite])
    _ = try before.quotes(10)
    try before.finish()
    let good = try before.reports(StateRules(desk.settings), killSwitchIsOn: false)
    #expect(good.map(\.broker) == [.angelOne, .kite])
    #expect(good.allSatisfy { $0.health.ground.state == .healthy && $0.health.pausedUntil == nil })
    #expect(good.allSatisfy { $0.sessionEnd.map { $0 > before.now } == true })
    #expect(good[0].health.calls > 0 && good[0].health.figures.map { $0.p50 > 0 } == true)
    try breakSmartAPI()
    let made = try desk.desk([.angelOne, .kite])
    _ = try made.quotes(10)
    try made.finish()
    let found = try made.reports(StateRules(desk.settings), killSwitchIsOn: false)
    #expect(found[0].health.ground.state == .paused && found[0].health.failuresInRow == 3)
    #expect(found[0].health.failures == [.unknown: 3])
    #expect(found[0].health.pausedUntil.map { $0 > made.now } == true)
    #expect(found[1].health.ground.state == .healthy)
    let stopped = try made.reports(StateRules(desk.settings), killSwitchIsOn: true)
    #expect(stopped.allSatisfy { $0.health.ground == .killSwitch })
  }

  @Test func withoutFailoverTheFirstFailureIsTheEnd() throws {
    let single = try TestDesk(
      desk.brokers, in: desk.home, TestDesk.hurried + "\nBROKER_FAILOVER_ENABLED = False\n")
    try breakSmartAPI()
    let failure = try #require(throws: CallFailure.self) {
      try single.desk([.angelOne, .kite]).quotes(10)
    }
    #expect(failure.kind == .unavailable && failure.broker == .angelOne)
  }
}
