/// The parts that short and long help are put together from.
struct HelpText {
  /// What stands left of an explanation, and the explanation.
  typealias Row = (label: String, text: String)

  private static let widestLabel = 28
  private let terminal: TerminalFacts
  private(set) var text = ""

  init(_ terminal: TerminalFacts) {
    self.terminal = terminal
  }

  /// Adds the `usage:` line, further lines set in under the first word behind it.
  mutating func usage(_ synopsis: String) {
    let lines = synopsis.wrapped(toWidth: max(20, terminal.width - 7))
    text += terminal.style.paint("usage:", .bold) + " " + lines.joined(separator: "\n       ")
    text += "\n"
  }

  /// Adds a heading with an empty line above it.
  mutating func heading(_ title: String) {
    text += "\n" + terminal.style.paint("\(title):", .bold) + "\n"
  }

  /// Adds paragraphs with empty lines between them.
  mutating func paragraphs(_ paragraphs: [String], indent: Int = 0) {
    text += paragraphs.map { $0.paragraph(indent: indent, width: terminal.width) }
      .joined(separator: "\n")
  }

  /// Adds an empty line.
  mutating func space() { text += "\n" }

  /// Adds a line as it is, which may be wider than the terminal.
  mutating func line(_ line: String, indent: Int) {
    text += String(repeating: " ", count: indent) + line + "\n"
  }

  /// Adds rows, the explanations aligned; a label that is too wide has a line of its own.
  mutating func rows(_ rows: [Row]) {
    let widths = rows.map { $0.label.displayWidth }.filter { $0 <= Self.widestLabel }
    let start = (widths.max() ?? Self.widestLabel) + 4
    for row in rows {
      let explained = row.text.paragraph(indent: start, width: terminal.width)
      let label = "  " + row.label
      if row.label.displayWidth <= Self.widestLabel, !explained.isEmpty {
        text += label.padded(toWidth: start) + explained.dropFirst(start)
      } else {
        text += label + "\n" + explained
      }
    }
  }
}
