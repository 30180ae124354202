import CommandLineKit
import Commands
import Foundation
import TestSupport
import Testing

/// The manual and the completions follow from the declarations, and are kept in the checkout.
@Suite struct DocumentTests {
  static let paths = Documents.all.map(\.path)

  @Test(arguments: paths)
  func isUpToDate(path: String) throws {
    let text = try #require(Documents.all.first { $0.path == path }?.text)
    let place = Checkout.root.appending(path: path)
    let kept = try? String(contentsOf: place, encoding: .utf8)
    if GoldenCase.isRecording, kept != text {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: place, atomically: true, encoding: .utf8)
      Issue.record("recorded \(path); read the difference before you commit it")
      return
    }
    #expect(kept == text, "stale; run the tests once with ANGELX_RECORD=1")
  }

  @Test(.enabled(if: !GoldenCase.isRecording, "the files are being written"))
  func nothingElseIsKeptBesideThem() throws {
    let kept = try Checkout.files(below: "man") + Checkout.files(below: "completions")
    #expect(Set(kept) == Set(Self.paths))
  }

  @Test(
    .enabled(if: Program.isInstalled("mandoc"), "mandoc is not installed"),
    arguments: paths.filter { $0.hasPrefix("man/") })
  func theManualIsCleanToItsLinter(path: String) throws {
    let mandoc = try #require(Program.path(of: "mandoc"))
    let text = try #require(Documents.all.first { $0.path == path }?.text)
    // Links to pages that are not installed are no mistakes of the page.
    let result = try Program.run(
      mandoc, ["-T", "lint", "-W", "warning"], input: Array(text.utf8))
    #expect(result.outputText == "")
    #expect(result.status == 0)
  }

  @Test(.enabled(if: Program.isInstalled("bash"), "bash is not installed"))
  func bashAcceptsItsScript() throws { try expectAccepted(.bash) }

  @Test(.enabled(if: Program.isInstalled("zsh"), "zsh is not installed"))
  func zshAcceptsItsScript() throws { try expectAccepted(.zsh) }

  @Test(.enabled(if: Program.isInstalled("fish"), "fish is not installed"))
  func fishAcceptsItsScript() throws { try expectAccepted(.fish) }

  private func expectAccepted(_ shell: CompletionShell) throws {
    let scratch = try Scratch()
    let script = try scratch.put("script", Registry.program.description.completions(for: shell))
    let result = try Program.run(try #require(Program.path(of: shell.rawValue)), ["-n", script])
    #expect(result == Program.Result(output: [], errors: [], status: 0))
  }

  @Test func theDeclarationsHaveNoMistakes() {
    #expect(Registry.program.mistakes() == [])
  }

  @Test func everyCommandHasARowInTheReadme() throws {
    let readme = try Checkout.text("README.md")
    let names = Registry.program.description.shownCommands.map(\.facts.name)
    let missing = names.filter { !readme.contains("\n| `angelx \($0)` |") }
    #expect(missing == [], "the table of README.md needs a row")
  }

  static let examples = Registry.program.description.shownCommands.flatMap(\.facts.examples)

  @Test(arguments: examples.map(\.line))
  func theExamplesOfTheManualRun(line: String) throws {
    let example = try #require(Self.examples.first { $0.line == line })
    let scratch = try Scratch()
    try scratch.put("angelx.conf", try Checkout.text("Samples/angelx.conf"))
    let chain = try Checkout.text("Samples/chain.jsonl")
    try scratch.put("chain.jsonl", chain)
    for name in ["bhavcopy.csv.zip", "recording"] {
      try FileManager.default.copyItem(
        at: Checkout.root.appending(path: "Samples/\(name)"), to: scratch.url.appending(path: name))
    }
    try scratch.put("positions.jsonl", try Checkout.text("Samples/positions.jsonl"))
    let prepared = try Program.shell(
      "gzip -k chain.jsonl && angelx filter --where true --format csv chain.jsonl > chain.csv",
      in: scratch.url)
    #expect(prepared.status == 0, "\(prepared.errorText)")
    // A day of which the market's tables know everything.
    let result = try Program.shell(
      line, environment: ["ANGELX_NOW": "2026-11-20T09:00:00+05:30"], in: scratch.url)
    #expect(result.status == 0, "\(result.errorText)")
    #expect(result.errorText == "")
    #expect(result.output.isEmpty == example.isSilent)
  }
}
