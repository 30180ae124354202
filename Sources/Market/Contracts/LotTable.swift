public import Scalars

/// How many units a lot has.
public struct LotTable: Sendable {
  private enum Cycle: String, CaseIterable {
    case weekly, monthly
    case longDated = "long_dated"
  }

  private enum Key: String, CaseIterable {
    /// The lot belongs to contracts that expire from a day on.
    case expiry
    /// The lot changes for all contracts on a day.
    case tradeDate = "trade_date"
  }

  private struct Subject: Hashable {
    let underlying: String
    let cycle: Cycle
    let key: Key
  }

  private var rows = DatedRows<Subject, Int64>()
  private let expiries: ExpiryRules

  init(_ reader: TableReader, expiries: ExpiryRules) throws(TableProblem) {
    self.expiries = expiries
    let columns = [
      "underlying", "cycle", "keyed_on", "effective_from", "lot", "source", "confidence",
    ]
    for row in try reader.rows(.lots, columns: columns) {
      let subject = Subject(
        underlying: try row.text("underlying"), cycle: try row.choice("cycle"),
        key: try row.choice("keyed_on"))
      rows.add(try Dated(row, row.integer("lot")), for: subject)
    }
  }

  /// The lot of contracts that expire on a day, as it is on a trading day.
  ///
  /// A lot belongs to the contract and not to the day: a new one comes with the contracts from an
  /// expiry on, while those that are listed keep theirs. Only long-dated ones change at once.
  public func lot(
    of underlying: String, expiring expiry: Day, on tradingDay: Day
  ) throws(NotCovered) -> (units: Int64, provenance: Provenance) {
    let isMonthly: Bool
    if case .listed(let found) = expiries.listing(of: expiry, underlying) {
      isMonthly = found.cycle == .monthly
    } else {
      // A contract that the rules do not know has the lot of its time.
      isMonthly = expiries.likelyCycle(of: expiry, underlying) == .monthly
    }
    if isMonthly, isLongDated(underlying, expiry, on: tradingDay),
      let row = row(underlying, .longDated, .tradeDate, on: tradingDay)
    {
      return row
    }
    for cycle in isMonthly ? [Cycle.monthly] : [.weekly, .monthly] {
      if let row = row(underlying, cycle, .expiry, on: expiry) { return row }
    }
    throw NotCovered(subject: "the lot of \(underlying)", day: expiry, table: .lots)
  }

  private func row(
    _ underlying: String, _ cycle: Cycle, _ key: Key, on day: Day
  ) -> (units: Int64, provenance: Provenance)? {
    let subject = Subject(underlying: underlying, cycle: cycle, key: key)
    return rows.row(for: subject, on: day).map { ($0.value, $0.provenance) }
  }

  /// Whether a contract is beyond the three next monthly ones.
  ///
  /// It goes by months, so that it is known before the holidays of those months are.
  private func isLongDated(_ underlying: String, _ expiry: Day, on tradingDay: Day) -> Bool {
    let (year, month) = (tradingDay.year, tradingDay.month)
    let current = try? expiries.monthly(of: underlying, year: year, month: month)
    let isOver = current.map { $0.day < tradingDay } ?? false
    let monthsAway = (expiry.year - year) * 12 + expiry.month - month
    return monthsAway > (isOver ? 3 : 2)
  }
}
