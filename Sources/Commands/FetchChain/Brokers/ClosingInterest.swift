import Market
import Scalars
import Store

/// How many contracts were open at the end of the trading day before, as far as the store knows.
///
/// No broker says it along with its quotes.
struct ClosingInterest {
  private let store: Store
  private let tables: MarketTables
  private var known: [String: (day: Day, counts: [QuoteRecord.Terms: Int64])] = [:]

  init(_ store: Store, _ tables: MarketTables) {
    self.store = store
    self.tables = tables
  }

  /// What was kept before is no end of the day.
  private static let atTheEnd = TimeSpan(milliseconds: 30 * 60_000)

  /// Sets the change of the open interest of options.
  mutating func complete(_ rows: inout [MarketRow], of underlying: String) throws {
    guard let day = rows.first?.time.day else { return }
    var before = known[underlying]
    if before?.day != day { before = (day, try closing(underlying, before: day)) }
    known[underlying] = before
    for index in rows.indices {
      guard let terms = rows[index].terms, let now = rows[index].openInterest,
        let then = before?.counts[terms]
      else { continue }
      rows[index].openInterestChange = now - then
    }
  }

  private func closing(
    _ underlying: String, before day: Day
  ) throws -> [QuoteRecord.Terms: Int64] {
    // Where the calendar does not reach, nothing is said of a day before.
    guard let found = tables.underlyings.named(underlying),
      let before = try? tables.calendar.tradingDay(upTo: day - 1, found.exchange),
      let close = try? tables.calendar.sessions(on: before, found.segment).last?.upperBound
    else { return [:] }
    return try store.lastOpenInterest(
      of: underlying, from: close.on(before) - Self.atTheEnd, before: Timestamp(before + 1))
  }
}
