import Foundation
import TestSupport
import Testing
import Transport

@Suite struct ServerDateTests {
  @Test(
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
      ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
      ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
      ("Fri, 20 Nov 2026 10:00:00 GMT", 1_795_168_800), ("Fri Nov 20 10:00:00 2026", 1_795_168_800),
      ("Friday, 20-Nov-26 10:00:00 GMT", 1_795_168_800),
      ("Thu, 29 Feb 2024 23:59:60 GMT", 1_709_251_199),
    ] as [(String, Int64)])
  func readsTheThreeForms(text: String, seconds: Int64) {
    #expect(ServerDate.seconds(text) == seconds)
  }

  @Test(arguments: [
    "", " ", "now", "0", "1795168800", "2026-11-20T10:00:00Z", "Fri, 20 Nov 2026 10:00:00",
    "Fri, 20 Nov 2026 10:00:00 IST", "Fri, 20 Nov 2026 10:00:00 +0000",
    "Sat, 20 Nov 2026 10:00:00 GMT", "Fri, 32 Nov 2026 10:00:00 GMT",
    "Sun, 29 Feb 2026 10:00:00 GMT", "Fri, 20 nov 2026 10:00:00 GMT",
    "Fri, 20 Nov 26 10:00:00 GMT", "Fri, 20 Nov 2026 24:00:00 GMT",
    "Fri, 20 Nov 2026 10:60:00 GMT", "Fri, 20 Nov 2026 10:00:61 GMT",
    "Fri, 20 Nov 2026 1:00:00 GMT", "Fri,  20 Nov 2026 10:00:00 GMT",
    "Fri, 20 Nov 2026 10:00:00 GMT ", "Fri Nov  20 10:00:00 2026", "Fri Nov 6 10:00:00 2026",
    "Fri, ٢٠ Nov 2026 10:00:00 GMT", "Fri, 20 Nov 20260 10:00:00 GMT",
    "Fri, 20 Nov -026 10:00:00 GMT",
    "Tuesday, 20-Nov-26 10:00:00 GMT", "Friday, 20-Nov-2026 10:00:00 GMT",
  ])
  func takesNothingElse(text: String) {
    #expect(ServerDate.seconds(text) == nil)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func agreesWithTheSystem(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    for _ in 0..<200 {
      let seconds = Int64.random(in: 0...7_000_000_000, using: &random)
      let text = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
      #expect(ServerDate.seconds(text) == seconds, "\(text)")
    }
  }
}
