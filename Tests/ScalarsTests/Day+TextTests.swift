import Scalars
import Testing

@Suite struct DayTextTests {
  private func error(_ text: String) -> TimestampError? {
    do throws(TimestampError) {
      _ = try Day(text: Array(text.utf8).span)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["2026-11-20", "0001-01-01", "9999-12-31", "2024-02-29", "1969-12-31"])
  func readsAndWrites(text: String) throws {
    #expect(try Day(text: Array(text.utf8).span).description == text)
  }

  @Test(
    arguments: [
      ("", .malformedDay), ("2026", .malformedDay), ("2026-11", .malformedDay),
      ("2026-11-2", .malformedDay), ("2026-11-20 ", .malformedDay), (" 2026-11-20", .malformedDay),
      ("2026/11/20", .malformedDay), ("20261120", .malformedDay), ("2026-1-20", .malformedDay),
      ("2026-11-20T", .malformedDay), ("+026-11-20", .malformedDay), ("2026-11-2x", .malformedDay),
      ("today", .malformedDay), ("45980", .malformedDay), ("２026-11-20", .malformedDay),
      ("26-11-20", .yearNotFirst), ("20-11-2026", .yearNotFirst), ("20/11/2026", .yearNotFirst),
      ("1/2/26", .yearNotFirst), ("20.11.26", .yearNotFirst), ("20 Nov 2026", .yearNotFirst),
      ("2026-02-29", .noSuchDay(year: 2026, month: 2, day: 29)),
      ("2026-13-01", .noSuchDay(year: 2026, month: 13, day: 1)),
      ("2026-00-10", .noSuchDay(year: 2026, month: 0, day: 10)),
      ("2026-06-31", .noSuchDay(year: 2026, month: 6, day: 31)),
      ("2026-06-00", .noSuchDay(year: 2026, month: 6, day: 0)),
      ("0000-01-01", .noSuchDay(year: 0, month: 1, day: 1)),
    ] as [(String, TimestampError)])
  func refusesEverythingElse(text: String, expected: TimestampError) {
    #expect(error(text) == expected)
  }

  @Test(arguments: [Int32.min, -719_529, -719_528, 0, 2_932_897, .max])
  func writesAnyYearWithinItsRoom(days: Int32) throws {
    let day = Day(daysSince1970: days)
    let text = try #require(
      unsafe written(room: Day.textRoom) { unsafe day.write(to: $0) })
    #expect(text == day.description)
    #expect(text.hasPrefix("-") == (day.year < 0) && text.hasPrefix("+") == (day.year > 9999))
    #expect(text.hasSuffix(day.day < 10 ? "-0\(day.day)" : "-\(day.day)"))
  }
}
