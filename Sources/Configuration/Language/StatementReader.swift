import Scalars

/// Reads the lines of a configuration file, each for itself: one that is wrong takes no other with it.
struct StatementReader {
  private(set) var assignments: [Assignment] = []
  private(set) var findings: [Finding] = []

  private let source: SourceText
  private let outerNames: (String) -> WrittenValue.Content?
  private let known = Known()
  private var cursor = 0

  /// What the keys above hold; shared, so that it is not copied for every line.
  private final class Known {
    var values: [String: WrittenValue.Content] = [:]
  }

  init(_ source: SourceText, names: @escaping (String) -> WrittenValue.Content?) {
    self.source = source
    outerNames = names
  }

  /// Reads to the end of the file.
  mutating func readAll() {
    while let start = nextStatement() {
      if let kind = ForeignFile.kind(of: source, at: start), assignments.isEmpty {
        report(kind.problem(at: start), rule: "not-ours")
        return
      }
      do {
        try readStatement(at: start)
      } catch {
        report(error, rule: "syntax")
        skipStatement(from: error.end)
      }
    }
  }

  // MARK: Finding statements

  /// The beginning of the next line that says something; nil at the end of the file.
  private mutating func nextStatement() -> Int? {
    while let byte = source[cursor] {
      if byte == UInt8(ascii: "#") {
        cursor = source.endOfLine(from: cursor)
      } else if byte.isBlank || byte.isLineEnd {
        cursor += 1
      } else if let end = source.endOfLongText(at: cursor) {
        // A text that stands for itself is a comment in Python.
        cursor = end
      } else {
        return cursor
      }
    }
    return nil
  }

  /// Skips what belongs to a line that was wrong: all lines that are indented or close a bracket.
  private mutating func skipStatement(from end: Int) {
    cursor = source.endOfLine(from: end)
    while source[cursor] != nil {
      let next = cursor + 1
      guard let first = source[next] else { break }
      guard first.isBlank || first.isLineEnd || ")]}".utf8.contains(first) else { break }
      cursor = source.endOfLine(from: next)
    }
  }

  // MARK: Reading one

  private mutating func readStatement(at start: Int) throws(LanguageProblem) {
    if let statement = ForeignStatement.problem(of: source, at: start) { throw statement }
    let isIndented = start > 0 && source[start - 1]?.isLineEnd == false
    if isIndented {
      throw LanguageProblem("the line is indented", fix: "a key begins its line", at: start)
    }
    let key = try key(at: start)
    let end = start + key.utf8.count
    try requireEqualsSign(after: end)
    var reader = ValueReader(source, at: cursor) { [known, outerNames] name in
      known.values[Key.canonicalName(of: name)] ?? outerNames(name)
    }
    let value: WrittenValue
    do {
      value = try reader.value()
      try reader.requireEndOfLine()
    } catch {
      // What is wrong with a secret would show it.
      throw Key.isSensitive(key) ? error.concealed(of: key) : error
    }
    cursor = reader.cursor
    known.values[Key.canonicalName(of: key)] = value.content
    assignments.append(
      Assignment(key: key, place: source.place(of: start), value: value, uses: reader.uses))
  }

  private func key(at start: Int) throws(LanguageProblem) -> String {
    var end = start
    while source[end]?.continuesWord == true { end += 1 }
    if let byte = source[end], byte >= 0x80 { throw foreignLetter(at: end) }
    guard end > start, source[start]?.startsWord == true else {
      // What stands there may be a secret.
      throw LanguageProblem(
        "this is no line KEY = value", fix: "take it out, or put # before it", at: start)
    }
    return source.text(start..<end)
  }

  private func foreignLetter(at offset: Int) -> LanguageProblem {
    let rest = source.text(offset..<source.endOfLine(from: offset))
    let scalar = rest.unicodeScalars.first ?? " "
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
    return LanguageProblem(
      "\(quoted(String(scalar))), U+\(padded), is no letter of a key",
      fix: "type the key again: it has A to Z, 0 to 9 and _", at: offset)
  }

  /// Moves the cursor behind the sign that separates a key from its value.
  private mutating func requireEqualsSign(after end: Int) throws(LanguageProblem) {
    var place = end
    while source[place]?.isBlank == true { place += 1 }
    cursor = place
    guard source[place] == UInt8(ascii: "="), source[place + 1] != UInt8(ascii: "=") else {
      throw ForeignStatement.missingEqualsSign(of: source, at: place)
    }
    cursor = place + 1
  }

  private mutating func report(_ problem: LanguageProblem, rule: String) {
    findings.append(
      Finding(
        .error, rule, at: source.place(of: problem.offset), problem.message, fix: problem.fix))
  }
}
