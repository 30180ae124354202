import Scalars
import Testing
import TestSupport

@Suite struct TimestampTests {
  @Test func hasItsPartsInIST() throws {
    let day = try #require(Day(year: 2026, month: 11, day: 20))
    let time = Timestamp(day, hour: 15, minute: 29, second: 58)
    #expect(time.day == day)
    #expect(time.hour == 15 && time.minute == 29 && time.second == 58 && time.millisecond == 0)
    #expect(time.description == "2026-11-20T15:29:58+05:30")
    #expect(Timestamp(day).milliseconds == 1_795_113_000_000)
  }

  @Test func changesDaysAtMidnightInIST() throws {
    let before = Timestamp(milliseconds: -Timestamp.istOffset - 1)
    #expect(before.day.description == "1969-12-31")
    #expect(before.hour == 23 && before.minute == 59 && before.second == 59)
    #expect(before.millisecond == 999)
    let midnight = Timestamp(milliseconds: -Timestamp.istOffset)
    #expect(midnight.day.daysSince1970 == 0 && midnight.hour == 0)
    #expect(before < midnight)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func agreesWithTheCLibrary(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<1000 {
      let time = Timestamp(
        milliseconds: .random(in: -60_000_000_000_000...250_000_000_000_000, using: &random))
      // Whole numbers of this size are exact as doubles.
      let seconds = (Double(time.milliseconds) / 1000).rounded(.down)
      let date = CLibraryDate(secondsSince1970: Int(seconds) + 19_800)
      let day = time.day
      #expect(day.year == date.year && day.month == date.month && day.day == date.day)
      #expect(time.hour == date.hour && time.minute == date.minute && time.second == date.second)
    }
  }

  @Test(arguments: [Int64.min, .max])
  func hasPartsAtTheEndsOfTime(milliseconds: Int64) {
    let time = Timestamp(milliseconds: milliseconds)
    #expect(time.day.daysSince1970 == (milliseconds < 0 ? Int32.min : .max))
    #expect((0...23).contains(time.hour))
  }

  @Test(arguments: [(24, 0, 0), (-1, 0, 0), (0, 60, 0), (0, 0, 60)])
  func trapsOnATimeThatIsNotOnTheClock(hour: Int, minute: Int, second: Int) async {
    await #expect(processExitsWith: .failure) { [hour, minute, second] in
      _ = Timestamp(Day(daysSince1970: 0), hour: hour, minute: minute, second: second)
    }
  }
}
