/// The widths of a table's columns.
struct TableLayout {
  /// The width down to which text is cut before a whole column is left out.
  private static let readable = 6

  /// The width of each column; nil for one that has no room.
  private(set) var widths: [Int?]

  /// Chooses widths that fit the rows, within a limit for the whole line if there is one.
  ///
  /// The widest column of text shrinks first, but not to where nobody can read it; when that is
  /// not enough, whole columns are left out, the lowest rank and then the last first. One column
  /// always stays.
  init(_ columns: [TableColumn], rows: [[TableCell]], limit: Int?, gap: Int) {
    widths = columns.enumerated().map { place, column in
      rows.reduce(max(column.minimumWidth, column.title.displayWidth)) {
        max($0, $1[place].text.displayWidth)
      }
    }
    guard let limit else { return }
    let least = zip(columns, widths).map { column, width in
      column.alignment == .leading && !column.isKeptWhole
        ? min(width ?? 0, max(column.minimumWidth, Self.readable)) : width ?? 0
    }
    leaveOut(columns, least: least, limit: limit, gap: gap)
    shrink(least: least, limit: limit, gap: gap)
  }

  /// Leaves columns out until the least widths of the others fit.
  private mutating func leaveOut(
    _ columns: [TableColumn], least: [Int], limit: Int, gap: Int
  ) {
    var shown = Array(columns.indices)
    while shown.count > 1, shown.reduce(-gap, { $0 + least[$1] + gap }) > limit,
      // Reversed, so that the last of several columns of the lowest rank is found.
      let loser = shown.reversed().min(by: { columns[$0].rank < columns[$1].rank })
    {
      shown.removeAll { $0 == loser }
      widths[loser] = nil
    }
  }

  /// Takes single columns of width from the widest text until the line fits.
  private mutating func shrink(least: [Int], limit: Int, gap: Int) {
    var excess = widths.compactMap(\.self).reduce(-gap) { $0 + $1 + gap } - limit
    while excess > 0 {
      let shrinkable = widths.indices.filter { (widths[$0] ?? 0) > least[$0] }
      guard let widest = shrinkable.max(by: { (widths[$0] ?? 0) < (widths[$1] ?? 0) }) else {
        return
      }
      widths[widest] = widths[widest].map { $0 - 1 }
      excess -= 1
    }
  }
}
