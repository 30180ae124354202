import Foundation
import Testing
import Transport

/// A value that must be found nowhere, in whatever form.
enum Canary {
  static let text = "kanarie/vogel+\"7"

  private static let forms: [String] = {
    let bytes = Array(text.utf8)
    let hex = bytes.map { String(format: "%02x", $0) }.joined()
    return [
      text, "vogel", Data(bytes).base64EncodedString(), hex, hex.uppercased(), "\(bytes)",
      text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text,
      text.replacing("\"", with: "\\\""),
    ]
  }()

  /// Expects it to be nowhere in what can be made of a value.
  static func expectNone(in value: Any, _ location: SourceLocation = #_sourceLocation) {
    var dumped = ""
    dump(value, to: &dumped)
    for text in ["\(value)", String(reflecting: value), dumped] {
      for form in forms {
        #expect(!text.contains(form), "\(text)", sourceLocation: location)
      }
    }
  }
}
