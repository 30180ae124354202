import CommandLineKit
import Expressions
import Scalars

extension Explanation {
  /// The verdict with the part of the condition that decided and the values in it.
  ///
  /// For example `not passed: strike > 24000 is false (strike is 23950)`.
  func sentence(_ values: [Value], of expression: Expression) -> String {
    let decisive = parts.filter(\.isDecisive)
    let passed = decisive.allSatisfy { $0.outcome == .holds }
    let reasons = decisive.map { part in
      let fields = part.fields.map { slot in
        "\(expression.fields[slot].path) is \(values[slot].quoted)"
      }
      let outcome = "\(part.text) is \(part.outcome.word)"
      return fields.isEmpty ? outcome : "\(outcome) (\(fields.joined(separator: ", ")))"
    }
    return "\(passed ? "passed" : "not passed"): \(reasons.joined(separator: "; "))"
  }
}

extension Explanation.Outcome {
  /// The outcome as an expression writes it.
  fileprivate var word: String {
    switch self {
    case .holds: "true"
    case .fails: "false"
    case .open: "null"
    case .value(let type): type.phrase
    case .error(let error): error.sentence
    }
  }
}

extension Value {
  /// The value as an expression writes it.
  fileprivate var quoted: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let number): "\(number)"
    case .time(let time): "\(time)"
    case .day(let day): "\(day)"
    case .text(let text): ForeignText.quoted(text.description)
    case .other: "a list or an object"
    case .failure: "of another type"
    }
  }
}
