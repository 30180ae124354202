import Expressions
import Records

/// A condition on the declared fields of records, compiled once for all workers.
struct Question: Sendable {
  let expression: Expression

  /// Compiles a condition.
  init(_ condition: String, assumingIST: Bool) throws(ExpressionError) {
    expression = try Expression(
      condition, expecting: .boolean, assumingIST: assumingIST, schema: Self.declaration)
  }

  /// The paths of the fields that it reads, in the order of their slots.
  var paths: [[String]] { expression.fields.map(\.path.names) }

  /// The fields that no record had; `seen` says for each worker which ones its records had.
  func fieldsNeverSeen(_ seen: [[Bool]]) -> [String] {
    expression.fields.indices
      .filter { slot in !seen.contains { $0[slot] } }
      .map { expression.fields[$0].path.description }
  }

  /// What a field is to an expression; nil for a field that is the user's own.
  private static func declaration(_ path: FieldPath) -> FieldDeclaration? {
    guard path.names.count == 1, let field = Records.Field.named(path.names[0]) else { return nil }
    return FieldDeclaration(type(of: field), words: words(of: field))
  }

  private static func type(of field: Records.Field) -> ValueType {
    switch field.type {
    case .text, .symbol, .choice: .text
    case .price, .strike, .money, .number, .quantity, .integer: .number
    case .time: .time
    case .day: .day
    case .boolean: .boolean
    case .list, .object: .other
    }
  }

  /// The words of a field that can hold no others; users have kinds of records of their own.
  private static func words(of field: Records.Field) -> [FieldDeclaration.Word] {
    guard case .choice(let choices) = field.type, field.name != "kind" else { return [] }
    return choices.map { FieldDeclaration.Word($0.word, otherSpellings: $0.spellings) }
  }
}
