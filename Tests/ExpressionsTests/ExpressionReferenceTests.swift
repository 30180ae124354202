import Expressions
import Testing

@Suite struct ExpressionReferenceTests {
  private static var all: [ExpressionReference.Entry] {
    ExpressionReference.functions + ExpressionReference.operators.joined()
      + ExpressionReference.literals
  }

  @Test func saysOneSentenceOfEach() {
    for entry in Self.all {
      #expect(!entry.form.isEmpty)
      #expect(entry.summary.hasSuffix("."), "\(entry.form)")
      #expect(!entry.summary.contains("\n"), "\(entry.form)")
    }
  }

  /// Every form is an expression of the type that it says, when the names have such types.
  @Test func showsFormsThatCompile() throws {
    let types: [String: ValueType] = [
      "ts": .time, "p": .boolean, "q": .boolean, "text": .text, "prefix": .text, "suffix": .text,
      "part": .text, "x": .number, "decimals": .number, "a": .number, "b": .number, "c": .number,
    ]
    let forms = ExpressionReference.functions + ExpressionReference.operators.joined()
    for entry in forms {
      for form in Self.alternatives(of: entry.form) {
        #expect(try Expression(form, types: types).resultType == entry.result, "\(form)")
      }
    }
  }

  @Test func namesEveryFunction() {
    let names = ExpressionReference.functions.map { $0.form.prefix { $0 != "(" } }
    #expect(
      names == [
        "min", "max", "abs", "round", "floor", "ceil", "hour", "minute", "date", "startswith",
        "endswith", "contains",
      ])
  }

  /// The ways to write a form: `f(x[, y])` with and without y, `f(a, ...)` as `f(a)`, and each of
  /// `a < b, a > b`.
  private static func alternatives(of form: String) -> [String] {
    if form.contains("[, ") {
      return [
        form.prefix { $0 != "[" } + ")",
        form.replacing("[, ", with: ", ").replacing("]", with: ""),
      ].map { String($0) }
    }
    if form.contains("(") { return [form.replacing(", ...", with: "")] }
    if form.contains(" in ") {
      return form.replacing("], ", with: "]|").split(separator: "|").map(String.init)
    }
    return form.replacing(", ", with: "|").split(separator: "|").map(String.init)
  }
}
