internal import Scalars

/// What a broker says in words, and what can be told from them.
struct AnswerText {
  private let text: String
  private let words: String

  /// The most bytes that are quoted.
  private static let longestQuote = 200

  init(_ bytes: [UInt8]) {
    text = String(decoding: bytes, as: UTF8.self)
    words = text.lowercased()
  }

  /// Whether it is a page for a browser.
  var isPage: Bool { words.drop { $0.isWhitespace }.hasPrefix("<") }

  /// Whether it says that something was asked for too often.
  var concernsRate: Bool {
    ["exceeding", "access rate", "rate limit"].contains { words.contains(text: $0) }
  }

  /// Whether it says that the address is not accepted that the call came from.
  var concernsAddress: Bool {
    words.contains(text: "static") || words.contains(text: "whitelist")
      || words.split { !$0.isLetter && !$0.isNumber }.contains("ip")
  }

  /// Its beginning, in one line; of a page that what is to be read on it.
  var excerpt: String {
    guard !isPage else { return page }
    let start = String(decoding: text.utf8.prefix(Self.longestQuote), as: UTF8.self)
    let line = start.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    return String(String.UnicodeScalarView(line))
  }

  private var page: String {
    var seen = ""
    var isTag = false
    for scalar in text.unicodeScalars.prefix(20 * Self.longestQuote) {
      if scalar == "<" {
        isTag = true
        seen += " "
      } else if scalar == ">" {
        isTag = false
      } else if !isTag {
        seen.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
      }
    }
    let words = seen.split(separator: " ").joined(separator: " ").utf8.prefix(Self.longestQuote)
    return words.isEmpty
      ? "an empty web page" : "a web page: \(String(decoding: words, as: UTF8.self))"
  }
}
