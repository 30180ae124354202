package import Market
package import Scalars

/// A list of instruments in which everything is found at once.
package struct InstrumentIndex: Sendable {
  /// All rows.
  package let table: InstrumentTable
  private var byKey: RowIndex
  private var bySymbol: RowIndex
  private var byContract: RowIndex
  /// How many rows have a key, or promise what an earlier row of their segment promises; the earlier
  /// one is found.
  package private(set) var repeated = 0

  /// Makes the index of a list.
  package init(_ table: InstrumentTable) {
    self.table = table
    byKey = RowIndex(rows: table.count)
    bySymbol = RowIndex(rows: table.count)
    byContract = RowIndex(rows: table.count)
    let (rows, texts) = (table.rows, table.texts)
    for row in 0..<table.count { add(row, rows, texts) }
  }

  private mutating func add(
    _ index: Int, _ rows: [InstrumentTable.Row], _ texts: [UInt8]
  ) {
    let row = rows[index]
    let keyHash = Self.hash(row.segment, texts.span.extracting(row.tokenRange))
    let isKnown = byKey.first(hash: keyHash) { other in
      rows[other].segment == row.segment
        && Self.sameText(texts, rows[other].tokenRange, row.tokenRange)
    }
    guard isKnown == nil else {
      repeated += 1
      return
    }
    byKey.add(index, hash: keyHash)
    bySymbol.add(index, hash: Self.hash(texts.span.extracting(row.symbolRange)))
    guard row.kind == .option || row.kind == .future else { return }
    let contractHash = Self.hash(row)
    let isPromised = byContract.first(hash: contractHash) { rows[$0].promises(row) } != nil
    if isPromised { repeated += 1 } else { byContract.add(index, hash: contractHash) }
  }

  private static func sameText(
    _ texts: [UInt8], _ one: Range<Int>, _ other: Range<Int>
  ) -> Bool {
    guard one.count == other.count else { return false }
    for offset in 0..<one.count
    where texts[one.lowerBound &+ offset] != texts[other.lowerBound &+ offset] {
      return false
    }
    return true
  }

  private static func hash(_ segment: ExchangeSegment, _ text: Span<UInt8>) -> UInt64 {
    var hash = RowHash()
    hash.add(UInt64(segment.rawValue))
    hash.add(text)
    return hash.value
  }

  private static func hash(_ text: Span<UInt8>) -> UInt64 {
    var hash = RowHash()
    hash.add(text)
    return hash.value
  }

  private static func hash(_ row: InstrumentTable.Row) -> UInt64 {
    var hash = RowHash()
    hash.add(UInt64(row.name) << 32 | UInt64(UInt32(bitPattern: row.expiry)))
    hash.add(UInt64(bitPattern: row.strike))
    hash.add(
      UInt64(row.right) << 16 | UInt64(row.kind.rawValue) << 8 | UInt64(row.segment.rawValue))
    return hash.value
  }
}

extension InstrumentTable.Row {
  /// Whether another row is about the same contract in the same segment.
  fileprivate func promises(_ other: InstrumentTable.Row) -> Bool {
    name == other.name && expiry == other.expiry && strike == other.strike && right == other.right
      && kind == other.kind && segment == other.segment
  }
}

// MARK: Looking up

extension InstrumentIndex {
  /// The instrument of a key.
  package subscript(_ key: InstrumentKey) -> ListedInstrument? {
    let token = Array(key.token.utf8)
    return byKey.first(hash: Self.hash(key.segment, token.span)) { index in
      let row = table.rows[index]
      return row.segment == key.segment && table.texts[row.tokenRange].elementsEqual(token)
    }.map { table[$0] }
  }

  /// The instruments of a symbol, which may be listed in several segments.
  package func named(_ symbol: String) -> [ListedInstrument] {
    let text = Array(symbol.utf8)
    return bySymbol.all(hash: Self.hash(text.span)) { index in
      table.texts[table.rows[index].symbolRange].elementsEqual(text)
    }.map { table[$0] }
  }

  /// The instrument that promises what a contract does.
  package func listing(
    _ contract: Contract, in segment: ExchangeSegment
  ) -> ListedInstrument? {
    guard let name = table.number(of: contract.underlying) else { return nil }
    var wanted = InstrumentTable.Row(
      textStart: 0, name: name, strike: .min, expiry: contract.expiry.daysSince1970,
      lot: 0, freeze: 0, tick: 0, tokenCount: 0, symbolCount: 0, segment: segment, kind: .future,
      right: 0)
    if case .option(let strike, let right) = contract.terms {
      wanted.kind = .option
      wanted.strike = strike.paise
      wanted.right = InstrumentTable.code(right)
    }
    return byContract.first(hash: Self.hash(wanted)) { table.rows[$0].promises(wanted) }
      .map { table[$0] }
  }

  /// The days on which options of an underlying expire, the nearest first.
  package func expiries(of underlying: String, in segment: ExchangeSegment) -> [Day] {
    var days: Set<Int32> = []
    for row in rows(of: underlying, in: segment) { days.insert(row.expiry) }
    return days.sorted().map { Day(daysSince1970: $0) }
  }

  /// The options of an expiry, by strike, the call before the put.
  package func options(
    of underlying: String, in segment: ExchangeSegment, expiry: Day
  ) -> [ListedInstrument] {
    guard let name = table.number(of: underlying) else { return [] }
    let found = table.rows.indices.filter { index in
      let row = table.rows[index]
      return row.isOption(name, segment) && row.expiry == expiry.daysSince1970
    }
    return found.sorted {
      let (one, other) = (table.rows[$0], table.rows[$1])
      return (one.strike, one.right, $0) < (other.strike, other.right, $1)
    }.map { table[$0] }
  }

  private func rows(
    of underlying: String, in segment: ExchangeSegment
  ) -> [InstrumentTable.Row] {
    guard let name = table.number(of: underlying) else { return [] }
    return table.rows.filter { $0.isOption(name, segment) }
  }
}

extension InstrumentTable.Row {
  fileprivate func isOption(_ wanted: UInt32, _ listed: ExchangeSegment) -> Bool {
    name == wanted && kind == .option && segment == listed
  }
}
