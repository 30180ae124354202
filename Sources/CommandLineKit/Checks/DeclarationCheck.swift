/// Collects the mistakes in the texts and names of one declaration.
struct DeclarationCheck {
  private let place: String
  private(set) var mistakes: [String] = []

  /// Creates a check; every mistake begins with the place.
  init(place: String) { self.place = place }

  mutating func add(_ mistake: String) { mistakes.append("\(place): \(mistake)") }

  /// Checks everything about a command that can be seen in its description.
  mutating func check(_ command: CommandDescription) {
    if !Self.isName(command.facts.name) { add("the name is not made of small letters and hyphens") }
    checkSentence(command.facts.summary, of: "the summary")
    checkTexts(command.texts, options: command.options)
    checkUnique(command.options.map(\.name), "option")
    checkUnique(command.options.compactMap(\.short).map(String.init), "letter")
    checkUnique(
      command.options.compactMap { $0.environmentName(program: command.program) }, "variable")
    checkUnique(command.facts.exitCodes.map(\.name), "exit code")
    for parameter in command.parameters { check(parameter) }
    checkOrder(of: command.positionals)
  }

  /// Checks that a text is one sentence in one line, with a capital and a full stop.
  mutating func checkSentence(_ text: String, of what: String) {
    let startsWell = text.first.map { !$0.isLowercase && !$0.isWhitespace } ?? false
    if !startsWell || !text.hasSuffix(".") || text.contains("\n") {
      add("\(what) is not a sentence with a capital and a full stop")
    }
  }

  /// Checks that every `--name` in the texts is an option.
  mutating func checkTexts(_ texts: [String], options: [ParameterFacts]) {
    let known = Set(options.map(\.spelling))
    for text in texts {
      for word in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "-") }) {
        let mention = String(word)
        if mention.hasPrefix("--"), mention.count > 2, !known.contains(mention) {
          add("a text mentions \(mention), which is no option")
        }
      }
    }
  }

  mutating func checkUnique(_ names: [String], _ kind: String) {
    for (name, same) in names.grouped(by: \.self) where same.count > 1 {
      add("the \(kind) '\(name)' is declared \(same.count) times")
    }
  }

  /// Checks that the pages named exist, as far as they are those of commands.
  mutating func checkSeeAlso(_ pages: [String], commands: [String]) {
    for page in pages where !page.hasSuffix(")") && !commands.contains(page) {
      add("see also names '\(page)', which is no command")
    }
  }

  private mutating func check(_ parameter: ParameterFacts) {
    let name = parameter.spelling
    checkSentence(parameter.help, of: "the help of \(name)")
    if !parameter.choices.allSatisfy(Self.isPlainWord) {
      add("a choice of \(name) would need quotes in a shell")
    }
    if parameter.kind == .positional {
      if !Self.isValueName(name) { add("\(name) is not in capitals") }
      return
    }
    if !Self.isName(parameter.name) { add("\(name) is not made of small letters and hyphens") }
    if let short = parameter.short, !(short.isASCII && short.isLetter) {
      add("-\(short) of \(name) is no letter")
    }
    if parameter.kind == .option, !Self.isValueName(parameter.valueName) {
      add("the value of \(name) is not named in capitals")
    }
  }

  /// Checks that no positional stands where its words can never reach it.
  private mutating func checkOrder(of positionals: [ParameterFacts]) {
    for (first, second) in zip(positionals, positionals.dropFirst()) {
      if first.arity == .repeated { add("\(first.name) leaves nothing for \(second.name)") }
      if second.isRequired && !first.isRequired {
        add("\(second.name) is required behind \(first.name), which is not")
      }
    }
    checkUnique(positionals.map(\.name), "positional")
  }

  private static func isName(_ name: String) -> Bool {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    } && name.first?.isLetter == true
  }

  private static func isPlainWord(_ word: String) -> Bool {
    word.allSatisfy { ($0.isASCII && ($0.isLetter || $0.isNumber)) || "-_.+".contains($0) }
  }

  private static func isValueName(_ name: String) -> Bool {
    !name.isEmpty && name == name.uppercased()
  }
}

extension CommandDescription {
  /// Every running text of the declaration.
  fileprivate var texts: [String] {
    [facts.summary] + facts.discussion + facts.examples.map(\.shows)
      + parameters.flatMap { [$0.help] + $0.discussion }
  }
}

extension ProgramFacts {
  /// Every running text of the declaration.
  var texts: [String] {
    [summary] + discussion + examples.map(\.shows) + (environment + files).map(\.text)
  }
}
