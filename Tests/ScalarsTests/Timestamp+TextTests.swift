import Scalars
import Testing
import TestSupport

@Suite struct TimestampTextTests {
  private func read(
    _ text: String, assumingIST: Bool = false
  ) -> Result<Timestamp, TimestampError> {
    do throws(TimestampError) {
      return .success(try Timestamp(rfc3339: Array(text.utf8).span, assumingIST: assumingIST))
    } catch {
      return .failure(error)
    }
  }

  @Test(
    arguments: [
      ("2026-11-20T15:29:58+05:30", 1_795_168_798_000), ("2026-11-20T09:59:58Z", 1_795_168_798_000),
      ("2026-11-20t09:59:58z", 1_795_168_798_000), ("2026-11-20 15:29:58+05:30", 1_795_168_798_000),
      ("2026-11-20T09:59:58-00:00", 1_795_168_798_000), ("1970-01-01T00:00:00Z", 0),
      ("1969-12-31T23:59:59.999Z", -1), ("2026-11-20T09:59:58.2Z", 1_795_168_798_200),
      ("2026-11-20T09:59:58.25Z", 1_795_168_798_250),
      ("2026-11-20T09:59:58.001Z", 1_795_168_798_001),
      ("2026-11-20T09:59:58.999999999Z", 1_795_168_798_999),
      ("1970-01-01T00:00:00+18:00", -64_800_000),
      ("1970-01-01T00:00:00-18:00", 64_800_000), ("2024-02-29T23:59:59-05:45", 1_709_271_899_000),
      // The examples of RFC 3339, section 5.8, that have no leap second.
      ("1985-04-12T23:20:50.52Z", 482_196_050_520), ("1996-12-19T16:39:57-08:00", 851_042_397_000),
      ("1937-01-01T12:00:27.87+00:20", -1_041_337_172_130),
    ] as [(String, Int64)])
  func reads(text: String, milliseconds: Int64) {
    #expect(read(text) == .success(Timestamp(milliseconds: milliseconds)))
    #expect(read(text, assumingIST: true) == .success(Timestamp(milliseconds: milliseconds)))
  }

  @Test(
    arguments: [
      ("", .malformedTime), ("now", .malformedTime), ("1795168798", .malformedTime),
      ("2026-11-20", .missingTime), ("2026-11-20T", .malformedTime),
      ("2026-11-20T15", .malformedTime), ("2026-11-20T15:29", .malformedTime),
      ("2026-11-20T15:29+05:30", .malformedTime), ("2026-11-20T1529:58+05:30", .malformedTime),
      ("2026-11-20  15:29:58+05:30", .malformedTime), ("2026-11-20_15:29:58Z", .malformedTime),
      ("2026-11-20T15:29:58+0530", .malformedTime), ("2026-11-20T15:29:58+05", .malformedTime),
      ("2026-11-20T15:29:58 +05:30", .malformedTime), ("2026-11-20T15:29:58IST", .malformedTime),
      ("2026-11-20T15:29:58Z ", .malformedTime), ("2026-11-20T15:29:58ZZ", .malformedTime),
      ("2026-11-20T15:29:58,250Z", .malformedTime), ("2026-11-20T15:29:58+05:3", .malformedTime),
      ("2026-11-20T15:29:58\u{2212}05:30", .malformedTime),
      ("-2026-11-20T15:29:58Z", .malformedTime),
      ("2026-11-20T3:29:58 PM", .malformedTime), ("2026/11/20T15:29:58Z", .malformedTime),
      ("26-11-20T15:29:58+05:30", .yearNotFirst), ("20-11-2026 15:29:58", .yearNotFirst),
      ("2026-02-30T15:29:58Z", .noSuchDay(year: 2026, month: 2, day: 30)),
      ("2026-11-20T24:00:00+05:30", .hourOutOfRange(24)),
      ("2026-11-20T25:00:00+05:30", .hourOutOfRange(25)),
      ("2026-11-20T15:60:00+05:30", .minuteOutOfRange(60)),
      ("1990-12-31T23:59:60Z", .leapSecond), ("2026-11-20T15:29:61Z", .secondOutOfRange(61)),
      ("2026-11-20T15:29:58.Z", .fractionOutOfRange),
      ("2026-11-20T15:29:58.1234567890Z", .fractionOutOfRange),
      ("2026-11-20T15:29:58+18:01", .offsetOutOfRange),
      ("2026-11-20T15:29:58-19:00", .offsetOutOfRange),
      ("2026-11-20T15:29:58+05:60", .offsetOutOfRange),
      ("2026-11-20T15:29:58+99:00", .offsetOutOfRange),
    ] as [(String, TimestampError)])
  func refusesAndSaysWhy(text: String, error: TimestampError) {
    #expect(read(text) == .failure(error))
    #expect(read(text, assumingIST: true) == .failure(error))
  }

