import Market
import Scalars
import TestSupport
import Testing

@Suite struct DayCountTests {
  private static func moment(_ text: String) throws -> Timestamp {
    try Timestamp(rfc3339: Array("\(text)+05:30".utf8).span)
  }

  private static func years(
    _ dayCount: DayCount, from start: String, to end: String,
    _ tables: MarketTables = .builtIn
  ) throws -> Double {
    var clock = ExpiryClock(tables.calendar, dayCount: dayCount)
    return try clock.years(from: moment(start), to: moment(end), .nfo)
  }

  /// Calendar time is that between the moments, nothing rounded: 3 days, 10 minutes and 2 seconds.
  @Test(arguments: [
    (DayCount.calendar365, 259_802.0 / 31_536_000), (.calendar36525, 259_802.0 / 31_557_600),
  ])
  func calendarTimeIsToTheSecond(dayCount: DayCount, wanted: Double) throws {
    let years = try Self.years(dayCount, from: "2026-11-20T15:29:58", to: "2026-11-23T15:40:00")
    #expect(years == wanted)
    let later = try Self.years(
      dayCount, from: "2026-11-20T15:29:58.001", to: "2026-11-23T15:40:00")
    #expect(later < years)
  }

  @Test(arguments: DayCount.allCases)
  func nothingIsLeftAtExpiryAndLessAfterIt(dayCount: DayCount) throws {
    let expiry = "2026-11-23T15:40:00"
    #expect(try Self.years(dayCount, from: expiry, to: expiry) == 0)
    #expect(try Self.years(dayCount, from: "2026-11-23T15:40:01", to: expiry) < 0)
    #expect(try Self.years(dayCount, from: "2026-11-23T15:39:59", to: expiry) > 0)
  }

  /// Trading days between two moments, by hand, where a session of November 2026 has 385 minutes.
  static let tradingDays: [(start: String, end: String, days: Double)] = [
    // A weekend: ten minutes and two seconds of Friday, and Monday.
    ("2026-11-20T15:29:58", "2026-11-23T15:40:00", 602.0 / 23_100 + 1),
    // Tuesday is a holiday.
    ("2026-11-23T12:00:00", "2026-11-26T15:40:00", 220.0 / 385 + 2),
    // The same day, and before it opens.
    ("2026-11-23T15:00:00", "2026-11-23T15:40:00", 40.0 / 385),
    ("2026-11-23T03:00:00", "2026-11-23T15:40:00", 1),
    // On a Saturday and on the holiday nothing is lost.
    ("2026-11-21T11:00:00", "2026-11-23T15:40:00", 1),
    ("2026-11-24T11:00:00", "2026-11-25T15:40:00", 1),
    // The session of 375 minutes before August 2026.
    ("2026-07-27T14:00:00", "2026-07-28T15:30:00", 90.0 / 375 + 1),
    // A contract that ends before its session does: 375 of 390 minutes.
    ("2026-12-08T09:15:00", "2026-12-08T15:30:00", 375.0 / 390),
    // The budget's Sunday is as long as any day, between the moments and among them.
    ("2026-01-30T15:30:00", "2026-02-02T15:30:00", 2),
    ("2026-02-01T09:00:00", "2026-02-02T15:30:00", 2),
    ("2026-02-01T12:22:30", "2026-02-02T15:30:00", 1.5),
    // An hour of Muhurat trading on a holiday is an hour, on the day and from the day before.
    ("2024-11-01T18:00:00", "2024-11-04T15:30:00", 60.0 / 375 + 1),
    ("2024-11-01T18:45:00", "2024-11-04T15:30:00", 15.0 / 375 + 1),
    ("2024-10-31T15:30:00", "2024-11-04T15:30:00", 60.0 / 375 + 1),
    // Two short sessions on a Saturday, from the middle of the first.
    ("2024-03-02T09:30:00", "2024-03-04T15:30:00", 90.0 / 375 + 1),
  ]

