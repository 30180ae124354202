/// A table that is written while its rows still come.
///
/// The first rows are held back until there are enough to choose the widths, or until `flush` or
/// `finish`; from then on each row is text at once. On a terminal later text
/// that is too wide is cut with `…`.
package struct TextTable {
  /// How many rows are looked at to choose the widths.
  package static let sampleSize = 100
  private static let gap = "  "

  private let columns: [TableColumn]
  private let terminal: TerminalFacts
  private var waiting: [[TableCell]] = []
  private var layout: TableLayout?

  /// Creates a table; on a terminal it is kept to the terminal's width.
  package init(_ columns: [TableColumn], _ terminal: TerminalFacts) {
    self.columns = columns
    self.terminal = terminal
  }

  /// The titles of the columns that had no room, known once the first text was given out.
  package var omittedTitles: [String] {
    guard let layout else { return [] }
    return columns.indices.filter { layout.widths[$0] == nil }.map { columns[$0].title }
  }

  /// Adds a row, and returns the text that is ready to be written.
  ///
  /// A row has as many cells as there are columns; another number traps.
  package mutating func add(_ row: [TableCell]) -> String {
    precondition(row.count == columns.count, "a row needs one cell for each column")
    if let layout { return line(row, layout) }
    waiting.append(row)
    return waiting.count < Self.sampleSize ? "" : flush()
  }

  /// Chooses the widths now, and returns everything that is held back, headings first.
  ///
  /// Call it when the input pauses. Before the first row it does nothing, because no width would
  /// suit the rows that follow.
  package mutating func flush() -> String {
    waiting.isEmpty ? "" : layOut()
  }

  /// Returns what is still held back; of a table without rows, the headings.
  package mutating func finish() -> String {
    layout == nil ? layOut() : ""
  }

  private mutating func layOut() -> String {
    let layout = TableLayout(
      columns, rows: waiting, limit: terminal.isTerminal ? terminal.width : nil,
      gap: Self.gap.count)
    self.layout = layout
    let titles = columns.map { TableCell($0.title, .bold) }
    let text = ([titles] + waiting).map { line($0, layout) }.joined()
    waiting = []
    return text
  }

  private func line(_ row: [TableCell], _ layout: TableLayout) -> String {
    var line = ""
    // Blanks wait until text follows them, so that no line ends in blanks.
    var blanks = ""
    for (place, column) in columns.enumerated() {
      guard let width = layout.widths[place] else { continue }
      let cell = row[place]
      let isNumber = column.alignment == .trailing
      // Without a terminal there is no edge to keep within.
      let isUncut = isNumber || column.isKeptWhole || !terminal.isTerminal
      let text = isUncut ? cell.text : cell.text.truncated(toWidth: width)
      let padding = String(repeating: " ", count: max(0, width - text.displayWidth))
      if isNumber || text.isEmpty { blanks += padding }
      if !text.isEmpty {
        line += blanks + terminal.style.paint(text, cell.ink)
        blanks = isNumber ? "" : padding
      }
      blanks += Self.gap
    }
    return line + "\n"
  }
}
