/// What is wrong with the text of a configuration.
struct LanguageProblem: Error {
  let message: String
  /// What to write instead.
  let fix: String?
  /// The byte at fault.
  let offset: Int
  /// The end of what belongs together and cannot be read.
  let end: Int

  init(_ message: String, fix: String? = nil, at offset: Int, upTo end: Int? = nil) {
    self.message = message
    self.fix = fix
    self.offset = offset
    self.end = end ?? offset
  }

  /// The same without anything of the value that was written.
  func concealed(of key: String) -> Self {
    Self(
      "the value of \(quoted(key)) cannot be read", fix: "put texts in quotes, each on one line",
      at: offset, upTo: end)
  }
}
