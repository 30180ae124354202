import CommandLineKit
import Configuration
import Files

/// Writes what there is to say of a configuration: lines for people, or records.
struct FindingReport {
  private let common: CommonOptions
  private let surroundings: Surroundings
  /// Whether a warning counts as an error.
  private let isStrict: Bool

  init(_ common: CommonOptions, _ surroundings: Surroundings, isStrict: Bool = false) {
    self.common = common
    self.surroundings = surroundings
    self.isStrict = isStrict
  }

  /// Writes findings, the worst first.
  func write(_ findings: [Finding]) throws {
    guard common.format == nil else {
      try RecordReport(ValidateConfig.facts.name, common, surroundings).write(
        Self.records(findings), shown: ["severity", "place", "key", "message", "fix"],
        leastTelling: ["fix", "place"])
      return
    }
    let terminal = surroundings.output(common)
    var output = try Output(path: common.output?.path ?? "-")
    try output.write(shown(findings, terminal).map { line($0, terminal) }.joined())
    try output.finish()
  }

  /// Of a sound configuration nothing is said but to a person: a job that runs every morning is silent.
  private func shown(_ findings: [Finding], _ terminal: TerminalFacts) -> [Finding] {
    if common.isQuiet {
      return findings.filter { $0.severity == .error || isStrict && $0.severity == .warning }
    }
    if terminal.isTerminal || common.isVerbose { return findings }
    return findings.filter { $0.severity != .note }
  }

  private func line(_ finding: Finding, _ terminal: TerminalFacts) -> String {
    let ink: Ink =
      switch finding.severity {
      case .error: .red
      case .warning: .yellow
      case .note: .dim
      }
    let place = finding.place.map { ForeignText.printable($0.description) }
    let parts = [
      place ?? (finding.key == nil ? nil : "built-in default"),
      terminal.style.paint(finding.severity.rawValue, ink),
      finding.key.map { terminal.style.paint($0, .bold) },
      ForeignText.printable(finding.message),
    ].compactMap(\.self)
    let line =
      parts.joined(separator: ": ") + (finding.fix.map { "; \(ForeignText.printable($0))" } ?? "")
    return line + "\n"
  }

  private static func records(_ findings: [Finding]) -> MadeRecords {
    var records = MadeRecords([
      .init("kind"), .init("severity"), .init("rule"), .init("file"), .init("line"),
      .init("column"), .init("place"), .init("key"), .init("message"), .init("fix"),
    ])
    for finding in findings {
      records.add([
        .text("config_finding"), .text(finding.severity.rawValue), .text(finding.rule),
        .orNull(finding.place?.file), .orNull(finding.place?.line),
        .orNull(finding.place?.column), .orNull(finding.place?.description), .orNull(finding.key),
        .text(finding.message), .orNull(finding.fix),
      ])
    }
    return records
  }
}

extension MadeRecords.Value {
  /// A text, or null where there is none.
  static func orNull(_ text: String?) -> Self { text.map { .text($0) } ?? .null }

  /// A whole number, or null where there is none.
  static func orNull(_ number: Int?) -> Self { number.map { .whole(Int64($0)) } ?? .null }
}
