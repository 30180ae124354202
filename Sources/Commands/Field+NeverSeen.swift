import Records

extension Field {
  /// What was probably meant by a name that an expression reads and no record has; nil where the
  /// name is right, or nothing can be read out of it.
  static func hint(forNeverSeen name: String, mayBeText: Bool) -> String? {
    if named(name) != nil { return nil }
    if let field = all.first(where: { $0.otherNames.contains(name) }) {
      return "it is called '\(field.name)' here"
    }
    if let nearest = nearest(to: name) { return "did you mean '\(nearest)'?" }
    // A path, or a name in backquotes, is no text that lost its quotes.
    let isWord = mayBeText && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isWord ? "if it is a text, write \"\(name)\" in quotes" : nil
  }
}
