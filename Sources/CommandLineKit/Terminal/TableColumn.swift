/// One column of a table.
package struct TableColumn: Sendable {
  /// On which side of the column the text stands.
  package enum Alignment: Sendable {
    /// Text, which is cut where it does not fit.
    case leading
    /// Numbers, which are never cut: a cut number is a wrong number.
    case trailing
  }

  /// What stands above the column.
  package let title: String
  package let alignment: Alignment
  /// The width that is kept free even if the first rows need less, for the rows that follow.
  package let minimumWidth: Int
  /// Whether its text is never cut where the table is too wide; the column is left out instead.
  package let isKeptWhole: Bool
  /// How much the column matters: where the table is too wide, the lowest rank is left out first.
  package let rank: Int

  /// Creates a column; a unit is shown behind the title.
  package init(
    _ title: String, unit: String = "", alignment: Alignment = .leading, minimumWidth: Int = 0,
    isKeptWhole: Bool = false, rank: Int = 0
  ) {
    self.title = unit.isEmpty ? title : "\(title) \(unit)"
    self.alignment = alignment
    self.minimumWidth = minimumWidth
    self.isKeptWhole = isKeptWhole
    self.rank = rank
  }
}

/// The text of one cell of a table, and how it stands out.
package struct TableCell: Sendable, ExpressibleByStringLiteral {
  package let text: String
  package let ink: Ink?

  /// Creates a cell; control and direction characters are escaped.
  package init(_ text: String, _ ink: Ink? = nil) {
    self.text = ForeignText.printable(text)
    self.ink = ink
  }

  package init(stringLiteral text: String) { self.init(text) }
}
