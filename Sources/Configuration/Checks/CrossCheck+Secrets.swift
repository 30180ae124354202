import Scalars

extension CrossCheck {
  /// Secrets that others can read, and words of a manual that were never replaced.
  mutating func checkSecrets() {
    for setting in settings.all where setting.isSet {
      checkPrivacy(of: setting)
      checkPlaceholders(in: setting)
    }
    for (file, facts) in circumstances.files.sorted(by: { $0.key < $1.key })
    where facts.isWritableByOthers {
      append(
        Finding(
          .error, "writable", at: Place(file: file), "others can change this file",
          fix: "chmod go-w \(quoted(file))"))
    }
  }

  private mutating func checkPrivacy(of setting: Setting) {
    guard setting.holdsSecret, let file = setting.place?.file,
      circumstances.files[file]?.isReadableByOthers == true
    else { return }
    refuse(
      "secret", setting.key.name, "is a secret in a file that others can read",
      fix: "chmod 600 \(quoted(file))")
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
      "your_api_key", "your_access_token", "your_feed_token", "your_client_code", "your_key",
      "secure_password", "alerts@angel-x.com", "s3://angel-x-backup/archive/",
    ]
    let isMark = lower.utf8.count >= 3 && lower.utf8.allSatisfy { $0 == UInt8(ascii: "x") }
    return words.contains(lower) || isMark || lower.contains("example.com")
      || lower.contains("your-domain") || lower.contains("changeme") || lower.contains("change-me")
      || lower.hasPrefix("your_") && lower.hasSuffix("_here")
  }
}

extension Setting {
  /// Whether it holds a secret, itself or in a member.
  fileprivate var holdsSecret: Bool {
    key.isSecret && value.content != .none || key.shape.secretMembers(in: value)
  }
}

extension Shape {
  /// Whether a value of the shape has a secret in one of its members.
  fileprivate func secretMembers(in value: WrittenValue) -> Bool {
    switch (self, value.content) {
    case (.record(let members), .dictionary(let entries)):
      entries.contains { entry in
        guard let member = members.first(where: { $0.name == entry.name.text }) else {
          return false
        }
        return member.shape.isSecret && entry.value.content != .none
          || member.shape.secretMembers(in: entry.value)
      }
    case (.table(_, let shape, _), .dictionary(let entries)):
      entries.contains { shape.secretMembers(in: $0.value) }
    case (.optional(let shape), _): shape.secretMembers(in: value)
    default: false
    }
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
