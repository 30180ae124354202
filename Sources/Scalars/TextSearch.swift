extension StringProtocol {
  /// Whether the bytes of a text stand somewhere in this one.
  ///
  /// The standard library has a search for texts in its engine for regular expressions alone, which
  /// would make the program a tenth larger and slower to start.
  public func contains(text: String) -> Bool {
    utf8.indices.contains { utf8[$0...].starts(with: text.utf8) }
  }
}
