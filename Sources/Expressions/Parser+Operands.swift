internal import Scalars

extension Parser {
  /// Reads a literal, a field, a call or an expression in parentheses.
  mutating func operand() throws(ExpressionError) -> Int {
    if case .path(let path, let isWord) = token.kind {
      return try fieldOrCall(path, isWord: isWord)
    }
    if token.kind == .mark(.openParenthesis) { return try parenthesised() }
    return try literal()
  }

  private mutating func parenthesised() throws(ExpressionError) -> Int {
    let start = try enter()
    let inner = try expression(above: .whole)
    leave()
    try close(start, with: .closeParenthesis)
    widen(inner, from: start)
    return inner
  }

  private mutating func literal() throws(ExpressionError) -> Int {
    let literal: Literal
    switch token.kind {
    case .number(let number): literal = .number(number)
    case .text(let text): literal = .text(text)
    case .keyword(.true): literal = .boolean(true)
    case .keyword(.false): literal = .boolean(false)
    case .keyword(.null): literal = .null
    case .mark(.openBracket):
      throw error("a list may stand only after 'in'", hint: "for example right in [\"CE\"]")
    case .path, .keyword, .joint, .mark, .end: throw unexpected(needed: "a value is needed")
    }
    let start = token.range.lowerBound
    try advance()
    return try add(.literal(literal), at: start)
  }

  private mutating func fieldOrCall(
    _ path: FieldPath, isWord: Bool
  ) throws(ExpressionError) -> Int {
    let name = token.range
    try advance()
    let start = name.lowerBound
    guard token.kind == .mark(.openParenthesis) else {
      return try add(.field(slot: slot(of: path, at: start)), at: start)
    }
    guard isWord, let function = Function(named: path.names[0]) else {
      throw unknownFunction(path, at: name)
    }
    let values = try values(until: .closeParenthesis)
    return try add(.call(function), values, at: start, from: start)
  }

  // MARK: Messages

  private func unknownFunction(_ path: FieldPath, at range: Range<Int>) -> ExpressionError {
    let names = Function.allCases.map(\.declaration.name)
    if let call = callOfMethod(path, at: range) {
      return ExpressionError(
        "there is no function \(quotation(of: text(of: range)))", hint: "write \(call)",
        source: source, offset: range.lowerBound)
    }
    let word = path.names.joined(separator: ".")
    let meant = nearest(to: word, in: names, acceptingBeginnings: true)
      .map { "did you mean '\($0)'?" }
    return ExpressionError(
      "there is no function \(quotation(of: text(of: range)))",
      hint: (names.contains(word) ? "write \(word) without backquotes" : meant)
        ?? "the functions are \(names.joined(separator: ", "))",
      source: source, offset: range.lowerBound)
  }

  /// The call of a function that was written behind its first value: `symbol.startswith("N")`.
  private func callOfMethod(_ path: FieldPath, at range: Range<Int>) -> String? {
    guard path.names.count > 1, Function(named: path.names[path.names.count - 1]) != nil,
      let point = text(of: range).lastIndex(of: ".")
    else { return nil }
    let words = text(of: range)
    let (subject, name) = (words[..<point], words[words.index(after: point)...])
    // The current token is the parenthesis that opens the call.
    let rest = source.utf8.dropFirst(token.range.upperBound)
    let values = String(decoding: Array(rest.prefix { $0 != UInt8(ascii: ")") }), as: UTF8.self)
    if values.isEmpty { return printable("\(name)(\(subject))") }
    let isSimple = !values.contains("(") && values.count <= longestQuotation / 2
    return printable("\(name)(\(subject), \(isSimple ? values : "..."))")
  }

  /// Refuses anything after a whole expression.
  func requireEnd() throws(ExpressionError) {
    switch token.kind {
    case .end: return
    case .mark(.comma):
      throw error(
        "',' may stand only in lists and calls", hint: "write 1,00,000 as 100000 or 1_00_000")
    case .mark(.closeParenthesis), .mark(.closeBracket):
      throw error(
        "this \(quotation(of: text(of: token.range))) closes nothing", hint: "take it out")
    case .number, .text, .path, .keyword, .joint, .mark: throw missingOperator()
    }
  }

  private func missingOperator() -> ExpressionError {
    let text = text(of: token.range)
    let meant = nearest(to: text, in: ["and", "not"]).map { "did you mean '\($0)'?" }
    return error(
      "an operator is needed before \(quotation(of: text))",
      hint: Self.operatorsElsewhere[text.lowercased()] ?? meant
        ?? "join two conditions with 'and' or 'or'")
  }

  /// Words that are operators in other languages, with what to write instead.
  private static let operatorsElsewhere = [
    "is": "use '==' or '!='",
    "eq": "use '=='",
    "ne": "use '!='",
    "lt": "use '<'",
    "le": "use '<='",
    "gt": "use '>'",
    "ge": "use '>='",
    "xor": "use '!='",
    "div": "use floor(a / b)",
    "mod": "write a - b * floor(a / b)",
    "between": "write 1 <= x <= 2",
    "like": "use startswith, endswith or contains",
    "matches": "use startswith, endswith or contains",
    "if": "use 'and' and 'or'",
  ]

  /// The error for the current token, which stands where something else is `needed`.
  func unexpected(needed: String) -> ExpressionError {
    let found =
      token.kind == .end
      ? "the expression ends here" : "\(quotation(of: text(of: token.range))) stands here"
    return error("\(needed); \(found)")
  }
}
