import Foundation
import TestSupport
import Testing

/// The examples of the README say what the program says.
@Suite struct ReadmeTests {
  /// A command of a console block and what must stand under it.
  struct Example: Sendable, CustomTestStringConvertible {
    let line: String
    var output: [String] = []

    var testDescription: String { line }
  }

  static let examples: [Example] = {
    var examples: [Example] = []
    var isConsole = false
    for line in ((try? Checkout.text("README.md")) ?? "").components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
      } else if isConsole, line.hasPrefix("$ ") {
        examples.append(Example(line: String(line.dropFirst(2))))
      } else if isConsole, !examples.isEmpty {
        examples[examples.count - 1].output.append(line)
      }
    }
    return examples
  }()

  @Test(arguments: examples)
  func saysWhatTheReadmeShows(_ example: Example) throws {
    let result = try Program.shell(example.line)
    // The two streams come in no order that can be relied on; each keeps its own.
    let shown = example.output
    let said = Set(result.outputText.lines + result.errorText.lines)
    #expect(Set(shown) == said)
    #expect(shown.filter(Set(result.outputText.lines).contains) == result.outputText.lines)
    #expect(shown.filter(Set(result.errorText.lines).contains) == result.errorText.lines)
  }

  @Test func thereAreExamples() {
    #expect(Self.examples.count >= 8)
  }
}

extension String {
  fileprivate var lines: [String] {
    isEmpty ? [] : (hasSuffix("\n") ? String(dropLast()) : self).components(separatedBy: "\n")
  }
}
