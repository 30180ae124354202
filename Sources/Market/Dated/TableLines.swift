/// Finds the cells of a table's lines, blank ones and comments left out.
struct TableLines {
  /// A line with the places of its cells among those that were found.
  struct Line: Sendable {
    let number: Int
    let firstCell: Int
    let count: Int
  }

  /// Where a cell begins and ends; a cell in quotes with its quotes.
  ///
  /// It is no range, because of one of those the runtime first asks what it may be a range of.
  struct Cell: Sendable {
    let start: Int
    let end: Int
  }

  /// All cells up to here.
  private(set) var cells: [Cell] = []
  private let bytes: [UInt8]
  private let file: String
  private var place = 0
  private var line = 0

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    cells.reserveCapacity(bytes.count / 16)
    // Some editors begin a file with a mark that says nothing.
    if bytes.count > 2, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { place = 3 }
  }

  /// Finds the cells of the next line.
  mutating func next() throws(TableProblem) -> Line? {
    while place < bytes.count {
      line += 1
      if bytes[place] == UInt8(ascii: "\n") {
        place += 1
      } else if bytes[place] == UInt8(ascii: "#") {
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
        place += 1
      } else {
        let first = cells.count
        try findCells()
        return Line(number: line, firstCell: first, count: cells.count - first)
      }
    }
    return nil
  }

  private mutating func findCells() throws(TableProblem) {
    while true {
      cells.append(try cell())
      guard place < bytes.count else { return }
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\n") { return }
    }
  }

  private mutating func cell() throws(TableProblem) -> Cell {
    if place < bytes.count, bytes[place] == UInt8(ascii: "\"") { return try quotedCell() }
    let start = place
    let end = endOfCell(from: start)
    place = end
    let isBeforeReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
    return Cell(start: start, end: isBeforeReturn ? end - 1 : end)
  }

  private func endOfCell(from start: Int) -> Int {
    let bytes = bytes.span
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      // Letters and digits stand behind the comma, so that one comparison is enough for them.
      if byte <= UInt8(ascii: ","), byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
        break
      }
      place &+= 1
    }
    return place
  }

  private mutating func quotedCell() throws(TableProblem) -> Cell {
    let start = place
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\n") { break }
      guard byte == UInt8(ascii: "\"") else { continue }
      if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
        place += 1
        continue
      }
      let end = place
      if place < bytes.count, bytes[place] == UInt8(ascii: "\r") { place += 1 }
      guard
        place == bytes.count || bytes[place] == UInt8(ascii: ",")
          || bytes[place] == UInt8(ascii: "\n")
      else {
        throw TableProblem(file: file, line: line, "text follows a cell's closing quote")
      }
      return Cell(start: start, end: end)
    }
    throw TableProblem(
      file: file, line: line, "a quote is not closed", hint: "a cell is on one line")
  }
}
