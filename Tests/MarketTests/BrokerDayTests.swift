import Market
import Scalars
import Testing

@Suite struct BrokerDayTests {
  @Test(arguments: [
    ("23NOV2026", "2026-11-23"), ("25JAN2024", "2024-01-25"), ("01DEC2026", "2026-12-01"),
    ("29FEB2028", "2028-02-29"),
  ])
  func isReadAndWritten(text: String, wanted: String) throws {
    #expect(Day(brokerText: text) == (try day(wanted)))
    #expect(try day(wanted).brokerText == text)
  }

  @Test(arguments: [
    "", "23NOV26", "3NOV2026", "23NOV20261", "31NOV2026", "29FEB2026", "00NOV2026", "23XXX2026",
    "23-NOV-2026", "2026-11-23", " 23NOV2026", "23NOV2026 ", "23NOVEMBER2026", "२३NOV2026",
  ])
  func isRefusedWhereItIsNone(text: String) {
    #expect(Day(brokerText: text) == nil)
  }
}
