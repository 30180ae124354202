import Foundation
import TestSupport
import Testing

extension ChainTests {
  /// `--warm` and `--max-age`: what one command has fetched for another.
  @Suite struct CacheTests {
    private let desk: ChainDesk

    init() throws {
      desk = try ChainDesk.shared.get()
      try desk.begin()
    }

    @Test func whatWasFetchedBeforeHasTheTimeOfBefore() throws {
      let warm = try desk.run("angelx fetch-chain NIFTY --strikes 2 --warm NOW")
      #expect(warm.status == 0 && warm.output.isEmpty, "\(warm.errorText)")
      let calls = try desk.brokers.calls().count
      let later = desk.time(in: 20)
      let rows = try desk.run(
        "angelx fetch-chain NIFTY --strikes 2 --max-age 50s --now \(later) --quiet"
      ).rows
      #expect(rows.count == 13)
      #expect(try desk.brokers.calls().count == calls, "no broker was asked")
      #expect(Set(rows.map(\.ts)).count == 1)
      let age = try rows[0].time.timeIntervalSince(desk.moment(later))
      #expect(age < -15, "\(age)")
      // What is older than asked for is fetched again.
      let fresh = try desk.run(
        "angelx fetch-chain NIFTY --strikes 2 --max-age 5s --now \(later) --quiet"
      ).rows
      #expect(try desk.brokers.calls().count > calls)
      #expect(try fresh[0].time > rows[0].time)
    }

    @Test func withoutAskingForItNothingOldIsGiven() throws {
      _ = try desk.run("angelx fetch-chain NIFTY --strikes 2 --warm NOW")
      let calls = try desk.count()
      #expect(try desk.run("angelx fetch-chain NIFTY --strikes 2 NOW").status == 0)
      #expect(try desk.count() == calls + 2)
    }

    @Test(arguments: ["--candles 5m", "--instruments"])
    func toWarmWritesNothing(task: String) throws {
      let result = try desk.run("angelx fetch-chain NIFTY \(task) --warm NOW")
      #expect(result.status == 0 && result.output.isEmpty, "\(result.errorText)")
      #expect(try !desk.run("angelx fetch-chain NIFTY \(task) NOW").output.isEmpty)
    }
  }
}
