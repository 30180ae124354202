import Scalars

/// A table as text: comma-separated, with the columns' names in the first line; a cell that holds a
/// comma or a quote stands in quotes.
///
/// Only the bounds of its cells are kept: most of them are never asked for.
final class TableText: Sendable {
  /// What problems call it.
  let file: String
  /// The names of the columns, in the order of the cells.
  private let columns: [String]
  private let bytes: [UInt8]
  private let lines: [TableLines.Line]
  private let cells: [TableLines.Cell]

  /// Splits a text into rows.
  ///
  /// - Parameters:
  ///   - bytes: the text, UTF-8.
  ///   - file: what problems call it.
  ///   - columns: the columns that there must be; they may stand in any order.
  init(_ bytes: [UInt8], file: String, columns: [String]) throws(TableProblem) {
    var reader = TableLines(bytes, file: file)
    guard let header = try reader.next() else {
      throw TableProblem(file: file, line: 1, "the table is empty", hint: Self.wanted(columns))
    }
    let names = reader.cells.map { cell in
      String(decoding: Self.content(of: cell, in: bytes), as: UTF8.self)
    }
    try Self.check(names, against: columns, file: file)
    var lines: [TableLines.Line] = []
    while let line = try reader.next() {
      guard line.count == header.count else {
        throw TableProblem(
          file: file, line: line.number, "\(line.count) cells under \(header.count) columns")
      }
      lines.append(line)
    }
    self.file = file
    self.columns = names
    self.bytes = bytes
    self.lines = lines
    cells = reader.cells
  }

  /// The rows below the header.
  var rows: [TableRow] {
    lines.map { TableRow(table: self, line: $0.number, firstCell: $0.firstCell) }
  }

  /// The place of a column among the cells of a row; nil where there is none of that name.
  func place(ofColumn name: String) -> Int? {
    // Most names are told apart by their lengths.
    columns.firstIndex { $0.utf8.count == name.utf8.count && $0 == name }
  }

  /// What stands in a cell, without the quotes around it.
  func content(ofCell cell: Int) -> ArraySlice<UInt8> { Self.content(of: cells[cell], in: bytes) }

  private static func content(of cell: TableLines.Cell, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let content = bytes[cell.start..<cell.end]
    guard content.first == UInt8(ascii: "\"") else { return content }
    var text: [UInt8] = []
    var place = cell.start + 1
    while place < cell.end - 1 {
      text.append(bytes[place])
      // A quote within quotes stands there twice.
      place += bytes[place] == UInt8(ascii: "\"") ? 2 : 1
    }
    return text[...]
  }

  private static func check(
    _ names: [String], against columns: [String], file: String
  ) throws(TableProblem) {
    for (place, name) in names.enumerated() {
      guard columns.contains(name) else {
        let near = nearest(to: name, in: columns).map { "did you mean '\($0)'?" }
        throw TableProblem(
          file: file, line: 1, column: name, "no column has this name",
          hint: near ?? wanted(columns))
      }
      guard !names[..<place].contains(name) else {
        throw TableProblem(file: file, line: 1, column: name, "the column stands here twice")
      }
    }
    if let missing = columns.first(where: { !names.contains($0) }) {
      throw TableProblem(
        file: file, line: 1, column: missing, "the column is missing", hint: wanted(columns))
    }
  }

  private static func wanted(_ columns: [String]) -> String {
    "the first line is \(columns.joined(separator: ","))"
  }
}
