extension String {
  /// The words of the text in lines of at most `width` columns; a longer word has its own line.
  package func wrapped(toWidth width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if line.displayWidth + 1 + word.displayWidth <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The text wrapped so that every line fits into `width` after `indent` blanks.
  func paragraph(indent: Int, width: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return wrapped(toWidth: Swift.max(20, width - indent)).map { margin + $0 + "\n" }.joined()
  }
}
