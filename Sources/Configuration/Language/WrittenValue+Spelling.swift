import Scalars

extension WrittenValue {
  /// The value as it would be written in a file, on one line.
  public var spelling: String { content.spelling }
}

extension WrittenValue.Content {
  /// The value as it would be written in a file, on one line.
  public var spelling: String {
    switch self {
    case .none: "None"
    case .boolean(let isTrue): isTrue ? "True" : "False"
    case .number(let number): number.description
    case .text(let text): Self.literal(text)
    case .list(let values): "[\(values.map(\.spelling).joined(separator: ", "))]"
    case .dictionary(let entries):
      "{\(entries.map { "\($0.name.spelling): \($0.value.spelling)" }.joined(separator: ", "))}"
    }
  }

  /// A text in quotes that reads back to it.
  private static func literal(_ text: String) -> String {
    var literal = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": literal += "\\'"
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\t": literal += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "'"
  }
}
