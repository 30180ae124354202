/// What is wrong with an expression, where, and what to write instead.
public struct ExpressionError: Error, Sendable {
  /// What the error says.
  ///
  /// It is kept aside so that the error is one word: every call that may throw keeps room for one,
  /// and the calls of the parser are deep.
  private let details: Details

  init(
    _ message: String, hint: String? = nil, source: String, offset: Int, lacksOffset: Bool = false
  ) {
    let place = min(max(offset, 0), source.utf8.count)
    details = Details(
      message: message, hint: hint, source: source, offset: place, lacksOffset: lacksOffset)
  }

  private final class Details: Sendable {
    let message: String
    let hint: String?
    let source: String
    let offset: Int
    let lacksOffset: Bool

    init(message: String, hint: String?, source: String, offset: Int, lacksOffset: Bool) {
      self.message = message
      self.hint = hint
      self.source = source
      self.offset = offset
      self.lacksOffset = lacksOffset
    }
  }

  /// What is wrong, in one line without a final stop.
  public var message: String { details.message }

  /// What to do about it, or nil where the message says it.
  public var hint: String? { details.hint }

  /// The text of the whole expression.
  public var source: String { details.source }

  /// The byte of the source at fault; its length when something is missing at the end.
  public var offset: Int { details.offset }

  /// Whether a time lacks its offset from UTC, which `assumingIST` would give it.
  public var lacksOffset: Bool { details.lacksOffset }

  /// The line of the place, counted from 1.
  public var line: Int {
    1 + source.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") }
  }

  /// The column of the place, counted in bytes from 1.
  public var column: Int {
    offset - lineStart + 1
  }

  /// The message and the hint in one line.
  public var sentence: String {
    hint.map { "\(message); \($0)" } ?? message
  }

  /// The byte at which the line of the place begins.
  var lineStart: Int {
    let before = source.utf8.prefix(offset)
    guard let newline = before.lastIndex(of: UInt8(ascii: "\n")) else { return 0 }
    return source.utf8.distance(from: source.utf8.startIndex, to: newline) + 1
  }
}

extension ExpressionError: Equatable {
  /// Whether both say the same of the same place of the same source.
  public static func == (left: Self, right: Self) -> Bool {
    left.message == right.message && left.hint == right.hint && left.source == right.source
      && left.offset == right.offset
  }
}

extension ExpressionError: CustomStringConvertible {
  /// The place, the sentence, and the source line with a caret under the place.
  public var description: String {
    rendered(as: "expression")
  }

  /// Renders the error on three lines: `name:line:column: sentence`, and the excerpt.
  public func rendered(as name: String) -> String {
    "\(name):\(line):\(column): \(sentence)\n\(excerpt)"
  }

  /// The source line with a caret under the place, on two indented lines.
  ///
  /// A long line is cut to about 70 columns around the place, what a terminal would obey is
  /// escaped, and the caret stands under the place also where letters are wide or combine.
  public var excerpt: String {
    let excerpt = Excerpt(of: source, around: offset, lineStart: lineStart)
    let indent = String(repeating: " ", count: excerpt.caretColumn)
    return "  \(excerpt.text)\n  \(indent)^"
  }
}
