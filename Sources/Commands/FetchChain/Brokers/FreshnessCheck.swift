import Market
import Scalars

/// Says where the rows of a chain are older than they may be, or do not move any more.
struct FreshnessCheck {
  let tables: MarketTables
  /// Beyond this age a quote may not be traded on.
  let threshold: TimeSpan
  private var lastMarket: [String: (rows: [Money?], since: Timestamp)] = [:]

  init(_ tables: MarketTables, threshold: TimeSpan) {
    self.tables = tables
    self.threshold = threshold
  }

  /// So long nothing moves before that is worth a word.
  private static let frozen = TimeSpan(milliseconds: 60_000)

  /// What there is to warn of; nothing while the market is closed.
  mutating func warnings(_ rows: [MarketRow], of underlying: String) -> [String] {
    guard let first = rows.first, isOpen(underlying, at: first.time) else { return [] }
    var warnings: [String] = []
    // Of a contract without a market on both sides the age is that of its last trade, which is what it is.
    let old = rows.filter { row in
      (row.option == nil || row.bid != nil && row.ask != nil)
        && row.ageMilliseconds.map { $0 > threshold.milliseconds } ?? false
    }
    if !old.isEmpty {
      warnings.append(
        "\(underlying): \(old.count) of \(rows.count) rows are older than \(threshold); age_ms says how "
          + "old")
    }
    let prices = rows.map(\.last)
    if let known = lastMarket[underlying], known.rows == prices {
      if first.time - known.since >= Self.frozen {
        warnings.append("\(underlying): no price has moved since \(known.since)")
      }
    } else {
      lastMarket[underlying] = (prices, first.time)
    }
    return warnings
  }

  private func isOpen(_ underlying: String, at time: Timestamp) -> Bool {
    guard let known = tables.underlyings.named(underlying),
      let sessions = try? tables.calendar.sessions(on: time.day, known.segment)
    else { return false }
    return sessions.contains {
      $0.lowerBound.on(time.day) <= time && time < $0.upperBound.on(time.day)
    }
  }
}
