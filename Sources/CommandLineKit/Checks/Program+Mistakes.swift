extension Program {
  /// What is wrong with the declarations, one sentence each; a test expects none.
  ///
  /// Names that clash, texts that are missing or are no sentences, mentions of options that do not
  /// exist, defaults that their own parameter refuses, and examples that do not parse.
  package func mistakes() -> [String] {
    let description = description
    var found = DeclarationCheck(place: facts.name)
    found.checkSentence(facts.summary, of: "the summary")
    found.checkTexts(facts.texts, options: description.commands.flatMap(\.options))
    found.checkUnique(description.commands.map(\.facts.name) + ["help"], "command")
    checkExamples(facts.examples, of: nil, &found)
    return found.mistakes + commands.flatMap { mistakes(of: $0) }
  }

  private func mistakes<C: Command<Surroundings>>(of command: C.Type) -> [String] {
    let description = command.description(in: facts)
    var found = DeclarationCheck(place: "\(facts.name) \(command.facts.name)")
    found.check(description)
    found.checkSeeAlso(command.facts.seeAlso, commands: commands.map { $0.facts.name })
    checkExamples(command.facts.examples, of: command.facts.name, &found)
    for parameter in command.parameters {
      var options = command.defaults
      guard let text = parameter.shown(options) else { continue }
      // A repeated option shows its defaults side by side, which is no single word.
      guard parameter.facts.arity != .repeated else { continue }
      do {
        try parameter.write(&options, [text])
      } catch {
        found.add("\(parameter.facts.spelling) refuses its own default '\(text)'")
      }
    }
    return found.mistakes
  }

  private func checkExamples(
    _ examples: [CommandExample], of command: String?, _ found: inout DeclarationCheck
  ) {
    for example in examples {
      found.checkSentence(example.shows, of: "what '\(example.line)' shows")
      guard let calls = ShellWords.commands(in: example.line), let first = calls.first else {
        found.add("the example '\(example.line)' is no shell line")
        continue
      }
      if first[0] != facts.name {
        found.add("the example '\(example.line)' does not start with '\(facts.name)'")
      }
      let ours = calls.filter { $0[0] == facts.name }.map { Array($0.dropFirst()) }
      if let command, !ours.contains(where: { $0.first == command }) {
        found.add("the example '\(example.line)' does not use the command")
      }
      for problem in ours.compactMap(problem) {
        found.add("the example '\(example.line)' does not parse: \(problem)")
      }
    }
  }

  /// Why a command line is refused where neither environment nor configuration helps it.
  private func problem(with arguments: [String]) -> String? {
    let answer = answer(Invocation(arguments), values: { _ in [] }) { _ in { _ in nil } }
    guard case .refused(let diagnostic) = answer else { return nil }
    return diagnostic.message
  }
}
