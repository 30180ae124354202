import CommandLineKit
import Foundation
import Testing

@Suite struct DiagnosticTests {
  private let whole = Diagnostic(
    command: "pick", file: "rows.jsonl", line: 3, column: 7, field: "strike", code: "number",
    "expected a number above 0, got \"abc\"", hint: "line skipped")

  @Test func textIsOneLine() {
    #expect(
      whole.text(program: "orchard")
        == "orchard pick: rows.jsonl:3:7: field 'strike': expected a number above 0, got \"abc\"; "
        + "line skipped")
  }

  @Test func textLeavesOutWhatIsNotKnown() {
    #expect(Diagnostic(code: "x", "no").text(program: "orchard") == "orchard: no")
    #expect(
      Diagnostic(.warning, command: "pick", file: "f", column: 2, code: "x", "no")
        .text(program: "orchard") == "orchard pick: f: warning: no")
    #expect(
      Diagnostic(.note, file: "f", line: 2, code: "x", "no").text(program: "orchard")
        == "orchard: f:2: note: no")
  }

  @Test func textNeverDisturbsATerminal() {
    let text = Diagnostic(file: "a\u{1B}]0;x\u{7}\n", field: "\u{202E}b", code: "x", "₹5")
      .text(program: "orchard")
    #expect(text == #"orchard: a\u{1b}]0;x\u{7}\u{a}: field '\u{202e}b': ₹5"#)
  }

  @Test func jsonHasTheKeysInTheirOrder() {
    #expect(
      whole.json()
        == #"{"level":"error","command":"pick","file":"rows.jsonl","line":3,"column":7,"#
        + #""field":"strike","code":"number","#
        + #""message":"expected a number above 0, got \"abc\"","hint":"line skipped"}"#)
    #expect(
      Diagnostic(.note, code: "x", "no").json() == #"{"level":"note","code":"x","message":"no"}"#)
  }

  @Test(arguments: ["\u{0}\n\t\"\\/", "\u{7F}\u{9B}\u{2028}", "\u{202E}\u{E0041}", "₹ हिन्दी 漢 🙂"])
  func jsonReadsBack(text: String) throws {
    let json = Diagnostic(file: text, code: "x", text).json()
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["message"] as? String == text)
    #expect(object?["file"] as? String == text)
    let dangerous = json.unicodeScalars.filter {
      $0.value < 0x20 || (0x7F...0x9F).contains($0.value)
    }
    #expect(dangerous.isEmpty)
  }
}