  @Test(arguments: tradingDays)
  func tradingTimeIsThatOfTheSessions(start: String, end: String, days: Double) throws {
    let years = try Self.years(.trading252, from: start, to: end)
    #expect(abs(years - days / 252) < 1e-15, "\(years * 252) of \(days) days")
  }

  /// However it is counted, there is never more time left later on.
  @Test(arguments: DayCount.allCases, ["2024-11-08T15:30:00", "2024-03-07T15:30:00"])
  func timeOnlyRunsOut(dayCount: DayCount, end: String) throws {
    var clock = ExpiryClock(MarketTables.builtIn.calendar, dayCount: dayCount)
    let end = try Self.moment(end)
    var least = Double.infinity
    for minutes in stride(from: Int64(12 * 1440), through: -60, by: -7) {
      let start = Timestamp(milliseconds: end.milliseconds - minutes * 60_000)
      let years = try clock.years(from: start, to: end, .nfo)
      #expect(years <= least, "\(start)")
      least = years
    }
  }

  /// What the tables do not know is said, not guessed: next year's holidays, this year's Muhurat hours.
  @Test func tradingTimeIsOnlyCountedWhereTheCalendarKnowsIt() throws {
    for end in ["2027-01-05T15:30:00", "2026-11-10T15:40:00"] {
      #expect(throws: NotCovered.self) {
        try Self.years(.trading252, from: "2026-11-06T10:00:00", to: end)
      }
      #expect(try Self.years(.calendar365, from: "2026-11-06T10:00:00", to: end) > 0)
    }
    let hours = """
      date,exchange,kind,start1,end1,start2,end2,source,confidence
      2026-11-08,NSE;BSE,muhurat,18:00,19:00,,,me,high

      """
    let tables = try MarketTables(overrides: [
      .init(.specialSessions, name: "mine", bytes: Array(hours.utf8))
    ])
    let years = try Self.years(
      .trading252, from: "2026-11-06T15:40:00", to: "2026-11-09T15:40:00", tables)
    #expect(abs(years - (60.0 / 385 + 1) / 252) < 1e-15)
  }

  /// The day of expiry decides, in both segments, unless the user says otherwise.
  @Test(arguments: [
    ("2026-07-28", "15:30"), ("2026-08-02", "15:30"), ("2026-08-03", "15:40"),
    ("2026-11-23", "15:40"), ("2026-12-06", "15:40"), ("2026-12-07", "15:30"),
    ("2027-06-29", "15:30"),
  ])
  func contractsExpireAtTheTimeOfTheirDay(text: String, time: String) throws {
    let calendar = MarketTables.builtIn.calendar
    let expiry = try day(text)
    let wanted = try Self.moment("\(text)T\(time):00")
    let clock = ExpiryClock(calendar, dayCount: .calendar365)
    for segment in [Segment.nfo, .bfo] { #expect(try clock.moment(of: expiry, segment) == wanted) }
    let own = ExpiryClock(calendar, closing: TimeOfDay("13:05"), dayCount: .calendar365)
    #expect(try own.moment(of: expiry, .nfo) == (try Self.moment("\(text)T13:05:00")))
  }

  /// The days between two moments are remembered, but not for others.
  @Test func aClockCountsEverySpanAnew() throws {
    var clock = ExpiryClock(MarketTables.builtIn.calendar, dayCount: .trading252)
    var random = SplitMix64(seed: 21)
    let first = try Self.moment("2026-11-16T09:15:00")
    for _ in 0..<200 {
      let start = Timestamp(
        milliseconds: first.milliseconds + Int64.random(in: 0..<700_000_000, using: &random))
      let end = Timestamp(
        milliseconds: first.milliseconds + Int64.random(in: 0..<2_000_000_000, using: &random))
      var fresh = ExpiryClock(MarketTables.builtIn.calendar, dayCount: .trading252)
      #expect(
        try clock.years(from: start, to: end, .nfo) == (try fresh.years(from: start, to: end, .nfo))
      )
    }
  }
}
