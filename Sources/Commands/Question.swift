import Expressions
import Records

/// A condition on the declared fields of records, compiled once for all workers.
struct Question: Sendable {
  let expression: Expression

  /// Compiles a condition.
  init(_ condition: String, assumingIST: Bool) throws(ExpressionError) {
    expression = try Expression(
      condition, expecting: .boolean, assumingIST: assumingIST, schema: Self.type)
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
  private static func type(_ path: FieldPath) -> ValueType? {
    guard path.names.count == 1, let field = Records.Field.named(path.names[0]) else { return nil }
    switch field.type {
    case .text, .symbol, .choice: return .text
    case .price, .strike, .money, .number, .quantity, .integer: return .number
    case .time: return .time
    case .day: return .day
    case .boolean: return .boolean
    case .list, .object: return .other
    }
  }
}
