/// One message to a person or to a program that watches: what is wrong, where, and what to do.
package struct Diagnostic: Sendable, Equatable {
  /// How bad it is.
  package enum Level: String, Sendable, CaseIterable {
    case error, warning, note
  }

  package var level: Level
  /// The subcommand that speaks; nil when none was picked yet.
  package var command: String?
  package var file: String?
  /// The line, counted from 1.
  package var line: Int?
  /// The column in bytes, counted from 1.
  package var column: Int?
  /// The field of the record, or the key of the configuration.
  package var field: String?
  /// Whether it is a key.
  package var isOfKey = false
  /// A short name that is the same for all messages of one kind.
  package var code: String
  /// What is wrong; foreign parts quoted with `ForeignText.quoted`.
  package var message: String
  /// What to do about it, or what was done.
  package var hint: String?

  /// Creates a message.
  package init(
    _ level: Level = .error, command: String? = nil, file: String? = nil, line: Int? = nil,
    column: Int? = nil, field: String? = nil, code: String, _ message: String, hint: String? = nil
  ) {
    self.level = level
    self.command = command
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.code = code
    self.message = message
    self.hint = hint
  }

  /// The message as one line without its newline:
  /// `angelx filter: rows.jsonl:3: field 'strike': …; line skipped`.
  package func text(program: String) -> String {
    var parts = [[program, command].compactMap(\.self).joined(separator: " ")]
    if let place { parts.append(place) }
    if level != .error { parts.append(level.rawValue) }
    if let field { parts.append(isOfKey ? field : "field '\(field)'") }
    parts.append(message)
    let line = parts.joined(separator: ": ") + (hint.map { "; \($0)" } ?? "")
    return ForeignText.printable(line)
  }

  /// The file with the line and the column as far as they are known.
  package var place: String? {
    guard let file else { return nil }
    guard let line else { return file }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}
