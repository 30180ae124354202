package import Scalars

/// The volatility and the Greeks of an option at a moment, as they are kept.
package struct GreeksRecord: Sendable, Equatable {
  package var underlying: String
  package var time: Timestamp
  package var symbol: String
  package var expiry: Day
  package var forward: Double?
  /// In percent.
  package var volatility: Double?
  package var price: Double?
  package var delta: Double?
  package var gamma: Double?
  /// In rupees a day.
  package var theta: Double?
  /// In rupees a point of volatility.
  package var vega: Double?
  /// In rupees a percent of interest.
  package var rho: Double?

  /// Creates a record without values.
  package init(underlying: String, time: Timestamp, symbol: String, expiry: Day) {
    self.underlying = underlying
    self.time = time
    self.symbol = symbol
    self.expiry = expiry
  }

  /// Whether the table takes its values: all there, and none beyond the bounds of the table.
  package var isWorthKeeping: Bool {
    guard let volatility, (0...Self.mostPercent).contains(volatility) else { return false }
    return [forward, price, delta, gamma, theta, vega, rho].allSatisfy { value in
      value.map { $0.magnitude < Self.most } ?? false
    }
  }

  private static let most = 1e12
  private static let mostPercent = 1e6
}

extension GreeksRecord: KeptRow {
  package static func keep(_ rows: [GreeksRecord], in store: Store) throws -> Int {
    try store.keep(rows)
  }

  package func isKept(in store: Store) throws -> Bool {
    try store.with(GreeksTable.isKept) { statement in
      try statement.bind(1, underlying)
      try statement.bind(2, time.milliseconds)
      try statement.bind(3, symbol)
      return try statement.step()
    }
  }
}

extension Store {
  /// Keeps Greeks; what is there already is left as it is, so that the same rows may come twice.
  ///
  /// - Returns: how many were new.
  @discardableResult
  package func keep(_ greeks: [GreeksRecord]) throws -> Int {
    if greeks.isEmpty { return 0 }
    return try transaction {
      try insert(GreeksTable.insert) { buffer in
        for row in greeks {
          buffer.add(row.underlying)
          buffer.add(row.time.milliseconds)
          buffer.add(row.symbol)
          buffer.add(Int64(row.expiry.daysSince1970))
          for value in row.values { buffer.add(value) }
          try buffer.endRow(in: self)
        }
      }.added
    }
  }
}

extension GreeksRecord {
  /// The values in the order of the columns.
  fileprivate var values: [Double?] {
    [forward, volatility, price, delta, gamma, theta, vega, rho]
  }
}
