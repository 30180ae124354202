extension StringProtocol {
  /// How many columns the text takes on a terminal.
  ///
  /// East Asian wide characters and emoji take two, combining and invisible marks none. Control
  /// characters are not expected; see `ForeignText.printable`.
  package var displayWidth: Int {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    return unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }

  /// The text, or as much of its beginning as fits beside a `…` when it is too wide.
  package func truncated(toWidth width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    guard width > 0 else { return "" }
    var left = width - 1
    let fitting = prefix { character in
      left -= String(character).displayWidth
      return left >= 0
    }
    return fitting + "…"
  }

  /// The text with blanks behind it, up to the width.
  package func padded(toWidth width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - displayWidth))
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default: (0x1160...0x11FF).contains(value) ? 0 : isWide ? 2 : 1
    }
  }

  /// Whether the scalar is East Asian wide or full-width (Unicode Standard Annex 11), or an emoji.
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x17000...0x18CD5, 0x1B000...0x1B2FB, 0x20000...0x3FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }
}
