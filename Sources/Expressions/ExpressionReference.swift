/// The language as data: what a manual page says of each operator and function.
public enum ExpressionReference {
  /// One operator, function or kind of literal.
  public struct Entry: Sendable {
    /// How it is written: `round(x[, decimals])`, `a < b <= c`.
    public let form: String

    /// The type that it comes to, when that is not null.
    public let result: ValueType?

    /// What it means, in one sentence.
    public let summary: String
  }

  /// The functions.
  public static let functions: [Entry] = Function.allCases.map(\.declaration).map {
    Entry(form: $0.form, result: $0.result, summary: $0.summary)
  }

  /// The operators, those that bind tightest first; entries that bind alike stand together.
  public static let operators: [[Entry]] = [
    [Entry(form: "-a", result: .number, summary: "The number with the other sign.")],
    [
      Entry(form: "a * b", result: .number, summary: "The product."),
      Entry(form: "a / b", result: .number, summary: "The quotient; null when b is 0."),
    ],
    [
      Entry(form: "a + b", result: .number, summary: "The sum."),
      Entry(form: "a - b", result: .number, summary: "The difference."),
    ],
    comparisons,
    [Entry(form: "not p", result: .boolean, summary: "True when p is false.")],
    [Entry(form: "p and q", result: .boolean, summary: "True when both are true.")],
    [Entry(form: "p or q", result: .boolean, summary: "True when at least one is true.")],
  ]

  private static let comparisons = [
    Entry(
      form: "a == b", result: .boolean,
      summary: "Whether both are the same value of the same type; null is the same as null only."),
    Entry(form: "a != b", result: .boolean, summary: "Whether they are not the same."),
    Entry(
      form: "a < b, a <= b, a > b, a >= b", result: .boolean,
      summary: "The order of two numbers, texts (byte by byte), times or days."),
    Entry(
      form: "a < b <= c", result: .boolean,
      summary: "The same as a < b and b <= c; any comparisons can be chained."),
    Entry(
      form: "a in [b, c], a not in [b, c]", result: .boolean,
      summary: "Whether a equals one of the values, or none; ( ) may stand for [ ]."),
  ]

  /// The constants.
  public static let literals: [Entry] = [
    Entry(form: "24000, 1_00_000, 2.5, 1e3", result: .number, summary: "A number, kept exactly."),
    Entry(
      form: #""CE", 'CE'"#, result: .text,
      summary: #"A text; the escapes are \\ \" \' \n \t \uXXXX."#),
    Entry(form: "true, false", result: .boolean, summary: "Also written True and False."),
    Entry(
      form: "null", result: nil,
      summary: "What a missing field holds; also written None; compare it with == or !=."),
    Entry(
      form: ValueType.time.example, result: .time, summary: "A text that stands beside a time."),
    Entry(form: ValueType.day.example, result: .day, summary: "A text that stands beside a day."),
  ]
}
