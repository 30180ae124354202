import Expressions
import Testing

@Suite struct ExplanationTests {
  private func explanation(
    of source: String, _ record: [String: Sample]
  ) throws -> (Explanation, [String]) {
    let expression = try Expression(source, types: [:])
    let names = expression.fields.map(\.path.description)
    let slots = try Slots(names.map { record[$0] ?? .null })
    return (expression.explanation(slots.values.span), names)
  }

  @Test(
    arguments: [
      (["a": 1, "b": 1, "c": 1], [.holds, .holds, .holds], [true, true, true]),
      (["a": 1, "b": 0, "c": 0], [.holds, .fails, .fails], [false, true, false]),
      (["a": 1, "b": nil, "c": 1], [.holds, .open, .holds], [false, true, false]),
      (["a": nil, "b": nil, "c": 0], [.open, .open, .fails], [false, false, true]),
    ] as [([String: Sample], [Explanation.Outcome], [Bool])])
  func saysWhichConditionDecided(
    record: [String: Sample], outcomes: [Explanation.Outcome], decisive: [Bool]
  ) throws {
    let (explanation, _) = try explanation(of: "a > 0 and b > 0 and c > 0", record)
    #expect(explanation.connective == .all)
    #expect(explanation.parts.map(\.text) == ["a > 0", "b > 0", "c > 0"])
    #expect(explanation.parts.map(\.outcome) == outcomes)
    #expect(explanation.parts.map(\.isDecisive) == decisive)
  }

  @Test(
    arguments: [
      (["a": 0, "b": 1], [.fails, .holds], [false, true]),
      (["a": 0, "b": 0], [.fails, .fails], [true, true]),
      (["a": nil, "b": 0], [.open, .fails], [true, false]),
    ] as [([String: Sample], [Explanation.Outcome], [Bool])])
  func saysWhichAlternativeDecided(
    record: [String: Sample], outcomes: [Explanation.Outcome], decisive: [Bool]
  ) throws {
    let (explanation, _) = try explanation(of: "a > 0 or (b > 0)", record)
    #expect(explanation.connective == .any)
    #expect(explanation.parts.map(\.text) == ["a > 0", "(b > 0)"])
    #expect(explanation.parts.map(\.outcome) == outcomes)
    #expect(explanation.parts.map(\.isDecisive) == decisive)
  }

  @Test func namesTheFieldsOfEachPart() throws {
    let (explanation, names) = try explanation(of: "a > b and (c + a > 1 or c < a) and 1 < 2", [:])
    let fields = explanation.parts.map { part in part.fields.map { names[$0] } }
    #expect(fields == [["a", "b"], ["c", "a"], []])
  }

  @Test func explainsASinglePart() throws {
    let (explanation, _) = try explanation(of: "not (a > 0)", ["a": 1])
    #expect(explanation.connective == nil)
    #expect(explanation.parts.map(\.text) == ["not (a > 0)"])
    #expect(explanation.parts.map(\.outcome) == [.fails])
    #expect(explanation.parts.map(\.isDecisive) == [true])
  }

  @Test func showsFailuresAndOtherValues() throws {
    let (failed, _) = try explanation(of: "a > 0 and b", ["a": "x", "b": 5])
    guard case .error(let error) = failed.parts[0].outcome else {
      Issue.record("no error")
      return
    }
    #expect(error.column == 3)
    #expect(failed.parts[1].outcome == .value(.number))
    #expect(failed.parts.map(\.isDecisive) == [true, false])
  }
}
