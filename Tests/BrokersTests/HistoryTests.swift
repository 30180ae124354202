import Brokers
import Market
import Scalars
import Testing

/// Chunks of candles and of open interest: no bar is lost between them.
@Suite struct HistoryTests {
  /// A server's bars: every minute of the session from Monday to Friday, both ends of a range taken.
  private static func bars(from start: Timestamp, through end: Timestamp) -> [Timestamp] {
    var bars: [Timestamp] = []
    var day = start.day
    while day <= end.day {
      if day.weekday != .saturday, day.weekday != .sunday {
        for minute in (9 * 60 + 15)..<(15 * 60 + 30) {
          let bar = Timestamp(day, hour: minute / 60, minute: minute % 60)
          if bar >= start, bar <= end { bars.append(bar) }
        }
      }
      day = day + 1
    }
    return bars
  }

  @Test(arguments: CandleInterval.allCases)
  func noBarIsLostOrAskedForTwice(interval: CandleInterval) throws {
    for length in [1, 2, 29, 30, 31, 59, 60, 61, 90, 101, 200, 201, 401] {
      let first = try day("2026-01-01")
      let span = try #require(
        HistorySpan(
          from: Timestamp(first, hour: 9, minute: 15),
          through: Timestamp(first + (length - 1), hour: 15, minute: 29)))
      let pieces = span.pieces(ofDays: interval.smartAPIDays)
      #expect(pieces.count == (length + interval.smartAPIDays - 1) / interval.smartAPIDays)
      #expect(pieces.first?.start == span.start && pieces.last?.end == span.end)
      for piece in pieces {
        #expect(piece.end.day - piece.start.day < interval.smartAPIDays)
      }
      for (one, next) in zip(pieces, pieces.dropFirst()) {
        #expect(one.end == Timestamp(one.end.day, hour: 23, minute: 59))
        #expect(next.start == Timestamp(one.end.day + 1))
      }
    }
  }

  /// OpenAlgo ends its chunks at midnight of their last day and begins the next one a day later, so
  /// the session of that day is in none of them.
  @Test func theLastDayOfAChunkHasItsSession() throws {
    let (start, end) = (
      try time("2026-03-02T09:15:00+05:30"), try time("2026-05-15T15:29:00+05:30")
    )
    let all = Self.bars(from: start, through: end)
    let span = try #require(HistorySpan(from: start, through: end))
    let found = span.pieces(ofDays: 30).flatMap { Self.bars(from: $0.start, through: $0.end) }
    #expect(found == all)

    var lossy: [Timestamp] = []
    var first = start.day
    while first <= end.day {
      let last = min(first + 29, end.day)
      lossy += Self.bars(from: Timestamp(first), through: Timestamp(last))
      first = last + 1
    }
    // That way a session is lost for every chunk that ends on a day of trading.
    #expect(Set(all).subtracting(lossy).map(\.day).count >= 375)
    let seam = try day("2026-03-31")
    #expect(!lossy.contains { $0.day == seam } && found.count { $0.day == seam } == 375)
  }

  @Test func aRangeTheWrongWayRoundIsNone() throws {
    let early = try time("2026-11-20T09:15:00+05:30")
    #expect(HistorySpan(from: early + TimeSpan(milliseconds: 1), through: early) == nil)
    #expect(HistorySpan(from: early, through: early)?.pieces(ofDays: 1).count == 1)
  }

  static let rows =
    #"[["2023-09-06T11:15:00+05:30",19571.2,19573.35,19534.4,19552.05,0],"#
    + #"["2023-09-06T11:20:00+05:30","568","568.2",567.90,568.0,"1200"]]"#

  @Test func readsCandles() throws {
    let candles = try SmartAPIDecoding.candles(json(Self.rows))
    #expect(candles.count == 2 && candles[0].close == paise(1_955_205) && candles[0].volume == 0)
    #expect(candles[1].open == paise(56_800) && candles[1].high == paise(56_820))
    #expect(candles[1].low == paise(56_790) && candles[1].volume == 1200)
    #expect(candles[1].start == (try time("2023-09-06T11:20:00+05:30")))
    #expect(try SmartAPIDecoding.candles(json("null")).isEmpty)
    #expect(try SmartAPIDecoding.candles(json("[]")).isEmpty)
    #expect(try SmartAPIDecoding.candles(nil).isEmpty)
  }

  /// The day of a daily bar is the one that is written, not the one in UTC.
  @Test func aDailyBarStaysOnItsDay() throws {
    let daily = try SmartAPIDecoding.candles(json(#"[["2023-09-06T00:00:00+05:30",1,2,1,2,3]]"#))
    #expect(daily[0].day == (try day("2023-09-06")))
    let inUTC = try SmartAPIDecoding.candles(json(#"[["2023-09-06T20:00:00Z",1,2,1,2,3]]"#))
    #expect(inUTC[0].day == (try day("2023-09-06")) && inUTC[0].start.day == daily[0].day + 1)
  }

  @Test(arguments: [
    ("{}", "data"), (#""x""#, "data"), ("1", "data"), ("[1]", "data[0]"), ("[[]]", "data[0]"),
    (#"[["2023-09-06T11:15:00+05:30",1,2,1,2]]"#, "data[0]"),
    (#"[["2023-09-06 11:15",1,2,1,2,3]]"#, "data[0][0]"),
    (#"[["2023-09-06T11:15:00+05:30",1.005,2,1,2,3]]"#, "data[0][1]"),
    (#"[["2023-09-06T11:15:00+05:30",1,null,1,2,3]]"#, "data[0][2]"),
    (#"[["2023-09-06T11:15:00+05:30",1,2,-1,2,3]]"#, "data[0][3]"),
    (#"[["2023-09-06T11:15:00+05:30",1,2,1,true,3]]"#, "data[0][4]"),
    (#"[["2023-09-06T11:15:00+05:30",1,2,1,2,-3]]"#, "data[0][5]"),
  ])
  func whatIsNoCandleIsNotNothing(text: String, field: String) throws {
    let data = try json(text)
    #expect {
      try SmartAPIDecoding.candles(data)
    } throws: {
      ($0 as? WireFault)?.field == field
    }
  }

  @Test func readsOpenInterest() throws {
    let points = try SmartAPIDecoding.openInterest(
      json(
        #"[{"time":"2024-08-19T12:24:00+05:30","oi":166100},{"time":"2024-08-19T12:27:00+05:30","oi":"0"}]"#
      ))
    #expect(points.map(\.openInterest) == [166_100, 0])
    #expect(throws: WireFault(field: "data[0].oi", reason: .null)) {
      try SmartAPIDecoding.openInterest(json(#"[{"time":"2024-08-19T12:24:00+05:30","oi":null}]"#))
    }
  }

  @Test func piecesAreJoinedByTime() throws {
    let rows = try SmartAPIDecoding.candles(json(Self.rows))
    #expect(History.joined([[rows[1]], rows, [rows[0]]]) == rows)
    #expect(History.joined([[Candle]]()).isEmpty)
  }
}
