import Scalars

/// A table as text: comma-separated, with the columns' names in the first line; a cell that holds a
/// comma or a quote stands in quotes.
struct TableText {
  private(set) var rows: [TableRow] = []

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
    var places: [String: Int] = [:]
    for (place, name) in header.cells.enumerated() {
      guard columns.contains(name) else {
        let near = nearest(to: name, in: columns).map { "did you mean '\($0)'?" }
        throw TableProblem(
          file: file, line: 1, column: name, "no column has this name",
          hint: near ?? Self.wanted(columns))
      }
      guard places.updateValue(place, forKey: name) == nil else {
        throw TableProblem(file: file, line: 1, column: name, "the column stands here twice")
      }
    }
    if let missing = columns.first(where: { places[$0] == nil }) {
      throw TableProblem(
        file: file, line: 1, column: missing, "the column is missing", hint: Self.wanted(columns))
    }
    while let line = try reader.next() {
      guard line.cells.count == header.cells.count else {
        throw TableProblem(
          file: file, line: line.number,
          "\(line.cells.count) cells under \(header.cells.count) columns")
      }
      rows.append(TableRow(file: file, line: line.number, cells: line.cells, places: places))
    }
  }

  private static func wanted(_ columns: [String]) -> String {
    "the first line is \(columns.joined(separator: ","))"
  }
}

/// The lines of a table, blank ones and comments left out.
private struct TableLines {
  private let bytes: [UInt8]
  private let file: String
  private var place = 0
  private var line = 0

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  mutating func next() throws(TableProblem) -> (number: Int, cells: [String])? {
    while place < bytes.count {
      line += 1
      if bytes[place] == UInt8(ascii: "\n") {
        place += 1
      } else if bytes[place] == UInt8(ascii: "#") {
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
        place += 1
      } else {
        return (line, try cells())
      }
    }
    return nil
  }

  private mutating func cells() throws(TableProblem) -> [String] {
    var cells: [String] = []
    while true {
      cells.append(try cell())
      guard place < bytes.count else { return cells }
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\n") { return cells }
    }
  }

  private mutating func cell() throws(TableProblem) -> String {
    if place < bytes.count, bytes[place] == UInt8(ascii: "\"") { return try quotedCell() }
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: ","), bytes[place] != UInt8(ascii: "\n")
    { place += 1 }
    let end = place > start && bytes[place - 1] == UInt8(ascii: "\r") ? place - 1 : place
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func quotedCell() throws(TableProblem) -> String {
    var text: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte != UInt8(ascii: "\"") {
        if byte == UInt8(ascii: "\n") { break }
        text.append(byte)
      } else if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
        text.append(byte)
        place += 1
      } else {
        if place < bytes.count, bytes[place] == UInt8(ascii: "\r") { place += 1 }
        guard
          place == bytes.count || bytes[place] == UInt8(ascii: ",")
            || bytes[place] == UInt8(ascii: "\n")
        else {
          throw TableProblem(file: file, line: line, "text follows a cell's closing quote")
        }
        return String(decoding: text, as: UTF8.self)
      }
    }
    throw TableProblem(
      file: file, line: line, "a quote is not closed", hint: "a cell is on one line")
  }
}
