import CommandLineKit
import Records

/// Lays out records as a table for a person.
struct RecordTable {
  /// Fields that say least beside the others, the least telling first: where a terminal is too narrow
  /// for all columns they go first.
  private static let leastTelling = [
    "kind", "token", "exchange", "broker", "age_ms", "prev_close", "lot", "bid_qty", "ask_qty",
    "ts", "oi_change", "underlying", "spot", "expiry", "volume",
  ]

  private let terminal: TerminalFacts
  private var table: TextTable?
  /// The columns that some record of the first rows has.
  private var shown: [Int] = []
  private var fields: [Field?] = []

  init(_ terminal: TerminalFacts) {
    self.terminal = terminal
  }

  /// The titles of the columns that had no room.
  var omittedTitles: [String] { table?.omittedTitles ?? [] }

  /// The text of some rows, with the headings before the first of them.
  mutating func text(_ rows: [[String]], titles: [String]) -> String {
    var layout = table ?? begin(rows, titles: titles)
    var text = ""
    for row in rows { text += layout.add(shown.map { cell(row[$0], fields[$0]) }) }
    text += layout.flush()
    table = layout
    return text
  }

  private mutating func begin(_ rows: [[String]], titles: [String]) -> TextTable {
    shown = titles.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    fields = titles.map(Field.named)
    return TextTable(shown.map { column(titles[$0], fields[$0]) }, terminal)
  }

  private func column(_ title: String, _ field: Field?) -> TableColumn {
    let rank = Self.leastTelling.firstIndex(of: title) ?? Self.leastTelling.count
    return TableColumn(
      title, unit: field?.type.isRupees ?? false ? "₹" : "",
      alignment: field?.type.isNumeric ?? false ? .trailing : .leading,
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
