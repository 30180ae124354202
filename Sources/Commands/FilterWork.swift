import Expressions
import Records
import Streams

/// Asks of each record whether a condition holds.
struct FilterWork: RecordWork {
  let slots: FieldSlots
  let addedFields: [AddedField]
  let firstAddedSlot: Int
  /// Which fields of the condition some record had.
  private(set) var findings: [Bool]

  private let expression: Expression
  private let keepsAll: Bool
  private let explains: Bool
  private var values: [Value]

  init(_ question: Question, keepsAll: Bool, explains: Bool) {
    expression = question.expression
    addedFields = keepsAll ? ["passed"] : []
    slots = FieldSlots(question.paths + addedFields.map { [$0.name] })
    firstAddedSlot = question.paths.count
    values = Array(repeating: .null, count: firstAddedSlot)
    findings = Array(repeating: false, count: firstAddedSlot)
    self.keepsAll = keepsAll
    self.explains = explains
  }

  mutating func takes(
    _ reader: inout RecordReader, adding added: inout AddedFields
  ) throws(RecordProblem) -> Verdict {
    for slot in values.indices {
      if !findings[slot] { findings[slot] = reader.has(slot) }
      values[slot] = Value(try reader.reading(slot))
    }
    let holds = try conditionHolds()
    if keepsAll { added.set(0, holds) }
    return holds ? .passed : keepsAll ? .kept : .dropped
  }

  /// Whether the condition holds; null is no.
  private func conditionHolds() throws(RecordProblem) -> Bool {
    switch expression.evaluate(values.span) {
    case .boolean(let holds): return holds
    case .failure(let failure):
      throw RecordProblem(.cannotBeJudged(expression.error(for: failure, in: values.span).sentence))
    default: return false
    }
  }

  mutating func explanation(_ reader: inout RecordReader) -> String? {
    guard explains else { return nil }
    let reasons = expression.explanation(values.span).sentence(values, of: expression)
    guard let kind = reader.inferredKind else { return reasons }
    let marks = kind.recognisedBy.joined(separator: ", ")
    return "\(reasons); taken for kind \(kind.name) because it has \(marks)"
  }
}

extension Value {
  /// The value of an expression's field as it was read.
  init(_ reading: FieldReading) {
    switch reading {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .number(let value): self = .number(value)
    case .text(let value): self = .text(value)
    case .time(let value): self = .time(value)
    case .day(let value): self = .day(value)
    case .other: self = .other
    }
  }
}
