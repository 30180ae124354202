import BrokerCalls
import Brokers
import TestSupport
import Testing

/// The list of instruments: fetched once a day, and never replaced by a worse one.
@Suite(.needsBrokers) struct InstrumentShelfTests {
  private let desk: TestDesk

  init() throws {
    desk = try TestDesk(FakeBrokers())
    try desk.brokers.limit(false)
  }

  private func lists() throws -> Int { try desk.brokers.calls().count { $0.broker == "master" } }

  /// A day on which the broker lists other contracts.
  private func nextWeek() throws { try desk.brokers.setTime("2026-11-30T09:30:00") }

  @Test func whatHasNotChangedIsNotSentAgain() throws {
    _ = try desk.desk().quotes(10)
    try desk.brokers.setTime("2026-11-21T09:30:00")
    for _ in 0..<2 { #expect(try desk.desk().quotes(10).1.count == 10) }
    let answers = try desk.brokers.calls().filter { $0.broker == "master" }.map(\.status)
    #expect(answers == [200, 304])
  }

  @Test func itIsFetchedOnceADay() throws {
    for _ in 0..<3 { _ = try desk.desk().quotes(10) }
    #expect(try lists() == 1)
    try nextWeek()
    for _ in 0..<3 { #expect(try desk.desk().quotes(10).1.count == 10) }
    #expect(try lists() == 2)
  }

  @Test(arguments: ["empty", "cut-json", "half-rows", "no-rows", "503", "html-200", "404"])
  func aWorseOneDoesNotTakeItsPlace(fault: String) throws {
    _ = try desk.desk().quotes(10)
    try nextWeek()
    try desk.brokers.order("{\"broker\":\"master\",\"times\":0,\"kind\":\"\(fault)\"}")
    // Some of its contracts have expired meanwhile.
    #expect(try !desk.desk().quotes(900).1.isEmpty)
    #expect(desk.warnings.contains { $0.problem.contains("2026-11-20 is used") })
  }

  @Test(arguments: ["empty", "cut-json", "no-rows", "404"])
  func withoutOneNothingIsMadeUp(fault: String) throws {
    try desk.brokers.order("{\"broker\":\"master\",\"times\":0,\"kind\":\"\(fault)\"}")
    #expect(throws: CallFailure.self) { try desk.desk().quotes(10) }
  }

  @Test func bothBrokersListTheSameContracts() throws {
    let broker = try desk.desk([.angelOne])
    let mine = try broker.router.ask({ _ in LimitGroup.AngelOne.other }) { line in
      try broker.shelf.listing(of: line).instruments(of: "NIFTY")
    }
    #expect(mine.contains { $0.kind == .index } && mine.contains { $0.kind == .future })
    #expect(mine.count { $0.kind == .option } >= 4 * 120 * 2)
    #expect(Set(mine.compactMap(\.contract)).count == mine.count { $0.kind != .index })
  }
}
