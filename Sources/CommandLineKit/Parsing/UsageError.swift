/// What can be wrong with a command line, or with an option's value from elsewhere.
package enum UsageError: Error, Equatable, CustomStringConvertible {
  /// No command has this name.
  case unknownCommand(String, nearest: String?)
  /// The command has no such option; `owners` are the commands that have it.
  case unknownOption(String, nearest: String?, owners: [String])
  /// An option stands before the name of the command.
  case optionBeforeCommand(String)
  /// An option stands without the value that it needs.
  ///
  /// `long` is its long name, and `mistaken` the next word, if that is an option as well.
  case missingValue(option: String, long: String, valueName: String, mistaken: String?)
  /// A value stands behind a letter and an equals sign; `instead` is how it is written.
  case equalsSign(behind: String, instead: String)
  /// An option that takes one value got several.
  case repeated(option: String, values: [String])
  /// A value is not what its parameter takes.
  case badValue(of: String, word: String, wanted: String, nearest: String?)
  /// A required option or positional is not there.
  case missing(String)
  /// There are more positionals than the command takes.
  case excess([String])
  /// Each option is right, but not together; thrown by commands.
  case combination(String)

  package var description: String {
    switch self {
    case .unknownCommand(let name, let nearest):
      "unknown command \(Self.shown(name))" + Self.meant(nearest)
    case .unknownOption(let option, let nearest, let owners) where owners.isEmpty:
      "unknown option \(Self.shown(option))" + Self.meant(nearest)
    case .unknownOption(let option, _, let owners):
      "unknown option \(Self.shown(option)) (it belongs to \(owners.joined(separator: ", ")))"
    case .optionBeforeCommand(let option):
      "option \(Self.shown(option)) stands before the command; put the command first"
    case .missingValue(let option, let long, let valueName, let mistaken):
      "option \(option) needs a value: \(option) \(valueName)"
        + (mistaken.map { "; if \(Self.shown($0)) is the value, write \(long)=\($0.inQuotes)" }
          ?? "")
    case .equalsSign(let option, let instead):
      "\(option) takes its value without '=': write \(instead)"
    case .repeated(let option, let values):
      "option \(option) is given \(values.count) times, with "
        + values.map { ForeignText.quoted($0) }.joined(separator: " and ") + "; give it once"
    case .badValue(let name, let word, let wanted, let nearest):
      "\(name) wants \(wanted), found \(ForeignText.quoted(word))" + Self.meant(nearest)
    case .missing(let name):
      "\(name) is missing"
    case .excess(let words):
      "unexpected " + words.map { ForeignText.quoted($0) }.joined(separator: ", ")
    case .combination(let problem):
      problem
    }
  }

  /// The error as a message that ends in where to read on.
  package func diagnostic(program: String, command: String?) -> Diagnostic {
    let page = [program, "help", command].compactMap(\.self).joined(separator: " ")
    return Diagnostic(command: command, code: "usage", description, hint: "see '\(page)'")
  }

  static func missingValue(
    _ option: ParameterFacts, as spelling: String, mistaken: String?
  ) -> Self {
    .missingValue(
      option: spelling, long: option.spelling, valueName: option.valueName,
      mistaken: mistaken.flatMap { $0.utf8.count <= ForeignText.quotedLength ? $0 : nil })
  }

  static func equalsSign(behind letter: String, _ option: ParameterFacts, value: String) -> Self {
    let isPlain = !value.isEmpty && value.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." }
    let word = isPlain ? value : value.inQuotes
    return .equalsSign(
      behind: letter,
      instead: option.kind == .flag ? "\(option.spelling)=\(word)" : "\(letter) \(word)")
  }

  private static func meant(_ nearest: String?) -> String {
    nearest.map { " (did you mean \($0)?)" } ?? ""
  }

  /// A plain word as it is, anything else quoted.
  private static func shown(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 }
    return isPlain && word.utf8.count <= ForeignText.quotedLength
      ? word : ForeignText.quoted(word)
  }
}
