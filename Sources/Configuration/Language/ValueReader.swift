import Scalars

/// Reads one value: a number, a text, `True`, `False`, `None`, a list, a tuple, a dictionary, or
/// arithmetic over numbers and the keys above.
struct ValueReader {
  /// The most brackets one inside the other.
  static let deepestNesting = 32

  let source: SourceText
  /// Where it reads on.
  var cursor: Int
  /// What the keys above hold, and the words that the language knows.
  let names: (String) -> WrittenValue.Content?
  /// The keys that were asked for.
  private(set) var uses: [Assignment.Use] = []
  /// How many brackets are open.
  var nesting = 0

  init(_ source: SourceText, at cursor: Int, names: @escaping (String) -> WrittenValue.Content?) {
    self.source = source
    self.cursor = cursor
    self.names = names
  }

  /// Reads the value at the cursor, which moves behind it.
  mutating func value() throws(LanguageProblem) -> WrittenValue {
    skipSpace()
    let start = cursor
    return WrittenValue(try content(), at: source.place(of: start))
  }

  /// Sees to it that nothing but a comment stands between the cursor and the end of the line.
  mutating func requireEndOfLine() throws(LanguageProblem) {
    skipSpace()
    guard let byte = source[cursor], !byte.isLineEnd, byte != UInt8(ascii: "#") else { return }
    throw excess(byte)
  }

  private mutating func content() throws(LanguageProblem) -> WrittenValue.Content {
    guard let byte = source[cursor], !byte.isLineEnd, !"#])}".utf8.contains(byte) else {
      throw LanguageProblem(
        "the value is missing", fix: "write one, or take the line out", at: cursor)
    }
    switch byte {
    case UInt8(ascii: "["): return try list(until: UInt8(ascii: "]"))
    case UInt8(ascii: "{"): return try dictionary()
    case UInt8(ascii: "(") where isTuple: return try list(until: UInt8(ascii: ")"))
    case _ where byte.isQuote: return try text()
    default: return try scalar()
    }
  }

  // MARK: Words and arithmetic

  private mutating func scalar() throws(LanguageProblem) -> WrittenValue.Content {
    let start = cursor
    let text = scalarText()
    switch text {
    case "True", "true": return .boolean(true)
    case "False", "false": return .boolean(false)
    case "None": return .none
    default: break
    }
    // A plain number is what most values are, and is nothing of another language.
    let isPlain = text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
    if !isPlain, let problem = ForeignValue.problem(of: text, at: start) { throw problem }
    if text.utf8.allSatisfy(\.continuesWord), text.utf8.first?.startsWord == true {
      return try named(text, at: start)
    }
    return try arithmetic(text, at: start)
  }

  /// What stands up to the end of the value, comments taken out; the cursor moves behind it.
  private mutating func scalarText() -> String {
    let start = cursor
    var bytes: [UInt8] = []
    var depth = 0
    reading: while let byte = source[cursor] {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { break reading }
        depth -= 1
      case UInt8(ascii: ","), UInt8(ascii: ":"): if depth == 0 { break reading }
      case UInt8(ascii: "\n"):
        if depth + nesting == 0 || source.startsAssignment(at: cursor + 1) { break reading }
      case UInt8(ascii: "#"):
        let end = source.endOfLine(from: cursor)
        bytes += Array(repeating: 0x20, count: end - cursor)
        cursor = end
        continue reading
      case _ where byte.isQuote:
        let end = endOfText(from: cursor) ?? source.endOfLine(from: cursor) - 1
        bytes += source.bytes[cursor...max(end, cursor)]
        cursor = max(end, cursor) + 1
        continue reading
      default: break
      }
      bytes.append(byte)
      cursor += 1
    }
    while let last = bytes.last, last.isBlank || last.isLineEnd { bytes.removeLast() }
    cursor = start + bytes.count
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func named(
    _ name: String, at start: Int
  ) throws(LanguageProblem) -> WrittenValue.Content {
    if Key.isSensitive(name) { throw Arithmetic.secret(name, at: start) }
    guard let value = names(name) else { throw Arithmetic.unknown(name, at: start) }
    uses.append(Assignment.Use(key: name, value: value))
    return value
  }

  mutating func arithmetic(
    _ text: String, at start: Int
  ) throws(LanguageProblem) -> WrittenValue.Content {
    let arithmetic = try Arithmetic(text, at: start, names: names)
    uses += arithmetic.uses
    return try arithmetic.value()
  }

  // MARK: Support

  /// Skips blanks, and between brackets line ends and comments as well.
  mutating func skipSpace() {
    while let byte = source[cursor] {
      if byte.isBlank
        || nesting > 0 && byte.isLineEnd && !source.startsAssignment(at: cursor + 1)
      {
        cursor += 1
      } else if nesting > 0, byte == UInt8(ascii: "#") {
        cursor = source.endOfLine(from: cursor)
      } else {
        return
      }
    }
  }

  private func excess(_ byte: UInt8) -> LanguageProblem {
    if byte == UInt8(ascii: ",") {
      return LanguageProblem(
        "a value ends before a ','",
        fix: "write 5,00,000 as 500000 or 5_00_000, and several values as [1, 2]", at: cursor)
    }
    let isTime = byte == UInt8(ascii: ":") && source[cursor + 1]?.isDigit == true
    return LanguageProblem(
      "nothing may follow the value, found \(quoted(word(at: cursor)))",
      fix: isTime ? "put a time in quotes, as in '15:15'" : "take it out", at: cursor)
  }

  /// What a message shows of what stands at an offset: up to a blank or the end of the line.
  func word(at offset: Int) -> String {
    let rest = source.bytes[offset..<source.endOfLine(from: offset)]
    return String(decoding: rest.prefix { !$0.isBlank }, as: UTF8.self)
  }

  static func text(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
}
