import TestSupport
import Testing

extension ChainTests {
  /// `--changed`: what differs from what was written last.
  @Suite struct ChangedTests {
    private let desk: ChainDesk

    init() throws {
      desk = try ChainDesk.shared.get()
      try desk.begin(lasting: 10)
      try desk.brokers.freeze(desk.time(after: 0))
    }

    private func line(_ options: String, after seconds: Double) -> String {
      "angelx fetch-chain \(options) --changed --quiet --now \(desk.time(after: seconds))"
    }

    /// The rows of a run while the market stands still, so many seconds later.
    private func rows(after seconds: Double) throws -> [ChainRow] {
      let result = try desk.run(line("NIFTY --strikes 2", after: seconds))
      #expect(result.status == 0, "\(result.errorText)")
      return try result.rows
    }

    @Test func onlyWhatDiffersIsWrittenAndAllOfItFromTimeToTime() throws {
      let all = try rows(after: 0)
      #expect(all.count == 13)
      #expect(try rows(after: 10).isEmpty)
      // The second call of each is that for the options.
      let move = """
        {"broker":"smartapi","call":"quotes","skip":1,"kind":"moved-prices","rows":2,"percent":0.5}
        """
      try desk.brokers.order(move)
      let moved = try rows(after: 20)
      #expect(moved.count == 2)
      for row in moved {
        let before = try #require(all.first { $0.symbol == row.symbol })
        #expect(row.ltp != before.ltp)
      }
      let back = try rows(after: 30)
      #expect(Set(back.map(\.symbol)) == Set(moved.map(\.symbol)))
      #expect(try rows(after: 290).isEmpty)
      #expect(try rows(after: 310).count == all.count, "CACHE_TTL is over")
      #expect(try rows(after: 320).isEmpty)
    }

    @Test func whatWasNotWrittenIsWrittenTheNextTime() throws {
      let options = "BANKNIFTY --strikes 2"
      let broken = try desk.run("{ \(line(options, after: 0)); echo $? >&2; } | true")
      #expect(broken.errorText == "141\n")
      let full = try desk.run("\(line(options, after: 10)) > /dev/full")
      #expect(full.status == 74)
      let missing = try desk.run("\(line(options, after: 20)) --output none/rows")
      #expect(missing.status == 73)
      #expect(try desk.run(line(options, after: 30)).rows.count == 13)
      #expect(try desk.run(line(options, after: 40)).rows.isEmpty)
    }

    @Test func toWarmAndToLeaveOutAreTwoThings() throws {
      let result = try desk.run("angelx fetch-chain NIFTY --changed --warm")
      #expect(result.status == 64)
      #expect(result.errorText.contains("--warm writes nothing"))
    }
  }
}
