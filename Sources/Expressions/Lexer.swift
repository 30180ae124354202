/// Cuts a source text into tokens, one at a time.
struct Lexer {
  let source: String
  let bytes: [UInt8]
  var position = 0

  init(_ source: String) {
    self.source = source
    bytes = Array(source.utf8)
  }

  /// The next token; at the end of the source, again and again, the one that says so.
  mutating func next() throws(ExpressionError) -> Token {
    skipSpace()
    let start = position
    let kind = try kind()
    return Token(kind: kind, range: start..<position)
  }

  private mutating func kind() throws(ExpressionError) -> Token.Kind {
    switch byte {
    case nil: return .end
    case UInt8(ascii: "\"")?, UInt8(ascii: "'")?: return .text(try text())
    case let digit? where digit.isDigit: return .number(try number())
    case UInt8(ascii: ".")?: throw misplacedPoint()
    case let letter? where letter.startsName || letter == UInt8(ascii: "`"): return try path()
    default: return try sign()
    }
  }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || (0x09...0x0D).contains(byte) { position += 1 }
  }

  // MARK: Names

  /// A reserved word, or names joined by points.
  private mutating func path() throws(ExpressionError) -> Token.Kind {
    let start = position
    let isQuoted = byte == UInt8(ascii: "`")
    var names = [try name()]
    while byte == UInt8(ascii: ".") {
      position += 1
      names.append(try name())
    }
    if names.count == 1, !isQuoted {
      if let reserved = Token.Kind(reserved: names[0]) { return reserved }
      try refuseWrongCase(names[0], at: start)
    }
    return .path(FieldPath(names), isWord: names.count == 1 && !isQuoted)
  }

  private mutating func name() throws(ExpressionError) -> String {
    if byte == UInt8(ascii: "`") { return try quotedName() }
    let start = position
    guard byte?.startsName == true else {
      throw error("a name is needed after '.'", hint: "for example checks.bias", at: start)
    }
    while byte?.continuesName == true { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func quotedName() throws(ExpressionError) -> String {
    let start = position
    position += 1
    while let byte, byte != UInt8(ascii: "`") { position += 1 }
    guard byte != nil else {
      throw error("the backquote is not closed", hint: "end the name with `", at: start)
    }
    let name = bytes[start + 1..<position]
    position += 1
    guard !name.isEmpty else {
      throw error("the name is empty", hint: "put a field's name between the backquotes", at: start)
    }
    return String(decoding: name, as: UTF8.self)
  }

  private func refuseWrongCase(_ word: String, at offset: Int) throws(ExpressionError) {
    let lower = word.lowercased()
    guard Token.Kind(reserved: lower) != nil || lower == "none" else { return }
    throw error(
      "\(quotation(of: word)) has no meaning here",
      hint: "use '\(lower == "none" ? "null" : lower)', or `\(word)` if it is a field", at: offset)
  }

  // MARK: Signs

  private mutating func sign() throws(ExpressionError) -> Token.Kind {
    let rest = bytes[position...]
    guard let spelling = Spelling.all.first(where: { rest.starts(with: $0.bytes) }) else {
      throw strangeCharacter()
    }
    switch spelling.meaning {
    case .token(let kind):
      position += spelling.bytes.count
      return kind
    case .mistake(let instead):
      let sign = String(decoding: spelling.bytes, as: UTF8.self)
      throw remedy(for: sign)
        ?? error("\(quotation(of: sign)) has no meaning here", hint: instead, at: position)
    }
  }

  private func strangeCharacter() -> ExpressionError {
    let rest = Substring(source.utf8.dropFirst(position)).unicodeScalars
    let isLetter = rest.first?.properties.isAlphabetic == true
    return error(
      "\(quotation(of: String(rest.prefix(1)))) has no meaning here",
      hint: isLetter ? "put a field with such letters in backquotes" : "take it out", at: position)
  }

  private func misplacedPoint() -> ExpressionError {
    let isFraction = position + 1 < bytes.count && bytes[position + 1].isDigit
    return error(
      "'.' has no meaning here", hint: isFraction ? "put a 0 before it" : "take it out",
      at: position)
  }

  // MARK: Support

  /// The byte at the position, or nil at the end.
  var byte: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  func error(_ message: String, hint: String? = nil, at offset: Int) -> ExpressionError {
    ExpressionError(message, hint: hint, source: source, offset: offset)
  }
}
