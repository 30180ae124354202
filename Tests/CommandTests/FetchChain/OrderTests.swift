import TestSupport
import Testing

extension ChainTests {
  /// Which rows there are, and in what order.
  @Suite struct OrderTests {
    private let desk: ChainDesk

    init() throws {
      desk = try ChainDesk.shared.get()
      try desk.begin()
    }

    private func rows(_ options: String) throws -> [ChainRow] {
      let result = try desk.run("angelx fetch-chain NIFTY \(options) NOW")
      #expect(result.status == 0, "\(result.errorText)")
      let rows = try result.rows
      #expect(Set(rows.map(\.ts)).count == 1, "it is one snapshot")
      #expect(Set(rows.map(\.symbol)).count == rows.count)
      #expect(rows.prefix(2).map(\.symbol) == ["NIFTY", "INDIAVIX"])
      // The futures come next, of expiries that have one.
      let leaders = rows.prefix { $0.kind == "index" }.count
      #expect(rows.count { $0.kind == "index" } == leaders)
      return rows
    }

    @Test func theNearestToTheMoneyComesFirst() throws {
      let rows = try rows("--strikes 3")
      let spot = try #require(rows[0].ltp)
      let options = rows.dropFirst(3)
      #expect(options.count == 14 && options.allSatisfy { $0.spot == spot })
      let strikes = options.compactMap(\.strike)
      let distances = strikes.map { abs($0 - spot) }
      #expect(distances == distances.sorted())
      #expect(options.map(\.right) == Array(repeating: ["CE", "PE"], count: 7).flatMap(\.self))
      // So many on either side of the nearest one.
      #expect(strikes.count { $0 < strikes[0] } == 6 && strikes.count { $0 > strikes[0] } == 6)
    }

    @Test func byStrikeTheLowestComesFirst() throws {
      let options = try rows("--strikes 3 --order strike").dropFirst(3)
      let strikes = options.compactMap(\.strike)
      #expect(strikes.count == 14 && strikes == strikes.sorted())
      #expect(options.map(\.right) == Array(repeating: ["CE", "PE"], count: 7).flatMap(\.self))
    }

    @Test func allStrikesAreTheWholeChain() throws {
      let all = try rows("--strikes all")
      #expect(all.count > 200)
      #expect(try rows("--strikes 1000").count == all.count)
      let least = try rows("--strikes 0")
      #expect(least.map(\.symbol) == all.prefix(5).map(\.symbol))
    }

    @Test(arguments: [
      ("nearest", ["2026-11-23"]), ("next", ["2026-12-01"]), ("monthly", ["2026-11-23"]),
      ("2026-12-08", ["2026-12-08"]), ("next,nearest", ["2026-11-23", "2026-12-01"]),
    ])
    func expiriesGoByNameAndByDay(wish: String, days: [String]) throws {
      let options = try rows("--strikes 1 --expiry \(wish)").filter { $0.kind == "quote" }
      var seen: [String] = []
      for day in options.compactMap(\.expiry) where seen.last != day { seen.append(day) }
      #expect(seen == days, "an expiry after the other")
      #expect(options.count == 6 * days.count)
    }

    @Test func allExpiriesAreMany() throws {
      let days = Set(try rows("--strikes 0 --expiry all").compactMap(\.expiry))
      #expect(days.count > 8)
    }
  }
}
