import Expressions
import Scalars

/// Numbers with signs between them, worked out by the language of conditions.
struct Arithmetic {
  /// The keys that it asks for.
  let uses: [Assignment.Use]
  private let expression: Expression
  private let start: Int

  /// Compiles a text that stands at an offset.
  init(
    _ text: String, at start: Int, names: (String) -> WrittenValue.Content?
  ) throws(LanguageProblem) {
    self.start = start
    do {
      expression = try Expression(text) { _ in FieldDeclaration(.number) }
    } catch {
      let isOfConditions = error.hint == "join two conditions with 'and' or 'or'"
      throw LanguageProblem(
        error.message,
        fix: isOfConditions ? "put a text in quotes; a line sets one value" : error.hint,
        at: start + error.offset)
    }
    var uses: [Assignment.Use] = []
    for field in expression.fields {
      let name = field.path.description
      if Key.isSensitive(name) { throw Self.secret(name, at: start + field.offset) }
      switch names(name) {
      case .number(let number)?: uses.append(Assignment.Use(key: name, value: .number(number)))
      case nil: throw Self.unknown(name, at: start + field.offset)
      case let other?:
        throw LanguageProblem(
          "\(name) is \(other.phrase), and arithmetic wants numbers", at: start + field.offset)
      }
    }
    self.uses = uses
  }

  /// What it comes to.
  func value() throws(LanguageProblem) -> WrittenValue.Content {
    let slots = uses.map { use in
      if case .number(let number) = use.value { Value.number(number) } else { Value.null }
    }
    let value = expression.evaluate(slots.span)
    switch value {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text.description)
    case .null:
      throw LanguageProblem(
        "the arithmetic has no result", fix: "nothing is divided by zero or becomes too large",
        at: start)
    case .failure(let failure):
      let error = expression.error(for: failure)
      throw LanguageProblem(error.message, fix: error.hint, at: start + error.offset)
    case .boolean, .time, .day, .other:
      throw LanguageProblem(
        "a comparison is no value here", fix: "write True or False", at: start)
    }
  }

  /// The problem of a name that nothing above has given a value.
  static func unknown(_ name: String, at offset: Int) -> LanguageProblem {
    let words = [
      "yes": "True", "on": "True", "true": "True", "no": "False", "off": "False", "false": "False",
      "null": "None", "nil": "None", "none": "None",
    ]
    let near = nearest(to: name, in: Key.all.map(\.name)).map { "did you mean '\($0)'?" }
    let meant = words[name.lowercased()].map { "write \($0)" }
    return LanguageProblem(
      "\(quoted(name)) is not set above this line",
      fix: meant ?? near
        ?? "put a text in quotes, as in '\(printable(name))', and a key above those that use it",
      at: offset)
  }

  /// The problem of a secret that is used for something else, where it would be shown.
  static func secret(_ name: String, at offset: Int) -> LanguageProblem {
    LanguageProblem(
      "\(quoted(name)) holds a secret, and is not used in other values",
      fix: "set it where it is needed", at: offset)
  }
}
