package import Scalars

/// A quote of an option, of a future or of an index, as it is kept.
package struct QuoteRecord: Sendable, Equatable {
  /// What an option has and others have not.
  package struct Terms: Sendable, Hashable {
    package let expiry: Day
    package let strikePaise: Int64
    package let isCall: Bool

    /// Creates the terms of an option.
    package init(expiry: Day, strikePaise: Int64, isCall: Bool) {
      self.expiry = expiry
      self.strikePaise = strikePaise
      self.isCall = isCall
    }
  }

  /// No price is higher, in any table.
  package static let mostPaise: Int64 = 1_000_000_000_000

  package var underlying: String
  package var time: Timestamp
  package var symbol: String
  /// The terms of an option; nil for a future and for an index.
  package var terms: Terms?
  package var spotPaise: Int64?
  package var lastPaise: Int64?
  package var bidPaise: Int64?
  package var askPaise: Int64?
  package var bidQuantity: Int64?
  package var askQuantity: Int64?
  package var volume: Int64?
  package var openInterest: Int64?
  /// Where it came from.
  package var source: String

  /// Creates a quote without prices.
  package init(
    underlying: String, time: Timestamp, symbol: String, terms: Terms?, source: String
  ) {
    self.underlying = underlying
    self.time = time
    self.symbol = symbol
    self.terms = terms
    self.source = source
  }
}

extension QuoteRecord: KeptRow {
  /// Whether it is one that is kept: without a price an index or a future says nothing.
  package var isWorthKeeping: Bool { terms != nil || lastPaise != nil }

  package static func keep(_ rows: [QuoteRecord], in store: Store) throws -> Int {
    try store.keep(rows)
  }

  package func isKept(in store: Store) throws -> Bool {
    guard terms != nil else {
      return try store.with(TicksTable.isKept) { statement in
        try statement.bind(1, symbol)
        try statement.bind(2, time.milliseconds)
        try statement.bind(3, 0)
        return try statement.step()
      }
    }
    return try store.with(QuotesTable.isKept) { statement in
      try statement.bind(1, underlying)
      try statement.bind(2, time.milliseconds)
      try statement.bind(3, symbol)
      return try statement.step()
    }
  }
}

extension Store {
  /// Keeps quotes: those of options in the table of quotes, the last prices of others among the ticks.
  ///
  /// What is there already is left as it is, so that the same file may come twice.
  ///
  /// - Returns: how many were new.
  @discardableResult
  package func keep(_ quotes: [QuoteRecord]) throws -> Int {
    if quotes.isEmpty { return 0 }
    return try transaction {
      let options = try insert(QuotesTable.insert) { buffer in
        for quote in quotes {
          guard let terms = quote.terms else { continue }
          add(quote, terms, to: &buffer)
          try buffer.endRow(in: self)
        }
      }
      let others = try insert(TicksTable.insert) { buffer in
        for quote in quotes where quote.terms == nil {
          guard let last = quote.lastPaise else { continue }
          add(quote, last, to: &buffer)
          try buffer.endRow(in: self)
        }
      }
      return options.added + others.added
    }
  }

  private func add(_ quote: QuoteRecord, _ terms: QuoteRecord.Terms, to buffer: inout RowBuffer) {
    buffer.add(quote.underlying)
    buffer.add(quote.time.milliseconds)
    buffer.add(quote.symbol)
    buffer.add(Int64(terms.expiry.daysSince1970))
    buffer.add(terms.strikePaise)
    buffer.add(terms.isCall ? "CE" : "PE")
    buffer.add(quote.spotPaise)
    buffer.add(quote.lastPaise)
    addMarket(quote, to: &buffer)
    buffer.add(quote.source)
  }

  private func add(_ quote: QuoteRecord, _ last: Int64, to buffer: inout RowBuffer) {
    buffer.add(quote.symbol)
    buffer.add(quote.time.milliseconds)
    buffer.add(Int64(0))
    buffer.add(last)
    addMarket(quote, to: &buffer)
  }

  /// Adds the columns that both tables have, in the same order.
  private func addMarket(_ quote: QuoteRecord, to buffer: inout RowBuffer) {
    buffer.add(quote.bidPaise)
    buffer.add(quote.askPaise)
    buffer.add(quote.bidQuantity)
    buffer.add(quote.askQuantity)
    buffer.add(quote.volume)
    buffer.add(quote.openInterest)
  }

  /// The last open interest of each option of an underlying within a span of time.
  package func lastOpenInterest(
    of underlying: String, from start: Timestamp, before end: Timestamp
  ) throws -> [QuoteRecord.Terms: Int64] {
    try with(QuotesTable.openInterest) { statement in
      try statement.bind(1, underlying)
      try statement.bind(2, start.milliseconds)
      try statement.bind(3, end.milliseconds)
      var found: [QuoteRecord.Terms: Int64] = [:]
      while try statement.step() {
        let terms = QuoteRecord.Terms(
          expiry: Day(daysSince1970: Int32(statement.whole(0))), strikePaise: statement.whole(1),
          isCall: statement.text(2) == "CE")
        // Rows come by time: the last one stays.
        found[terms] = statement.whole(3)
      }
      return found
    }
  }
}
