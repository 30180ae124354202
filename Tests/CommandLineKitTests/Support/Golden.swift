import Foundation
import Testing

/// Compares a text with a file in `Golden`; `ANGELX_RECORD=1` writes it where it differs, and fails.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden").appending(path: name)
  let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  if ProcessInfo.processInfo.environment["ANGELX_RECORD"] == "1", text != expected {
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name); read the difference before you commit it")
    return
  }
  #expect(
    text == expected, "Golden/\(name) differs; if it should, run with ANGELX_RECORD=1",
    sourceLocation: sourceLocation)
}
