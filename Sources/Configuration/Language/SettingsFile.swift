import Scalars

/// What a configuration file says, and what is wrong with its text.
public struct SettingsFile: Sendable {
  /// The most bytes of a file.
  static let longestFile = 1 << 24

  /// The file, as it was named.
  public let name: String
  /// Its lines `KEY = value`, in order.
  public let assignments: [Assignment]
  /// What is wrong with its text.
  public let findings: [Finding]

  /// Reads a file of lines `KEY = value`.
  ///
  /// A line that cannot be read is a finding, and the next one is read.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: what findings call it.
  ///   - names: what may be used in arithmetic beside the keys above: earlier files, and the words that
  ///     stand for facts of the machine.
  public init(
    _ bytes: [UInt8], name: String, names: (String) -> WrittenValue.Content? = { _ in nil }
  ) {
    self.name = name
    if let finding = Self.unreadable(bytes, name) {
      assignments = []
      findings = [finding]
      return
    }
    let source = SourceText(Self.unmarked(bytes), file: name)
    (assignments, findings) = withoutActuallyEscaping(names) { names in
      var reader = StatementReader(source, names: names)
      reader.readAll()
      return (reader.assignments, reader.findings)
    }
  }

  /// The bytes without the sign at the beginning that says that a file is UTF-8.
  static func unmarked(_ bytes: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
  }

  /// What keeps the bytes from being text at all.
  static func unreadable(_ bytes: [UInt8], _ name: String) -> Finding? {
    func finding(_ message: String, _ fix: String) -> Finding {
      Finding(.error, "not-text", at: Place(file: name), message, fix: fix)
    }
    if bytes.count > longestFile {
      return finding("the file has \(bytes.count) bytes", "\(longestFile) are the most")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return finding("the file is UTF-16", "save it as UTF-8")
    }
    if let zero = bytes.firstIndex(of: 0) {
      return finding("byte \(zero + 1) is zero, so this is no text", "write lines KEY = value")
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      return finding("the file is not UTF-8", "save it as UTF-8")
    }
    return nil
  }
}
