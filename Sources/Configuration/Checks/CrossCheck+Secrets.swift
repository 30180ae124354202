import Scalars

extension CrossCheck {
  /// Secrets that others can read, and words of a manual that were never replaced.
  mutating func checkSecrets() {
    for (key, place) in settings.secrets {
      guard let facts = circumstances.files[place.file],
        let problem = Self.problem(of: facts, printed(place.file))
      else { continue }
      append(
        Finding(
          .error, "secret", key: key, at: place, "is a secret in a file that \(problem.what)",
          fix: problem.fix))
    }
    for setting in settings.all where setting.isSet { checkPlaceholders(in: setting) }
    for (file, facts) in circumstances.files.sorted(by: { $0.key < $1.key })
    where facts.isWritableByOthers {
      append(
        Finding(
          .error, "writable", at: Place(file: file), "anybody can change this file",
          fix: "chmod o-w '\(printed(file))'"))
    }
  }

  /// What keeps a file from holding a secret.
  private static func problem(
    of file: Circumstances.FileFacts, _ name: String
  ) -> (what: String, fix: String)? {
    if file.isOfAnotherAccount {
      return ("belongs to another account", "keep it in a file of your own")
    }
    if file.isReadableByOthers { return ("others can read", "chmod 600 '\(name)'") }
    if file.isWritableByGroup || file.isWritableByOthers {
      return ("others can change", "chmod 600 '\(name)'")
    }
    return nil
  }

  private mutating func checkPlaceholders(in setting: Setting) {
    for text in setting.value.texts where Self.isPlaceholder(text) {
      report(
        circumstances.isProduction ? .error : .warning, "placeholder", setting.key.name,
        setting.key.isSecret
          ? "is still the placeholder of a manual"
          : "\(quoted(text)) is still the placeholder of a manual", fix: "write your own")
      return
    }
  }

  private static func isPlaceholder(_ text: String) -> Bool {
    let lower = text.lowercased()
    let words: Set = [
      "yourtotpsecret", "secure_password", "password", "secret", "alerts@angel-x.com",
      "s3://angel-x-backup/archive/",
    ]
    let isMark = lower.utf8.count >= 3 && lower.utf8.allSatisfy { $0 == UInt8(ascii: "x") }
    let parts = ["example.com", "your-domain", "changeme", "change-me"]
    return words.contains(lower) || isMark || parts.contains { lower.contains(text: $0) }
      || lower.hasPrefix("your_") || lower.hasPrefix("<") && lower.hasSuffix(">")
  }
}

extension WrittenValue {
  /// All texts in the value, however deep.
  fileprivate var texts: [String] {
    switch content {
    case .text(let text): [text]
    case .list(let values): values.flatMap(\.texts)
    case .dictionary(let entries): entries.flatMap { $0.value.texts }
    case .none, .boolean, .number: []
    }
  }
}
