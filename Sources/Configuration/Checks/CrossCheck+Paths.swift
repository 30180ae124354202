import Scalars

extension CrossCheck {
  /// What a path must be good for.
  private enum Need {
    case readFile, readFolder, writeFile, writeFolder
  }

  private static let needs: [(key: String, need: Need)] = [
    ("CA_FILE", .readFile), ("SECRETS_FILE", .readFile), ("TABLES", .readFolder),
    ("STORE", .writeFile), ("LOG_FILE", .writeFile), ("METRICS_TEXTFILE", .writeFile),
    ("EXPORT_DESTINATION", .writeFolder), ("ARCHIVE_DESTINATION", .writeFolder),
  ]

  /// Files and folders: there, and open to what they are needed for.
  mutating func checkPaths() {
    for (key, need) in Self.needs {
      guard let path = settings.text(key), let facts = circumstances.paths[path] else { continue }
      switch (need, facts.kind) {
      case (.readFile, .nothing), (.readFolder, .nothing):
        refuse("path", key, "\(quoted(path)) does not exist")
      case (.readFile, .folder), (.writeFile, .folder):
        refuse("path", key, "\(quoted(path)) is a folder, and a file is needed")
      case (.readFolder, .file), (.writeFolder, .file):
        refuse("path", key, "\(quoted(path)) is a file, and a folder is needed")
      case (.readFile, .file) where !facts.isReadable,
        (.readFolder, .folder) where !facts.isReadable:
        refuse("path", key, "\(quoted(path)) may not be read", fix: "chmod u+r \(quoted(path))")
      case (.writeFile, _) where !facts.isWritable, (.writeFolder, _) where !facts.isWritable:
        refuse(
          "path", key, "\(quoted(path)) cannot be written",
          fix: facts.kind == .nothing
            ? "make its folder, or name another" : "chmod u+w \(quoted(path))")
      default: break
      }
    }
  }
}

extension Settings {
  /// The paths of this machine that somebody has set.
  public var paths: [String] {
    all.filter(\.isSet).compactMap { setting in
      switch setting.key.shape.withoutNone {
      case .text(.path): setting.value.text
      case .text(.archive): setting.value.text.flatMap { $0.hasPrefix("s3://") ? nil : $0 }
      default: nil
      }
    }
  }
}

extension Shape {
  /// The shape of what is not `None`.
  fileprivate var withoutNone: Shape {
    if case .optional(let shape) = self { shape } else { self }
  }
}
