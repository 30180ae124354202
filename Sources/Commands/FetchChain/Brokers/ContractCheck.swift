import Brokers
import Market
import Scalars

/// Compares what a broker lists with what the tables say.
struct ContractCheck {
  let tables: MarketTables

  /// Where lots and ticks are not those of the tables, one warning for each expiry.
  func warnings(_ snapshot: ChainSnapshot, _ rows: [MarketRow]) -> [String] {
    lotWarnings(rows) + tickWarnings(snapshot)
  }

  private func tickWarnings(_ snapshot: ChainSnapshot) -> [String] {
    guard let day = snapshot.ended?.day,
      let exchange = tables.underlyings.named(snapshot.question.underlying)?.exchange
    else { return [] }
    return snapshot.question.chains.compactMap { chain in
      guard let listed = chain.options.lazy.compactMap(\.tick).first,
        let known = try? tables.steps.tick(
          of: .option, exchange, atLevel: Money(paise: 0), on: day),
        listed != known
      else { return nil }
      return
        "\(snapshot.question.underlying) \(chain.expiry): the broker lists a tick of \(listed), and "
        + "\(known) is in \(MarketTables.File.ticks.rawValue)"
    }
  }

  private func lotWarnings(_ rows: [MarketRow]) -> [String] {
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
