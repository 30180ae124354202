import TestSupport
import Testing

extension ChainTests {
  /// The change of the open interest since the close of the trading day before.
  @Suite struct ClosingInterestTests {
    private let desk: ChainDesk

    init() throws {
      desk = try ChainDesk.shared.get()
      try desk.begin()
    }

    @Test func whatTheStoreHasOfTheCloseCounts() throws {
      let fetch = "angelx fetch-chain NIFTY --strikes 0 --store closing NOW"
      let before = try desk.run("\(fetch) > today; cat today")
      #expect(before.status == 0 && before.outputText.contains("\"oi_change\":null"))
      // The day before was a Thursday; what was kept at noon is no close.
      let kept = try desk.run(
        """
        sed -E 's/"ts":"[^"]*"/"ts":"2026-11-19T15:29:30+05:30"/; s/"oi":[0-9]+/"oi":1000/' today > close
        sed -E 's/"ts":"[^"]*"/"ts":"2026-11-19T12:00:00+05:30"/; s/"oi":[0-9]+/"oi":77/' today > noon
        angelx fetch-chain NIFTY --from close --from noon --keep --store closing > /dev/null
        """)
      #expect(kept.status == 0, "\(kept.errorText)")
      let after = try desk.run(fetch)
      let rows = after.outputText.split(separator: "\n").filter {
        $0.contains("\"kind\":\"quote\"")
      }
      #expect(rows.count == 2)
      for row in rows {
        let found = try #require(row.firstMatch(of: /"oi":(\d+),"oi_change":(-?\d+),/))
        let (now, change) = (try #require(Int(found.1)), try #require(Int(found.2)))
        #expect(now - change == 1000)
      }
    }
  }
}
