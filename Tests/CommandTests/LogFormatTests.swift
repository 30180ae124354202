import Foundation
import TestSupport
import Testing

/// Messages take the form that the command line or the environment asks for, also those that are
/// written before any option is settled.
@Suite struct LogFormatTests {
  static let lines = [
    "filter", "filter --nope", "filter --where 'strike = 1'", "filter --where 'strike'", "fliter",
    "filter --where true --output nowhere/out", "filter --where true --rejects nowhere/out",
  ]

  /// The codes of the messages; nil where a line is no JSON object.
  private func codes(_ text: String) -> [String?] {
    text.split(separator: "\n").map { line in
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return object?["code"] as? String
    }
  }

  @Test(arguments: lines)
  func theVariableIsHeeded(line: String) throws {
    let result = try Program.shell("ANGELX_LOG_FORMAT=json angelx \(line)")
    let codes = codes(result.errorText)
    #expect(codes.count == 1 && codes.first != .some(nil), "\(result.errorText)")
  }

  @Test(arguments: lines)
  func theCommandLineIsHeededFirst(line: String) throws {
    let json = try Program.shell("ANGELX_LOG_FORMAT=text angelx \(line) --log-format json")
    #expect(!codes(json.errorText).contains(nil), "\(json.errorText)")
    let text = try Program.shell("ANGELX_LOG_FORMAT=json angelx \(line) --log-format=text")
    #expect(text.errorText.hasPrefix("angelx"))
  }

  @Test(arguments: ["xml", ""])
  func whatIsNoFormatIsText(value: String) throws {
    let result = try Program.shell("ANGELX_LOG_FORMAT=\(value) angelx filter --nope")
    #expect(result.errorText.hasPrefix("angelx filter: unknown option --nope"))
  }
}
