/// Writes messages, a few of each kind, and counts the rest.
///
/// Ten messages of one code are written for a file; `finish` says how many more there were. The
/// log belongs to one thread.
package final class DiagnosticLog {
  /// How messages are written.
  package enum Format: String, CaseIterable, ArgumentValue {
    case text, json
  }

  /// How many messages of one code are written for a file.
  package static let limit = 10

  private struct Kind: Hashable {
    let file: String?
    let code: String
  }

  private let program: String
  private let format: Format
  private let leastLevel: Diagnostic.Level
  private let write: (String) -> Void
  private let keep: ((Diagnostic) -> Void)?
  private var counts: [Kind: Int] = [:]
  private var overflowing: [(kind: Kind, last: Diagnostic)] = []

  /// Creates a log that hands whole lines, newline included, to `write`.
  ///
  /// - Parameters:
  ///   - leastLevel: What is less grave is not written.
  ///   - keep: Puts down what is written in a second place.
  package init(
    program: String, format: Format, leastLevel: Diagnostic.Level = .note,
    keep: ((Diagnostic) -> Void)? = nil, write: @escaping (String) -> Void
  ) {
    self.program = program
    self.format = format
    self.leastLevel = leastLevel
    self.write = write
    self.keep = keep
  }

  /// Counts a message, and writes it unless there were enough of its kind.
  package func report(_ diagnostic: Diagnostic) {
    guard diagnostic.level.gravity >= leastLevel.gravity else { return }
    let kind = Kind(file: diagnostic.file, code: diagnostic.code)
    let count = counts[kind, default: 0] + 1
    counts[kind] = count
    if count <= Self.limit {
      writeLine(diagnostic)
    } else if count == Self.limit + 1 {
      overflowing.append((kind, diagnostic))
    }
  }

  /// Writes a message that was asked for by itself: it is neither counted nor left out.
  package func say(_ diagnostic: Diagnostic) {
    writeLine(diagnostic)
  }

  /// Writes how many messages were left out, kind by kind, and starts counting them anew.
  package func finish() {
    for (kind, example) in overflowing {
      let more = counts[kind, default: 0] - Self.limit
      writeLine(
        Diagnostic(
          example.level, command: example.command, file: kind.file, code: kind.code,
          "… and \(more) more like this"))
    }
    overflowing = []
    counts = [:]
  }

  /// Writes the last word on a file: `rows.jsonl: 3 of 500 lines rejected, 497 handled`.
  package func total(
    command: String?, file: String, rejected: Int, of all: Int, unit: String = "lines"
  ) {
    let message = "\(rejected) of \(all) \(unit) rejected, \(all - rejected) handled"
    writeLine(
      Diagnostic(
        rejected > 0 ? .error : .note, command: command, file: file, code: "total", message))
  }

  private func writeLine(_ diagnostic: Diagnostic) {
    switch format {
    case .text: write(diagnostic.text(program: program) + "\n")
    case .json: write(diagnostic.json() + "\n")
    }
    keep?(diagnostic)
  }
}

extension Diagnostic.Level {
  /// A number that is higher the graver the level.
  fileprivate var gravity: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .note: 0
    }
  }
}
