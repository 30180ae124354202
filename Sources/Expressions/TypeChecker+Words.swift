extension TypeChecker {
  /// Refuses a field of few words beside a text that is none of them, for the two can never be the
  /// same, and beside one of its words that lacks its quotes.
  func checkWords(_ left: Int, _ right: Int) throws(ExpressionError) {
    for (subject, other) in [(left, right), (right, left)] {
      guard case .field(let slot) = tree.nodes[subject].kind, !fields[slot].words.isEmpty else {
        continue
      }
      switch tree.nodes[other].kind {
      case .literal(.text(let text)):
        try checkText(text, other, beside: subject, fields[slot].words)
      case .field(let slot) where fields[slot].type == nil:
        try checkName(fields[slot].path, other, beside: subject)
      default: continue
      }
    }
  }

  private func checkText(
    _ text: [UInt8], _ literal: Int, beside subject: Int, _ words: [FieldDeclaration.Word]
  ) throws(ExpressionError) {
    if words.contains(where: { text.elementsEqual($0.text.utf8) }) { return }
    throw diagnosis.notAWord(literal, String(decoding: text, as: UTF8.self), of: subject, words)
  }

  /// A field in backquotes is meant to be one.
  private func checkName(
    _ path: FieldPath, _ name: Int, beside subject: Int
  ) throws(ExpressionError) {
    guard case .field(let slot) = tree.nodes[subject].kind, path.names.count == 1,
      !diagnosis.text(of: name).contains("`"),
      let word = fields[slot].words.first(where: { $0.isSpelt(path.names[0]) })
    else { return }
    throw diagnosis.textWithoutQuotes(name, word)
  }
}

extension FieldDeclaration.Word {
  /// Whether a name is the word or another spelling of it, in capitals or not.
  fileprivate func isSpelt(_ name: String) -> Bool {
    ([text] + otherSpellings).contains { $0.lowercased() == name.lowercased() }
  }
}
