import Files
import Foundation
import Records
import Scalars
import Streams
import TestSupport

/// Lets records pass whose field `n` is not negative.
struct NotNegative: RecordWork {
  let slots = FieldSlots([["n"]])
  var explains = false
  var keepsAll = false
  private var last = ""

  init(explains: Bool = false, keepsAll: Bool = false) {
    self.explains = explains
    self.keepsAll = keepsAll
  }

  mutating func takes(
    _ reader: inout RecordReader, adding added: inout AddedFields
  ) throws(RecordProblem) -> Verdict {
    guard case .number(let number) = try reader.reading(0) else { return .dropped }
    last = number.description
    if last.hasPrefix("-") { return keepsAll ? .kept : .dropped }
    return .passed
  }

  var findings: Void { () }

  mutating func explanation(_ reader: inout RecordReader) -> String? {
    explains ? last : nil
  }
}

/// Writes down what a stream tells.
final class Notes: StreamListener {
  var lines: [String] = []

  /// Where each rejected record was at fault.
  var places: [String] = []

  func rejected(_ problem: RecordProblem, line: Int, column: Int?, of input: InputFacts) {
    lines.append("\(input.index):\(line): \(problem.fault.code)")
    places.append("\(line):\(column ?? 0)")
  }

  func explained(_ text: String, line: Int, of input: InputFacts) {
    lines.append("\(input.index):\(line): = \(text)")
  }

  func warned(_ warning: RecordWarning, line: Int, of input: InputFacts) {
    lines.append("\(input.index):\(line): warning \(warning.code)")
  }

  func leftOut(field: String, line: Int, of input: InputFacts) {
    lines.append("\(input.index):\(line): without \(field)")
  }

  func writes() {}

  func failed(_ failure: StreamFailure, of input: InputFacts) {
    switch failure {
    case .format(let problem): lines.append("\(input.index): \(problem.code)")
    case .file(let error): lines.append("\(input.index): \(error.exitClass)")
    }
  }

  func began(_ input: InputFacts) {}

  func advanced(_ input: InputFacts, consumed: Int, size: Int?, handled: Int) {}

  func layOut(_ rows: [[String]], columns: [String]) -> String {
    rows.map { $0.joined(separator: " | ") + "\n" }.joined()
  }
}

/// What a stream came to.
struct Run: Equatable {
  var output: String?
  var rejects = ""
  var notes: [String]
  var handled: Int
  var rejected: Int
  var written: Int
  var neverSeen: [Bool] = []
  var places: [String] = []
}

/// Runs a stream over these inputs and collects all that comes of it.
func run(
  _ inputs: [[UInt8]], _ change: (inout StreamPlan) -> Void = { _ in }, explains: Bool = false,
  keepsAll: Bool = false
) throws -> Run {
  let scratch = try Scratch()
  var plan = StreamPlan()
  plan.inputs = try inputs.enumerated().map { try scratch.put("in\($0.offset)", $0.element) }
  change(&plan)
  let notes = Notes()
  let output = scratch("out")
  let rejects = scratch("rejects")
  let outcome = try RecordStream.run(
    plan: plan, to: Output(path: output), rejects: Output(path: rejects), telling: notes
  ) {
    NotNegative(explains: explains, keepsAll: keepsAll)
  } closing: { totals, _ in
    "\(totals.passed)\n"
  }
  let totals = outcome.totals
  return Run(
    output: (try? scratch.text("out")),
    rejects: (try? scratch.text("rejects")) ?? "",
    notes: notes.lines, handled: totals.handled, rejected: totals.rejected,
    written: totals.written, neverSeen: outcome.neverSeen, places: notes.places)
}

func run(_ text: String, _ change: (inout StreamPlan) -> Void = { _ in }) throws -> Run {
  try run([Array(text.utf8)], change)
}
