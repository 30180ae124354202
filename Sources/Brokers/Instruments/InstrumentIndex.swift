internal import Scalars

/// A list of instruments in which a symbol, and all that is on an underlying, is found at once.
package struct InstrumentIndex: Sendable {
  /// All rows.
  package let table: InstrumentTable
  private var bySymbol: RowIndex
  /// By the number of each name its first row, and by each row the next one of the same name.
  private var first: [Int32]
  private var next: [Int32]
  private var indices: [Int32] = []

  private static let none: Int32 = -1

  /// Makes the index of a list.
  package init(_ table: InstrumentTable) {
    self.table = table
    bySymbol = RowIndex(rows: table.count)
    first = Array(repeating: Self.none, count: table.names.count)
    next = Array(repeating: Self.none, count: table.count)
    let (rows, texts) = (table.rows, table.texts)
    // From the last one on, so that of each name they come in their order.
    for number in rows.indices.reversed() {
      let row = rows[number]
      next[number] = first[Int(row.name)]
      first[Int(row.name)] = Int32(number)
    }
    for number in rows.indices {
      let row = rows[number]
      if row.kind == .index { indices.append(Int32(number)) }
      bySymbol.add(number, hash: Self.hash(texts.span.extracting(row.symbolRange)))
    }
  }

  private static func hash(_ text: Span<UInt8>) -> UInt64 {
    var hash = RowHash()
    hash.add(text)
    return hash.value
  }

  /// The instruments of a symbol, which may be listed in several segments.
  package func named(_ symbol: String) -> [ListedInstrument] {
    let text = Array(symbol.utf8)
    return bySymbol.all(hash: Self.hash(text.span)) { number in
      table.texts[table.rows[number].symbolRange].elementsEqual(text)
    }.map { table[$0] }
  }

  /// What may be about an underlying: its options and futures, and all indices, which go by names of
  /// their own.
  package func candidates(for underlying: String) -> [ListedInstrument] {
    var found = indices.map { table[Int($0)] }
    var number = table.number(of: underlying).map { first[Int($0)] } ?? Self.none
    while number != Self.none {
      let kind = table.rows[Int(number)].kind
      if kind == .option || kind == .future { found.append(table[Int(number)]) }
      number = next[Int(number)]
    }
    return found
  }
}
