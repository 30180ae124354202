import Expressions

/// Lines of other languages that stand where `KEY = value` should, with what to do instead.
enum ForeignStatement {
  /// The problem of a line that begins with a word of another language; nil for all others.
  static func problem(of source: SourceText, at start: Int) -> LanguageProblem? {
    if source[start] == UInt8(ascii: "@") {
      return LanguageProblem("a decorator is not read here", fix: "take it out", at: start)
    }
    var end = start
    while source[end]?.continuesWord == true { end += 1 }
    let word = source.text(start..<end)
    // A key may be spelled like any of them, as long as a value follows.
    var next = end
    while source[next]?.isBlank == true { next += 1 }
    guard source[next] != UInt8(ascii: "="), var fix = words[word] else { return nil }
    if word == "from", !source.has("config", at: next) { fix = "take the line out" }
    return LanguageProblem("\(quoted(word)) is not read here", fix: fix, at: start)
  }

  private static let environments =
    "put the values of an environment into angelx.ENV.conf, such as angelx.production.conf"

  private static let words = [
    "import": "take the line out",
    "from": environments,
    "if": environments, "elif": environments, "else": environments,
    "for": "write the values out", "while": "write the values out",
    "try": "take the lines out", "except": "take the lines out", "finally": "take the lines out",
    "with": "take the lines out",
    "def": "take the lines out", "class": "take the lines out, or write its values as keys",
    "async": "take the lines out",
    "print": "take the line out", "raise": "take the line out", "assert": "take the line out",
    "return": "take the line out", "pass": "take the line out", "del": "take the line out",
    "global": "take the line out", "lambda": "take the line out",
    "export": "write KEY = value; a line 'export KEY=value' belongs in .env",
    "set": "write KEY = value",
  ]

  /// The problem of a key that no `=` follows.
  static func missingEqualsSign(of source: SourceText, at place: Int) -> LanguageProblem {
    func problem(_ message: String, _ fix: String) -> LanguageProblem {
      LanguageProblem(message, fix: fix, at: place)
    }
    switch source[place] {
    case UInt8(ascii: ":")?:
      return problem("a ':' does not set a key", "write KEY = value")
    case UInt8(ascii: "=")?:
      return problem("'==' compares", "write KEY = value")
    case UInt8(ascii: "+")?, UInt8(ascii: "-")?, UInt8(ascii: "*")?, UInt8(ascii: "/")?:
      return problem("a key is set once and not changed", "write its value where it is set")
    case UInt8(ascii: ".")?, UInt8(ascii: "[")?:
      return problem(
        "a part of a key cannot be set by itself", "write the whole value where the key is set")
    case UInt8(ascii: "(")?:
      return problem("nothing is called here", "take the line out")
    case UInt8(ascii: ",")?:
      return problem("a line sets one key", "write a line for each")
    default:
      return problem("a '=' is needed behind the key", "write KEY = value")
    }
  }
}

/// Files of other kinds, told by their first line.
enum ForeignFile {
  case json, markup, yaml, sections

  /// The kind of a file whose first line that says something begins at an offset; nil for ours.
  static func kind(of source: SourceText, at start: Int) -> Self? {
    let line = source.bytes[start..<source.endOfLine(from: start)]
    switch line.first {
    case UInt8(ascii: "{")?: return .json
    case UInt8(ascii: "<")?: return .markup
    case UInt8(ascii: "[")?: return line.contains(UInt8(ascii: "\"")) ? .json : .sections
    default: break
    }
    if source.has("---", at: start) { return .yaml }
    let name = line.prefix { $0.continuesWord || $0 == UInt8(ascii: "-") }
    let rest = line.dropFirst(name.count)
    guard !name.isEmpty, rest.first == UInt8(ascii: ":") else { return nil }
    let isSection = rest.dropFirst().allSatisfy(\.isBlank)
    return isSection || rest.dropFirst().first?.isBlank == true && name.contains(where: \.isSmall)
      ? .yaml : nil
  }

  /// What is wrong with the file.
  func problem(at offset: Int) -> LanguageProblem {
    switch self {
    case .json: LanguageProblem("this looks like JSON", fix: Self.fix, at: offset)
    case .markup: LanguageProblem("this looks like a web page or XML", fix: Self.fix, at: offset)
    case .yaml: LanguageProblem("this looks like YAML", fix: Self.fix, at: offset)
    case .sections: LanguageProblem("there are no sections", fix: Self.fix, at: offset)
    }
  }

  private static let fix = "write lines KEY = value; angelx validate-config --init begins a file"
}
