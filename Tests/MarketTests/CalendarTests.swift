import Market
import Scalars
import Testing

@Suite struct CalendarTests {
  private static let calendar = MarketTables.builtIn.calendar

  @Test(arguments: [
    ("2026-11-20", nil), ("2026-11-21", "Saturday"), ("2026-02-01", "Sunday"),
    ("2026-11-24", "Prakash Gurpurb Sri Guru Nanak Dev"), ("2024-01-20", "Saturday"),
  ])
  func saysWhyADayIsNone(text: String, reason: String?) throws {
    #expect(try Self.calendar.closure(day(text), .nse) == reason)
  }

  /// The weekday closures of each year, as the exchanges counted them.
  @Test(arguments: [(2023, 15), (2024, 17), (2025, 14), (2026, 16)])
  func knowsTheHolidaysOfTheYears(year: Int, count: Int) throws {
    for exchange in Exchange.allCases {
      let days = try day("\(year)-01-01")...day("\(year)-12-31")
      let closed = try days.filter { day in
        let closure = try Self.calendar.closure(day, exchange)
        return closure != nil && day.weekday != .saturday && day.weekday != .sunday
      }
      #expect(closed.count == count)
    }
  }

  @Test(arguments: [
    ("2026-11-20", ["09:15-15:40"]), ("2026-07-31", ["09:15-15:30"]),
    ("2026-12-08", ["09:15-15:45"]), ("2024-03-02", ["09:15-10:00", "11:30-12:30"]),
    ("2024-11-01", ["18:00-19:00"]), ("2026-02-01", ["09:15-15:30"]), ("2026-11-21", []),
  ])
  func knowsWhenOneTrades(text: String, sessions: [String]) throws {
    let found = try Self.calendar.sessions(on: day(text), .nfo)
    #expect(found.map { "\($0.lowerBound)-\($0.upperBound)" } == sessions)
  }

  @Test func doesNotGuessTheTimesOfMuhurat() throws {
    #expect(throws: NotCovered.self) {
      try Self.calendar.sessions(on: day("2026-11-08"), .nfo)
    }
  }

  @Test func doesNotGuessTheHolidaysOfAYear() throws {
    #expect(throws: NotCovered.self) { try Self.calendar.isTradingDay(day("2027-03-02"), .nse) }
    #expect(throws: NotCovered.self) { try Self.calendar.isTradingDay(day("2022-12-30"), .bse) }
  }

  @Test func tellsTradingFromSettling() throws {
    #expect(try Self.calendar.isTradingDay(day("2026-08-26"), .nse))
    #expect(try !Self.calendar.settles(day("2026-08-26"), .nse))
    #expect(try Self.calendar.settles(day("2026-08-27"), .nse))
  }

  @Test func findsTheTradingDayBeforeAndAfter() throws {
    #expect(try Self.calendar.tradingDay(upTo: day("2026-11-24"), .nse) == day("2026-11-23"))
    #expect(try Self.calendar.tradingDay(from: day("2026-11-21"), .nse) == day("2026-11-23"))
  }
}
