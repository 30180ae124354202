/// Escapes plain text for the typesetting language of manual pages.
enum Roff {
  /// The text with every character standing for itself.
  ///
  /// A hyphen becomes a minus sign, so that an option can be copied out of the page.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\"": result += "\\(dq"
      case " "..."~": result.unicodeScalars.append(scalar)
      default:
        let digits = ForeignText.hexadecimal(scalar.value, digits: 4).uppercased()
        result += "\\[u\(digits)]"
      }
    }
  }

  /// The text as one argument of a macro, which is taken neither for a macro nor for punctuation.
  static func argument(_ text: String) -> String {
    let escaped = escaped(text)
    let isPunctuation = text.count <= 1 && !text.allSatisfy { $0.isLetter || $0.isNumber }
    let isMacroLike =
      (2...3).contains(text.utf8.count) && text.first?.isUppercase == true
      && text.dropFirst().first?.isLowercase == true
    let guarded = isPunctuation || isMacroLike ? "\\&" + escaped : escaped
    return guarded.contains(" ") ? "\"\(guarded)\"" : guarded
  }

  /// The text as lines of running text: each sentence on a new line, none over 78 bytes if it can
  /// be helped, none that begins like a macro.
  static func lines(_ text: String) -> String {
    sentences(text).flatMap { escaped($0).wrapped(toWidth: 78) }
      .map { ($0.hasPrefix(".") ? "\\&" : "") + $0 + "\n" }.joined()
  }

  private static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var sentence: [Substring] = []
    for word in text.split(separator: " ") {
      let endsBefore = sentence.last.map { $0.hasSuffix(".") || $0.hasSuffix("?") } ?? false
      if endsBefore, word.first?.isUppercase == true {
        sentences.append(sentence.joined(separator: " "))
        sentence = []
      }
      sentence.append(word)
    }
    return sentences + [sentence.joined(separator: " ")]
  }
}
