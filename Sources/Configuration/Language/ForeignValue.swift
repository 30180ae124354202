internal import Scalars

import Expressions

/// What a file of another language writes as a value, with what to write here instead.
enum ForeignValue {
  /// The problem of a value that means something elsewhere; nil for all others.
  static func problem(of text: String, at offset: Int) -> LanguageProblem? {
    if let call = calls.first(where: { text.contains(text: $0.name) }) {
      return LanguageProblem(
        "\(quoted(call.name.filter { $0 != "(" })) is not called here", fix: call.fix, at: offset)
    }
    let called = text.prefix { $0.utf8.allSatisfy { $0.continuesWord || $0 == UInt8(ascii: ".") } }
    if !called.isEmpty, text.dropFirst(called.count).hasPrefix("("),
      !functions.contains(String(called))
    {
      return LanguageProblem(
        "\(quoted(called)) is not called here",
        fix: "write the value; known are \(functions.joined(separator: ", "))", at: offset)
    }
    if let letters = lettersBeforeQuote(text) {
      return letters.lowercased().contains("f")
        ? LanguageProblem(
          "an f-string is not filled in here", fix: "write the text as it is to read, without f",
          at: offset)
        : LanguageProblem(
          "a letter before the quote means nothing here", fix: "write a plain text", at: offset)
    }
    if let word = words.first(where: { text.contains(text: $0.word) }) {
      return LanguageProblem(
        "\(quoted(trimmed(word.word))) is not known here", fix: word.fix, at: offset)
    }
    if isAssignment(text) {
      return LanguageProblem(
        "a line sets one key", fix: "write a line for each", at: offset)
    }
    return amount(text, at: offset)
  }

  /// Whether the text is one such as `OTHER = 5`, and no comparison.
  private static func isAssignment(_ text: String) -> Bool {
    let rest = text.utf8.drop { $0.continuesWord }.drop { $0.isBlank }
    return rest.count < text.utf8.count && rest.first == UInt8(ascii: "=")
      && rest.dropFirst().first != UInt8(ascii: "=")
  }

  private static let calls: [(name: String, fix: String)] = [
    ("CPU_COUNT(", "write CPU_COUNT"),
    ("os.cpu_count", "write CPU_COUNT"),
    ("multiprocessing.cpu_count", "write CPU_COUNT"),
    ("os.getenv", "write the value; a variable ANGELX_KEY overrides it"),
    ("os.environ", "write the value; a variable ANGELX_KEY overrides it"),
    ("os.path", "write the path as a text"),
    ("pathlib", "write the path as a text"),
    ("Path(", "write the path as a text"),
    ("datetime", "write the time as a text, such as '15:15'"),
    ("timedelta", "write the number alone, in the unit of the key"),
    ("float(", "write the number alone"),
    ("int(", "write the number alone"),
    ("str(", "write the text in quotes"),
    ("bool(", "write True or False"),
    ("dict(", "write {'name': value}"),
    ("list(", "write [1, 2]"),
    ("tuple(", "write (1, 2)"),
    ("range(", "write the numbers out, as in [1, 2]"),
  ]

  /// The functions that arithmetic knows.
  private static let functions = ["min", "max", "abs", "round", "floor", "ceil"]

  private static let words: [(word: String, fix: String)] = [
    (" if ", "write the value; those of an environment go into angelx.ENV.conf"),
    (" for ", "write the members out"),
    ("lambda", "write the value"),
    ("${", "values are not filled in; write the value"),
    ("$(", "values are not run; write the value"),
  ]

  /// The letters of a text such as `f'…'` or `r"…"`; nil for any other.
  private static func lettersBeforeQuote(_ text: String) -> String? {
    let letters = text.utf8.prefix { $0.startsWord }
    guard (1...2).contains(letters.count), letters.allSatisfy("fFrRbBuU".utf8.contains),
      text.utf8.dropFirst(letters.count).first?.isQuote == true
    else { return nil }
    return String(letters)
  }

  /// An amount with a unit, such as `10%` or `5L`.
  private static func amount(_ text: String, at offset: Int) -> LanguageProblem? {
    let digits = text.utf8.prefix {
      $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
    }
    guard !digits.isEmpty, let number = String(digits) else { return nil }
    let unit = trimmed(String(text.dropFirst(number.count)))
    let place = offset + digits.count
    switch unit.lowercased() {
    case "%":
      return LanguageProblem(
        "a number has no unit",
        fix: "write \(number) for a percentage, and the part of 1 for a fraction",
        at: place)
    case "k": return thousands(number, "000", at: place)
    case "l", "lakh": return thousands(number, "_00_000", at: place)
    case "cr", "crore": return thousands(number, "_00_00_000", at: place)
    default: return nil
    }
  }

  private static func thousands(
    _ number: String, _ zeros: String, at place: Int
  ) -> LanguageProblem {
    let isWhole = number.utf8.allSatisfy(\.isDigit)
    return LanguageProblem(
      "a number has no unit",
      fix: isWhole ? "write \(number)\(zeros)" : "write the number out, as in 5_00_000", at: place)
  }

  private static func trimmed(_ text: String) -> String {
    String(decoding: text.utf8.filter { !$0.isBlank }, as: UTF8.self)
  }
}
