// What to write instead of a sign of another language, where that depends on what stands around it.

extension Lexer {
  /// The error for a sign that means different things in other languages; nil for every other sign.
  func remedy(for sign: String) -> ExpressionError? {
    switch sign {
    case "%" where !isNumber(operandBefore(position)): noRemainder()
    case "~" where isBehindOperand:
      error(
        "'~' has no meaning here",
        hint: "use contains(text, part) or startswith(text, prefix)", at: position)
    default: nil
    }
  }

  /// Whether two points or more stand at the position, and something before them.
  var isRange: Bool {
    let rest = bytes[position...].drop { $0 == 0x20 }
    return rest.starts(with: "..".utf8)
  }

  /// The error for a range such as `24500..24600`, of which the number at `start` is the lower end.
  func noRange(from start: Int) -> ExpressionError {
    let lower = text(bytes[start..<position])
    let signs = bytes[position...].drop { $0 == 0x20 }.prefix { ". =<".utf8.contains($0) }
    let upper = text(operandAfter(signs.endIndex))
    let subject = listSubject(before: start)
    return error(
      "there are no ranges",
      hint: "write \(lower) <= \(subject ?? "x") <= \(upper.isEmpty ? "2" : upper)",
      at: signs.startIndex)
  }

  private func noRemainder() -> ExpressionError {
    let (left, right) = (operandBefore(position), operandAfter(position + 1))
    guard !left.isEmpty, !right.isEmpty else {
      return error(
        "there is no remainder operator", hint: "write a - b * floor(a / b)", at: position)
    }
    let (first, second) = (text(left), text(right))
    let asksForZero = text(bytes[right.endIndex...].filter { $0 != 0x20 }).hasPrefix("==0")
    return error(
      "there is no remainder operator",
      hint: asksForZero
        ? "write floor(\(first) / \(second)) * \(second) == \(first)"
        : "write \(first) - \(second) * floor(\(first) / \(second))", at: position)
  }

  // MARK: Around a place

  /// The name or number that ends before a byte; empty where something else stands there.
  private func operandBefore(_ place: Int) -> ArraySlice<UInt8> {
    let before = bytes[..<place].reversed().drop { $0 == 0x20 }
    let count = before.prefix(while: \.continuesOperand).count
    let end = before.startIndex.base
    return bytes[(end - count)..<end]
  }

  /// The name or number that begins at a byte or behind blanks.
  private func operandAfter(_ place: Int) -> ArraySlice<UInt8> {
    bytes[place...].drop { $0 == 0x20 }.prefix(while: \.continuesOperand)
  }

  /// The name before `in [` or `in (`, if that is what stands before a byte.
  private func listSubject(before place: Int) -> String? {
    let rest = bytes[..<place].reversed().drop { $0 == 0x20 }
    guard let bracket = rest.first, "[(".utf8.contains(bracket) else { return nil }
    let word = operandBefore(rest.startIndex.base - 1)
    guard word.elementsEqual("in".utf8) else { return nil }
    let subject = operandBefore(word.startIndex)
    return subject.isEmpty ? nil : text(subject)
  }

  /// Whether an operand ends before the position.
  private var isBehindOperand: Bool {
    let word = operandBefore(position)
    if word.isEmpty {
      return bytes[..<position].last { $0 != 0x20 }.map(")'\"`".utf8.contains) == true
    }
    guard case .joint? = Token.Kind(reserved: text(word)) else { return text(word) != "not" }
    return false
  }

  private func isNumber(_ operand: ArraySlice<UInt8>) -> Bool {
    operand.first?.isDigit == true
  }

  private func text(_ bytes: some Sequence<UInt8>) -> String {
    printable(String(decoding: Array(bytes), as: UTF8.self))
  }
}

extension UInt8 {
  /// Whether a path or a plain number may go on with this byte.
  fileprivate var continuesOperand: Bool { continuesName || self == UInt8(ascii: ".") }
}
