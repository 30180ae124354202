import CommandLineKit
import Records
import Scalars

/// Lays out records as a table for a person.
struct RecordTable {
  /// Fields that say least beside the others, the least telling first: where a terminal is too narrow
  /// for all columns they go first.
  private static let leastTelling = [
    "kind", "token", "exchange", "broker", "age_ms", "prev_close", "lot", "bid_qty", "ask_qty",
    "ts", "oi_change", "spot", "volume", "oi", "rate", "t_years", "forward_source", "price_source",
    "iv_status", "intrinsic", "time_value", "bid", "ask", "ltp", "forward", "rho", "unpriced",
    "positions", "gamma_rupees", "underlying", "expiry", "strike", "right",
  ]
  /// What says of which contract a row is where it has no symbol.
  private static let identity = ["underlying", "expiry", "strike", "right"]

  private let terminal: TerminalFacts
  private var table: TextTable?
  /// The columns that some record of the first rows has.
  private var shown: [Int] = []
  private var hidden: [Int] = []
  private var omittedBefore: [String] = []
  private var fields: [Field?] = []

  init(_ terminal: TerminalFacts) {
    self.terminal = terminal
  }

  /// The titles of the columns that had no room.
  var omittedTitles: [String] {
    omittedBefore + (table?.omittedTitles ?? []).filter { !omittedBefore.contains($0) }
  }

  /// The text of some rows, with the headings before the first of them.
  ///
  /// Where a row has a value in a column that was empty so far, headings come anew: a stream may begin
  /// with rows of an index and go on with those of a chain.
  mutating func text(_ rows: [[String]], titles: [String]) -> String {
    var text = ""
    var rest = rows[...]
    while !rest.isEmpty {
      if table == nil { begin(rest, titles: titles) }
      let end = rest.firstIndex { row in hidden.contains { !row[$0].isEmpty } } ?? rest.endIndex
      let cells = rest[..<end].map { row in shown.map { cell(row[$0], fields[$0]) } }
      for row in cells { text += table?.add(row) ?? "" }
      text += table?.flush() ?? ""
      rest = rest[end...]
      if !rest.isEmpty {
        endTable()
        text += "\n"
      }
    }
    return text
  }

  private mutating func endTable() {
    omittedBefore += omittedTitles.filter { !omittedBefore.contains($0) }
    table = nil
  }

  private mutating func begin(_ rows: ArraySlice<[String]>, titles: [String]) {
    let isSeen = titles.indices.map { column in
      shown.contains(column) || rows.contains { !$0[column].isEmpty }
    }
    shown = titles.indices.filter { isSeen[$0] }
    hidden = titles.indices.filter { !isSeen[$0] }
    fields = titles.map(Field.named)
    let hasSymbol = shown.contains { titles[$0] == "symbol" }
    let columns = shown.map { index in
      column(
        titles[index], fields[index], isNumeric: isNumeric(index, rows), hasSymbol: hasSymbol)
    }
    table = TextTable(columns, terminal)
  }

  /// Whether a column is one of numbers, by its declaration or else by what stands in it.
  private func isNumeric(_ column: Int, _ rows: ArraySlice<[String]>) -> Bool {
    if let field = fields[column] { return field.type.isNumeric }
    return rows.allSatisfy { $0[column].isEmpty || Number($0[column]) != nil }
  }

  private func column(
    _ title: String, _ field: Field?, isNumeric: Bool, hasSymbol: Bool
  ) -> TableColumn {
    let isIdentity = title == "symbol" || (!hasSymbol && Self.identity.contains(title))
    let rank =
      isIdentity
      ? Self.leastTelling.count + 1
      : Self.leastTelling.firstIndex(of: title) ?? Self.leastTelling.count
    return TableColumn(
      title, unit: field?.type.isRupees ?? false ? "₹" : "",
      alignment: isNumeric ? .trailing : .leading,
      isKeptWhole: Self.isKeptWhole(field), rank: rank)
  }

  /// Whether half of a value would be no value: half a symbol names no contract.
  private static func isKeptWhole(_ field: Field?) -> Bool {
    switch field?.type {
    case .symbol, .time, .day: true
    default: false
    }
  }

  private func cell(_ text: String, _ field: Field?) -> TableCell {
    TableCell(field?.type.isNumeric ?? false ? IndianNumber.grouped(text) : text)
  }
}