  @Test(arguments: ["2026-11-20T15:29:58", "2026-11-20 15:29:58", "2026-11-20T15:29:58.000"])
  func refusesATimeWithoutOffsetUnlessAskedToAssumeIST(text: String) {
    #expect(read(text) == .failure(.missingOffset))
    let time = Timestamp(milliseconds: 1_795_168_798_000)
    #expect(read(text, assumingIST: true) == .success(time))
  }

  @Test func saysWhatToWriteInstead() {
    let errors: [(TimestampError, String)] = [
      (.malformedTime, "2026-11-20T15:29:58+05:30"), (.malformedDay, "2026-11-20"),
      (.yearNotFirst, "2026-11-20"), (.missingTime, "2026-11-20T15:29:58+05:30"),
      (.noSuchDay(year: 2026, month: 2, day: 30), "01 to 28"),
      (.noSuchDay(year: 2024, month: 2, day: 30), "01 to 29"),
      (.noSuchDay(year: 2024, month: 8, day: 32), "01 to 31"),
      (.noSuchDay(year: 2024, month: 9, day: 31), "01 to 30"),
      (.noSuchDay(year: 2026, month: 13, day: 1), "01 to 12"),
      (.noSuchDay(year: 0, month: 1, day: 1), "0001 to 9999"),
      (.hourOutOfRange(24), "00:00:00 of the next day"), (.hourOutOfRange(25), "00 to 23"),
      (.minuteOutOfRange(60), "00 to 59"), (.secondOutOfRange(61), "00 to 59"),
      (.leapSecond, "write 59"), (.fractionOutOfRange, "1 to 9 digits"),
      (.missingOffset, "add +05:30"), (.missingOffset, "read as IST"),
      (.offsetOutOfRange, "-18:00 to +18:00"), (.epochOutOfRange, "seconds or milliseconds"),
    ]
    for (error, remedy) in errors {
      #expect(error.description.contains(remedy), "\(error)")
    }
  }

  @Test func refusesEveryPrefix() {
    let text = Array("2026-11-20T15:29:58.250+05:30".utf8)
    for end in 0..<text.count {
      let prefix = text.span.extracting(0..<end)
      #expect(throws: TimestampError.self, "\(end)") { try Timestamp(rfc3339: prefix) }
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func readsBackWhatItWrites(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<1000 {
      // Years 0001 to 9999, and whole seconds every other time.
      let seconds = Int64.random(in: -62_135_500_000...253_402_200_000, using: &random)
      let fraction = Bool.random(using: &random) ? 0 : Int64.random(in: 0...999, using: &random)
      let time = Timestamp(milliseconds: seconds * 1000 + fraction)
      let text = try #require(
        unsafe written(room: Timestamp.textRoom) { unsafe time.write(to: $0) })
      #expect(text == time.description)
      #expect(text.utf8.count == (fraction == 0 ? 25 : 29))
      #expect(read(text) == .success(time))
    }
  }

  @Test(arguments: [Int64.min, .max])
  func writesTheEndsOfTimeWithinItsRoom(milliseconds: Int64) throws {
    let time = Timestamp(milliseconds: milliseconds)
    let text = unsafe written(room: Timestamp.textRoom) { unsafe time.write(to: $0) }
    #expect(text == time.description)
    #expect(time.description.hasSuffix("+05:30"))
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func survivesChangedBytes(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let original = Array("2026-11-20T15:29:58.250+05:30".utf8)
    let likely = Array("0123456789-+:.TtZz /".utf8)
    for _ in 0..<5000 {
      var text = original
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<text.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text.remove(at: place)
        case 1: text.insert(likely.randomElement(using: &random) ?? 0, at: place)
        case 2: text[place] = UInt8.random(in: 0...255, using: &random)
        default: text[place] = likely.randomElement(using: &random) ?? 0
        }
      }
      let spelling = String(decoding: text, as: UTF8.self)
      guard case .success(let time) = read(spelling) else { continue }
      #expect(read(time.description) == .success(time), "\(spelling)")
    }
  }
}
