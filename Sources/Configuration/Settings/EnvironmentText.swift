/// A file of lines `KEY=value`, with the text of each value as it stands.
struct EnvironmentText {
  /// A line with what it sets.
  struct Line {
    let name: String
    let text: String
    let place: Place
  }

  private(set) var lines: [Line] = []
  private(set) var findings: [Finding] = []

  init(_ bytes: [UInt8], name: String) {
    if let finding = SettingsFile.unreadable(bytes, name) {
      findings = [finding]
      return
    }
    let text = String(decoding: SettingsFile.unmarked(bytes), as: UTF8.self)
    for (index, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      read(Substring(line), number: index + 1, file: name)
    }
  }

  private mutating func read(_ line: Substring, number: Int, file: String) {
    let start = Place(file: file, line: number, column: 1)
    var rest = Self.trimmed(line)
    if rest.isEmpty || rest.hasPrefix("#") { return }
    if rest.hasPrefix("export ") { rest = Self.trimmed(rest.dropFirst(7)) }
    let name = rest.prefix { $0.utf8.allSatisfy(\.continuesWord) }
    let value = rest.dropFirst(name.count)
    guard !name.isEmpty, value.hasPrefix("=") else {
      findings.append(
        Finding(
          .error, "syntax", at: start, "this is no line KEY=value",
          fix: "take it out, or put # before it"))
      return
    }
    do {
      lines.append(
        Line(name: String(name), text: try Self.text(Self.trimmed(value.dropFirst())), place: start)
      )
    } catch {
      findings.append(
        Finding(
          .error, "syntax", key: String(name), at: start, error.message, fix: error.fix))
    }
  }

  /// The text of a value: what stands in its quotes, or what stands before a comment.
  private static func text(_ value: Substring) throws(LanguageProblem) -> String {
    guard let quote = value.utf8.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return uncommented(value) }
    var text: [UInt8] = []
    var rest = value.utf8.dropFirst()
    while rest.first != quote {
      guard let byte = rest.popFirst() else {
        let mark = Character(UnicodeScalar(quote))
        throw LanguageProblem("the text is not closed", fix: "end it with \(mark)", at: 0)
      }
      if byte == UInt8(ascii: "\\"), let meant = rest.first.flatMap({ escaped($0, in: quote) }) {
        text.append(meant)
        rest.removeFirst()
      } else {
        text.append(byte)
      }
    }
    rest.removeFirst()
    let behind = trimmed(Substring(rest))
    guard behind.isEmpty || behind.hasPrefix("#") else {
      throw LanguageProblem("nothing may follow the text", at: 0)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// What a byte behind a backslash means; nil where the backslash is only itself.
  private static func escaped(_ byte: UInt8, in quote: UInt8) -> UInt8? {
    if byte == quote || byte == UInt8(ascii: "\\") { return byte }
    return byte == UInt8(ascii: "n") && quote == UInt8(ascii: "\"") ? 0x0A : nil
  }

  /// A text up to a `#` behind a blank.
  private static func uncommented(_ value: Substring) -> String {
    var isBehindBlank = true
    for index in value.indices {
      if value[index] == "#", isBehindBlank { return String(trimmed(value[..<index])) }
      isBehindBlank = value[index] == " " || value[index] == "\t"
    }
    return String(value)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.utf8.drop(while: \.isBlank).startIndex
    let end = text.utf8.lastIndex { !$0.isBlank }.map { text.utf8.index(after: $0) }
    return end.map { start < $0 ? text[start..<$0] : "" } ?? ""
  }
}
