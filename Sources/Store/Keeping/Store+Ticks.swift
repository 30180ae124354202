package import Scalars

/// A tick of a stream, as it is kept.
package struct TickRecord: Sendable, Equatable {
  package var symbol: String
  package var time: Timestamp
  package var lastPaise: Int64
  package var bidPaise: Int64?
  package var askPaise: Int64?
  package var bidQuantity: Int64?
  package var askQuantity: Int64?
  package var volume: Int64?
  package var openInterest: Int64?

  /// Creates a tick with its last price alone.
  package init(symbol: String, time: Timestamp, lastPaise: Int64) {
    self.symbol = symbol
    self.time = time
    self.lastPaise = lastPaise
  }

  /// Whether the table takes its values.
  package var isWorthKeeping: Bool {
    let prices = [lastPaise, bidPaise, askPaise].compactMap(\.self)
    let counts = [bidQuantity, askQuantity, volume, openInterest].compactMap(\.self)
    return prices.allSatisfy { (0...QuoteRecord.mostPaise).contains($0) }
      && counts.allSatisfy { $0 >= 0 }
  }
}

extension TickRecord: KeptRow {
  package static func keep(_ rows: [TickRecord], in store: Store) throws -> Int {
    try store.keep(rows)
  }

  package func isKept(in store: Store) throws -> Bool {
    try store.with(TicksTable.holds) { statement in
      try bind(to: statement)
      return try statement.step()
    }
  }

  fileprivate func bind(to statement: Statement) throws(StoreError) {
    try statement.bind(1, symbol)
    try statement.bind(2, time.milliseconds)
    let values = [
      lastPaise, bidPaise, askPaise, bidQuantity, askQuantity, volume, openInterest,
    ]
    for (place, value) in values.enumerated() { try statement.bind(Int32(place + 3), value) }
  }
}

extension Store {
  /// Keeps ticks: of one instant as many as say different things, in the order in which they came.
  ///
  /// A tick that is there already is left as it is, so that the same ticks may come twice.
  ///
  /// - Returns: how many were new.
  @discardableResult
  package func keep(_ ticks: [TickRecord]) throws -> Int {
    if ticks.isEmpty { return 0 }
    return try transaction {
      var count = 0
      for tick in ticks {
        count += try change(TicksTable.add) { statement in try tick.bind(to: statement) }
      }
      return count
    }
  }
}
