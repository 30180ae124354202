extension WrittenValue.Content {
  /// The value of a text in the language of the configuration that stands in a declaration; nil where
  /// it is none, or asks for a key that has no value.
  init?(declared text: String, names: (String) -> Self? = { _ in nil }) {
    let value = withoutActuallyEscaping(names) { names -> WrittenValue? in
      var reader = ValueReader(
        SourceText(Array(text.utf8), file: "default"), at: 0, names: names)
      guard let value = try? reader.value(), (try? reader.requireEndOfLine()) != nil else {
        return nil
      }
      return value
    }
    guard let value else { return nil }
    self = value.content
  }
}
