extension Parser {
  /// Whether `in` or `not` stands where an operator is due.
  var isMembership: Bool {
    token.kind == .keyword(.in) || token.kind == .keyword(.not)
  }

  /// Reads `in [...]` or `not in [...]` after the node that is sought.
  mutating func membership(of sought: Int) throws(ExpressionError) -> Int {
    let place = token.range.lowerBound
    let isNegated = token.kind == .keyword(.not)
    if isNegated { try advance() }
    guard token.kind == .keyword(.in) else {
      throw error("'in' is needed after 'not'", hint: "for example right not in [\"CE\"]")
    }
    try advance()
    let elements = try list()
    if infixLevel == .comparison { throw chainedMembership() }
    return try add(.membership(isNegated: isNegated), [sought] + elements, at: place)
  }

  /// The error for an `in` beside another comparison, at the current token.
  func chainedMembership() -> ExpressionError {
    error("'in' cannot be chained with another comparison", hint: "join the two with 'and'")
  }

  private mutating func list() throws(ExpressionError) -> [Int] {
    let closing: Mark
    switch token.kind {
    case .mark(.openBracket): closing = .closeBracket
    case .mark(.openParenthesis): closing = .closeParenthesis
    default:
      throw error(
        "'in' needs a list",
        hint: "for example right in [\"CE\", \"PE\"]; "
          + "to look into a text write contains(text, part)")
    }
    return try values(until: closing)
  }

  /// Reads values between commas up to the closing mark, the current token being the opening one.
  ///
  /// A comma may follow the last value.
  mutating func values(until closing: Mark) throws(ExpressionError) -> [Int] {
    let start = try enter()
    var values: [Int] = []
    while token.kind != .mark(closing) {
      values.append(try expression(above: .whole))
      guard token.kind == .mark(.comma) else { break }
      try advance()
    }
    leave()
    try close(start, with: closing)
    return values
  }
}
