import Market
import Scalars
import Testing

@Suite struct ExpiryTests {
  private static let tables = MarketTables.builtIn
  static let vectors = Vector.rows("expiries.csv")

  @Test(arguments: Set(vectors.map { $0["underlying"] }).sorted())
  func areThoseThatWereDerived(underlying: String) throws {
    let wanted = Self.vectors.filter { $0["underlying"] == underlying }.map {
      "\($0["expiry"]) \($0["cycle"]) \($0["scheduled_day"])"
    }
    // The derivation leaves out what is hardly known, the first months of MIDCPNIFTY.
    let first = try day(wanted.min().map { String($0.prefix(10)) } ?? "")
    let found = try Self.tables.expiries.expiries(
      of: underlying, scheduledIn: first...day("2026-12-31")
    ).map { "\($0.day) \($0.cycle.rawValue) \($0.scheduled)" }
    #expect(Set(wanted).subtracting(found).sorted() == [])
    #expect(Set(found).subtracting(wanted).sorted() == [])
    #expect(found.count == wanted.count)
  }

  @Test func thereAreVectors() {
    #expect(Self.vectors.count == 879)
  }

  @Test(arguments: [
    ("NIFTY", "2026-11-23", Expiry.Cycle.monthly), ("NIFTY", "2025-10-20", .weekly),
    ("SENSEX", "2024-10-31", .weekly), ("BANKNIFTY", "2024-01-31", .weekly),
    ("BANKNIFTY", "2024-01-25", .monthly),
  ])
  func knowsWhatIsListed(underlying: String, text: String, cycle: Expiry.Cycle) throws {
    guard case .listed(let expiry) = Self.tables.expiries.listing(of: try day(text), underlying)
    else {
      Issue.record("\(text) is not listed")
      return
    }
    #expect(expiry.cycle == cycle)
  }

  @Test func saysWhatItDoesNotKnow() throws {
    let listing = Self.tables.expiries.listing(of: try day("2027-06-29"), "NIFTY")
    guard case .unknown(let gap) = listing else {
      Issue.record("\(listing)")
      return
    }
    #expect(gap.table == .calendarCoverage)
  }

  @Test func aTableOfTheUsersGoesOnWhereOursEnds() throws {
    let coverage = "exchange,from,to\nNSE;BSE,2027-01-01,2027-12-31\n"
    let holidays = """
      date,exchange,kind,name,source,confidence
      2027-01-26,NSE;BSE,closed,Republic Day,me,high

      """
    let tables = try MarketTables(overrides: [
      .init(.calendarCoverage, name: "coverage", bytes: Array(coverage.utf8)),
      .init(.holidays, name: "holidays", bytes: Array(holidays.utf8)),
    ])
    #expect(
      try tables.expiries.monthly(of: "NIFTY", year: 2027, month: 1).day == day("2027-01-25"))
  }

  @Test(arguments: [
    ("2026-08-02", "15:30"), ("2026-08-03", "15:40"), ("2026-12-06", "15:40"),
    ("2026-12-07", "15:30"), ("2024-01-25", "15:30"),
  ])
  func endAtTheTimeOfTheirDay(text: String, time: String) throws {
    #expect(
      try Self.tables.calendar.expiryTime(on: day(text), .nfo).time.description == time)
  }
}
