import CommandLineKit
import Market
import Scalars
import Testing

@testable import Commands

/// Days as people name them.
struct SpokenDayTests {
  /// Wednesday 25 November 2026; the 24th was a holiday.
  private static let today = Day(year: 2026, month: 11, day: 25) ?? Day(daysSince1970: 0)

  @Test(
    arguments: [
      ("today", "2026-11-25"), ("yesterday", "2026-11-24"), ("prev-session", "2026-11-23"),
      ("last-tue", "2026-11-24"), ("last-wed", "2026-11-18"), ("last-thu", "2026-11-19"),
      ("last-sun", "2026-11-22"), ("2026-11-20", "2026-11-20"),
    ])
  func isADay(word: String, expected: String) throws {
    let spoken = try #require(SpokenDay(argument: word))
    #expect(spoken.argument == word)
    #expect(try spoken.day(on: Self.today, MarketTables.builtIn.calendar).description == expected)
  }

  @Test(arguments: ["", "Today", "last-", "last-xyz", "tomorrow", "20-11-2026"])
  func isNone(word: String) { #expect(SpokenDay(argument: word) == nil) }

  @Test(
    arguments: [("expiry", "nearest"), ("next-expiry", "next"), ("monthly", "monthly")])
  func ofTwoNamesOneIsWritten(word: String, written: String) {
    #expect(ExpiryWish(argument: word)?.argument == written)
  }

  @Test(
    arguments: [
      ("yesterday", "2026-11-24T00:00:00+05:30"), ("09:15", "2026-11-25T09:15:00+05:30"),
      ("2026-11-20T15:30:00+05:30", "2026-11-20T15:30:00+05:30"),
    ])
  func isAMoment(word: String, expected: String) throws {
    let moment = try #require(Moment(argument: word))
    let instant = try moment.instant(
      on: Self.today, isEnd: false, MarketTables.builtIn.calendar)
    #expect(instant.description == expected)
  }
}
