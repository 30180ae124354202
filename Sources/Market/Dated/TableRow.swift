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

  /// The text of a cell; nil when it is empty.
  func optionalText(_ column: String) -> String? {
    guard let place = table.columns.firstIndex(of: column) else { return nil }
    let text = table.text(ofCell: firstCell + place)
    return text.isEmpty ? nil : text
  }

  /// Whether the table has a column.
  func hasColumn(_ name: String) -> Bool { table.columns.contains(name) }

  func text(_ column: String) throws(TableProblem) -> String {
    guard let text = optionalText(column) else { throw problem(column, "the cell is empty") }
    return text
  }

  func optionalDay(_ column: String) throws(TableProblem) -> Day? {
    guard let text = optionalText(column) else { return nil }
    let digits = text.utf8
    guard let day = try? Day(text: digits.span) else {
      throw problem(column, "expected a day such as 2026-11-24, found \"\(text)\"")
    }
    return day
  }

  func day(_ column: String) throws(TableProblem) -> Day {
    guard let day = try optionalDay(column) else { throw problem(column, "the cell is empty") }
    return day
  }

  func optionalDecimal(_ column: String) throws(TableProblem) -> ExactDecimal? {
    guard let text = optionalText(column) else { return nil }
    guard case .exact(let decimal)? = Number(text), decimal.significand >= 0 else {
      throw problem(column, "expected a number that is not negative, found \"\(text)\"")
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
    guard let text = optionalText(column) else { return nil }
    guard let time = TimeOfDay(text) else {
      throw problem(column, "expected a time such as 15:30, found \"\(text)\"")
    }
    return time
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ column: String, of: Choice.Type = Choice.self
  ) throws(TableProblem) -> Choice {
    try choice(text(column), column)
  }

  /// The words of a cell, which are separated by semicolons.
  func choices<Choice: RawRepresentable<String> & CaseIterable>(
    _ column: String, of: Choice.Type = Choice.self
  ) throws(TableProblem) -> [Choice] {
    var choices: [Choice] = []
    var rest = try text(column)[...]
    while let end = rest.utf8.firstIndex(of: UInt8(ascii: ";")) {
      if end > rest.startIndex { choices.append(try choice(String(rest[..<end]), column)) }
      rest = rest[rest.utf8.index(after: end)...]
    }
    if !rest.isEmpty { choices.append(try choice(String(rest), column)) }
    return choices
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ word: String, _ column: String
  ) throws(TableProblem) -> Choice {
    if let choice = Choice(rawValue: word) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    throw problem(
      column, "expected one of \(words.joined(separator: ", ")), found \"\(word)\"",
      hint: nearest(to: word, in: words).map { "did you mean '\($0)'?" })
  }

  /// Where the row comes from.
  var provenance: Provenance {
    get throws(TableProblem) {
      Provenance(row: self, confidence: try choice("confidence"))
    }
  }
}
