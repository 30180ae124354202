import Scalars

/// A row of a table, read by the names of its columns.
struct TableRow: Sendable {
  let table: TableText
  let line: Int
  /// The place of the row's first cell among all cells of the table.
  let firstCell: Int

  /// What is wrong with a cell.
  func problem(_ column: String, _ message: String, hint: String? = nil) -> TableProblem {
    TableProblem(file: table.file, line: line, column: column, message, hint: hint)
  }

  /// What stands in a cell, as bytes, so that what is no text is never made one; nil when it is empty.
  private func cell(_ column: String) -> ArraySlice<UInt8>? {
    guard let place = table.place(ofColumn: column) else { return nil }
    let cell = table.content(ofCell: firstCell + place)
    return cell.isEmpty ? nil : cell
  }

  /// The text of a cell; nil when it is empty.
  func optionalText(_ column: String) -> String? {
    cell(column).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the table has a column.
  func hasColumn(_ name: String) -> Bool { table.place(ofColumn: name) != nil }

  func text(_ column: String) throws(TableProblem) -> String {
    guard let text = optionalText(column) else { throw problem(column, "the cell is empty") }
    return text
  }

  func optionalDay(_ column: String) throws(TableProblem) -> Day? {
    guard let cell = cell(column) else { return nil }
    guard let day = try? Day(text: cell.span) else {
      throw unexpected(cell, column, wanted: "a day such as 2026-11-24")
    }
    return day
  }

  func day(_ column: String) throws(TableProblem) -> Day {
    guard let day = try optionalDay(column) else { throw problem(column, "the cell is empty") }
    return day
  }

  func optionalDecimal(_ column: String) throws(TableProblem) -> ExactDecimal? {
    guard let cell = cell(column) else { return nil }
    guard case .exact(let decimal)? = try? Number(text: cell.span), decimal.significand >= 0 else {
      throw unexpected(cell, column, wanted: "a number that is not negative")
    }
    return decimal
  }

  func optionalInteger(_ column: String) throws(TableProblem) -> Int64? {
    guard let decimal = try optionalDecimal(column) else { return nil }
    guard let integer = decimal.scaled(toDecimals: 0), integer > 0 else {
      throw problem(column, "expected a whole number above 0, found \"\(decimal)\"")
    }
    return integer
  }

  func integer(_ column: String) throws(TableProblem) -> Int64 {
    guard let integer = try optionalInteger(column) else {
      throw problem(column, "the cell is empty")
    }
    return integer
  }

  func money(_ column: String) throws(TableProblem) -> Money {
    guard let decimal = try optionalDecimal(column) else {
      throw problem(column, "the cell is empty")
    }
    guard let money = Money(rupees: decimal), money.paise > 0 else {
      throw problem(column, "expected rupees above 0 in whole paise, found \"\(decimal)\"")
    }
    return money
  }

  /// Minutes since midnight; nil when the cell is empty.
  func optionalTimeOfDay(_ column: String) throws(TableProblem) -> TimeOfDay? {
    guard let cell = cell(column) else { return nil }
    guard let time = TimeOfDay(text: cell.span) else {
      throw unexpected(cell, column, wanted: "a time such as 15:30")
    }
    return time
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ column: String, of: Choice.Type = Choice.self
  ) throws(TableProblem) -> Choice {
    guard let cell = cell(column) else { throw problem(column, "the cell is empty") }
    return try choice(cell, column)
  }

  /// The words of a cell, which are separated by semicolons.
  func choices<Choice: RawRepresentable<String> & CaseIterable>(
    _ column: String, of: Choice.Type = Choice.self
  ) throws(TableProblem) -> [Choice] {
    var choices: [Choice] = []
    try forEachChoice(column) { choices.append($0) }
    return choices
  }

  /// Hands out the words of a cell, which are separated by semicolons.
  func forEachChoice<Choice: RawRepresentable<String> & CaseIterable>(
    _ column: String, _ body: (Choice) -> Void
  ) throws(TableProblem) {
    guard var rest = cell(column) else { throw problem(column, "the cell is empty") }
    while !rest.isEmpty {
      let word = rest.prefix { $0 != UInt8(ascii: ";") }
      rest = rest[word.endIndex...].dropFirst()
      if !word.isEmpty { body(try choice(word, column)) }
    }
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ word: ArraySlice<UInt8>, _ column: String
  ) throws(TableProblem) -> Choice {
    for choice in Choice.allCases where word.spell(choice.rawValue) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    let near = nearest(to: String(decoding: word, as: UTF8.self), in: words)
    throw unexpected(
      word, column, wanted: "one of \(words.joined(separator: ", "))",
      hint: near.map { "did you mean '\($0)'?" })
  }

  private func unexpected(
    _ found: ArraySlice<UInt8>, _ column: String, wanted: String, hint: String? = nil
  ) -> TableProblem {
    let text = String(decoding: found, as: UTF8.self)
    return problem(column, "expected \(wanted), found \"\(text)\"", hint: hint)
  }

  /// Where the row comes from.
  var provenance: Provenance {
    get throws(TableProblem) {
      Provenance(row: self, confidence: try choice("confidence"))
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes are those of a text.
  fileprivate func spell(_ text: String) -> Bool {
    let other = text.utf8
    let (mine, theirs) = (span, other.span)
    guard mine.count == theirs.count else { return false }
    for place in mine.indices where mine[place] != theirs[place] { return false }
    return true
  }
}
