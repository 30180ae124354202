import Scalars
import Testing
import TestSupport

@Suite struct DayTests {
  @Test(
    arguments: [
      (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2026, 11, 20, 20_777),
      (1900, 3, 1, -25_508), (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
    ] as [(Int, Int, Int, Int32)])
  func countsFrom1970(year: Int, month: Int, day: Int, days: Int32) throws {
    let made = try #require(Day(year: year, month: month, day: day))
    #expect(made.daysSince1970 == days)
    #expect(made.year == year && made.month == month && made.day == day)
  }

  @Test(arguments: [
    (2026, 2, 29), (1900, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1),
    (2026, 1, 0), (2026, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (.max, 1, 1),
    (1, .min, .max),
  ])
  func refusesWhatDoesNotExist(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func followsOneAnotherThroughAllMonths() throws {
    var next = try #require(Day(year: 1, month: 1, day: 1))
    var weekday = Weekday.monday.rawValue
    for year in 1...9999 {
      for month in 1...12 {
        let first = try #require(Day(year: year, month: month, day: 1))
        #expect(first == next)
        let last = (28...31).last { Day(year: year, month: month, day: $0) != nil }
        let length = try #require(last)
        #expect(first.weekday.rawValue == weekday)
        let end = first + (length - 1)
        #expect(end.day == length && end.month == month && end.year == year)
        next = first + length
        weekday = (weekday + length - 1) % 7 + 1
      }
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func agreesWithTheCLibrary(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<1000 {
      let days = Int32.random(in: -3_000_000...3_000_000, using: &random)
      let date = CLibraryDate(secondsSince1970: Int(days) * 86_400)
      let day = Day(daysSince1970: days)
      #expect(day.year == date.year && day.month == date.month && day.day == date.day)
      #expect(day.weekday.rawValue % 7 == date.weekday)
    }
  }

  @Test func hasItsWeekday() {
    #expect(Day(year: 2026, month: 11, day: 20)?.weekday == .friday)
    #expect(Day(year: 1969, month: 12, day: 31)?.weekday == .wednesday)
  }

  @Test func movesAndCompares() throws {
    let day = try #require(Day(year: 2026, month: 12, day: 31))
    #expect((day + 1).description == "2027-01-01")
    #expect((day - 365).description == "2025-12-31")
    #expect(day + 7 - day == 7)
    #expect(day < day + 1)
    #expect((day...day + 6).map(\.weekday.rawValue) == [4, 5, 6, 7, 1, 2, 3])
  }
}
