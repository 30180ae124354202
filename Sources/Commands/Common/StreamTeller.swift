import CommandLineKit
import Files
import Records
import Streams

/// Turns what happens to a stream into messages, a table and a progress bar.
final class StreamTeller: StreamListener {
  private let command: String
  private let log: DiagnosticLog
  private let isVerbose: Bool
  private let errors: TerminalFacts
  private let progressChoice: ProgressBar.Choice
  private var table: RecordTable
  private var progress: ProgressBar?
  private var fieldsLeftOut: Set<String> = []
  /// The warnings that are said once and were.
  private var saidWarnings: Set<String> = []
  private let output: TerminalFacts
  private let inputCount: Int
  /// How many bytes were read of the inputs before the present one.
  private var consumedBefore = 0
  private var presentInput: (index: Int, consumed: Int) = (0, 0)
  private let start = MonotonicClock.seconds
  private var counts: [Count] = []

  /// What became of the records of one input.
  private struct Count {
    let input: InputFacts
    var handled = 0
    var rejected = 0
  }

  init(command: String, common: CommonOptions, inputCount: Int, surroundings: Surroundings) {
    self.inputCount = inputCount
    output = surroundings.output(common)
    self.command = command
    log = surroundings.log(common)
    isVerbose = common.isVerbose
    errors = surroundings.errors(common)
    progressChoice = common.isQuiet ? .never : common.progress
    table = RecordTable(output)
  }

  func began(_ input: InputFacts) {
    counts.append(Count(input: input))
    guard isVerbose, let format = input.format else { return }
    say(
      Diagnostic(
        .note, command: command, file: input.name, code: "format",
        format.name + (input.packing.map { ", \($0)" } ?? "")))
  }

  func rejected(_ problem: RecordProblem, line: Int, column: Int?, of input: InputFacts) {
    say(Diagnostic(problem, command: command, file: input.name, line: line, column: column))
    if !counts.isEmpty { counts[counts.count - 1].rejected += 1 }
  }

  func explained(_ text: String, line: Int, of input: InputFacts) {
    progress?.erase()
    log.say(
      Diagnostic(.note, command: command, file: input.name, line: line, code: "explain", text))
  }

  func warned(_ warning: RecordWarning, line: Int, of input: InputFacts) {
    // Every worker meets what is general for itself. Past so many nobody reads them, and they would take
    // memory.
    if warning.isGeneral, saidWarnings.count < 4096 {
      guard saidWarnings.insert(warning.message).inserted else { return }
    }
    say(Diagnostic(warning, command: command, file: input.name, line: line))
  }

  func leftOut(field: String, line: Int, of input: InputFacts) {
    guard fieldsLeftOut.insert(field).inserted else { return }
    say(
      Diagnostic(
        .warning, command: command, file: input.name, line: line, field: field, code: "left-out",
        "the columns, which the first record decided, have no place for this field",
        hint: "choose columns with --fields, or use --format jsonl"))
  }

  func writes() {
    if output.isTerminal { progress?.erase() }
  }

  func failed(_ failure: StreamFailure, of input: InputFacts) {
    switch failure {
    case .format(let problem): say(Diagnostic(problem, command: command, file: input.name))
    case .file(let error): say(Diagnostic(error, command: command))
    }
  }

  func advanced(_ input: InputFacts, consumed: Int, size: Int?, handled: Int) {
    if let last = counts.indices.last {
      let before = counts.dropLast().reduce(0) { $0 + $1.handled }
      counts[last].handled = handled - before
    }
    guard progressChoice.isShown(on: errors) else { return }
    if presentInput.index != input.index { consumedBefore += presentInput.consumed }
    presentInput = (input.index, consumed)
    if progress == nil {
      // The size of one input says nothing of the others.
      progress = ProgressBar(
        command, total: inputCount == 1 ? size : nil, terminal: errors, write: StandardError.write)
    }
    progress?.update(
      done: consumedBefore + consumed, records: handled, seconds: MonotonicClock.seconds - start)
  }

  func layOut(_ rows: [[String]], columns: [String]) -> String {
    progress?.erase()
    return table.text(rows, titles: columns)
  }

  /// Warns that no record had these fields; most likely their names are misspelt.
  ///
  /// In an expression such a name may also be a text that lost its quotes.
  func warn(aboutFieldsNeverSeen names: [String], ofExpression: Bool) {
    for name in names {
      say(
        Diagnostic(
          .warning, command: command, field: name, code: "never-seen",
          "no record has this field", hint: Field.hint(forNeverSeen: name, mayBeText: ofExpression))
      )
    }
  }

  /// Says that the work ended before the input did.
  func warn(ofGivingUpBy option: String) {
    say(
      Diagnostic(
        .warning, command: command, code: "gave-up",
        "stopped here because of \(option); what follows was not read, and a file that was to be replaced stays as it was"
      ))
  }

  /// Says what there is to say at the end.
  func end() {
    progress?.erase()
    if !table.omittedTitles.isEmpty {
      say(
        Diagnostic(
          .note, command: command, code: "narrow",
          "no room for \(table.omittedTitles.joined(separator: ", "))",
          hint: "choose columns with --fields"))
    }
    log.finish()
    for count in counts where count.rejected > 0 {
      log.total(
        command: command, file: count.input.name, rejected: count.rejected,
        of: count.rejected + count.handled, unit: "records")
    }
  }

  private func say(_ diagnostic: Diagnostic) {
    progress?.erase()
    if isVerbose { log.say(diagnostic) } else { log.report(diagnostic) }
  }
}
