/// A part of one source line, made safe for a terminal, and the column of a place in it.
struct Excerpt {
  /// The most columns that are shown, the marks of a cut not counted.
  private static let width = 70

  /// What is shown.
  private(set) var text = ""

  /// How many columns stand before the place.
  private(set) var caretColumn = 0

  /// Shows the line of `source` that begins at byte `lineStart`, around the byte `offset`.
  init(of source: String, around offset: Int, lineStart: Int) {
    let cells = Self.cells(of: source, from: lineStart)
    let place = cells.firstIndex { $0.offset >= offset } ?? cells.count
    let window = Self.window(of: cells, around: place)
    if window.lowerBound > 0 { text = "..." }
    caretColumn = text.utf8.count + cells[window.lowerBound..<place].reduce(0) { $0 + $1.width }
    for cell in cells[window] { text += cell.text }
    if window.upperBound < cells.count { text += "..." }
  }

  /// One scalar as it is shown.
  private struct Cell {
    var text: String
    var width: Int
    var offset: Int
  }

  private static func cells(of source: String, from start: Int) -> [Cell] {
    var offset = start
    var cells: [Cell] = []
    for scalar in Substring(source.utf8.dropFirst(start)).unicodeScalars {
      if scalar == "\n" { break }
      let shown = scalar.isPrintable ? String(scalar) : scalar.escape
      let width = scalar.isPrintable ? scalar.columns : shown.utf8.count
      cells.append(Cell(text: shown, width: width, offset: offset))
      offset += scalar.utf8.count
    }
    return cells
  }

  /// The cells to show: up to half of the width before the place, then all that fits.
  private static func window(of cells: [Cell], around place: Int) -> Range<Int> {
    var lower = place
    var upper = place
    var room = width / 2
    func widenLeft() {
      while lower > 0, cells[lower - 1].width <= room {
        lower -= 1
        room -= cells[lower].width
      }
    }
    widenLeft()
    room += width - width / 2
    while upper < cells.count, cells[upper].width <= room {
      room -= cells[upper].width
      upper += 1
    }
    widenLeft()
    return lower..<upper
  }
}

extension Unicode.Scalar {
  /// How many terminal columns the scalar takes.
  fileprivate var columns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: 0
    default: isWide ? 2 : 1
    }
  }

  /// Whether the scalar is drawn two columns wide (East Asian letters, full-width forms, emoji).
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }
}
