import Market
import Scalars

/// Compares what a broker lists with what the tables say.
struct ContractCheck {
  let tables: MarketTables

  /// Where lots are not those of the tables, one warning for each expiry.
  func warnings(_ rows: [MarketRow]) -> [String] {
    var warnings: [String] = []
    var seen: Set<Day> = []
    for row in rows {
      guard row.option != nil, let expiry = row.expiry, let lot = row.lot,
        tables.underlyings.named(row.underlying) != nil, seen.insert(expiry).inserted,
        let known = try? tables.lots.lot(of: row.underlying, expiring: expiry, on: row.time.day),
        known.units != lot
      else { continue }
      warnings.append(
        "\(row.underlying) \(expiry): the broker lists a lot of \(lot), and \(known.units) is in "
          + "\(MarketTables.File.lots.rawValue)")
    }
    return warnings
  }
}
