extension CommandDescription {
  /// What `--help` prints: a screen with the usage and every option in a line or two.
  package func shortHelp(_ terminal: TerminalFacts) -> String {
    var help = HelpText(terminal)
    help.usage(synopsis)
    help.space()
    help.paragraphs([facts.summary])
    if !positionals.isEmpty {
      help.heading("Arguments")
      help.rows(positionalRows)
    }
    for (title, options) in sections {
      let shown = options.filter { !$0.isHidden }
      guard !shown.isEmpty else { continue }
      help.heading(title)
      help.rows(shown.map { ($0.label, $0.helpWithDefault) })
    }
    help.space()
    help.paragraphs(["See '\(program) help \(facts.name)' for all options, and examples."])
    return help.text
  }

  /// What `help COMMAND` prints: everything that the manual page says.
  package func longHelp(_ terminal: TerminalFacts) -> String {
    var help = HelpText(terminal)
    help.usage(synopsis)
    help.space()
    help.paragraphs([facts.summary] + facts.discussion)
    if !positionals.isEmpty {
      help.heading("Arguments")
      addEntries(positionals, to: &help)
    }
    for (title, options) in sections {
      help.heading(title)
      addEntries(options, to: &help)
    }
    help.heading(hasConfiguration ? "Environment and configuration" : "Environment")
    help.rows(
      sources.map { option, variable, key in
        (option, [variable, key.map { "key \($0)" }].compactMap(\.self).joined(separator: ", "))
      })
    addExamples(to: &help)
    help.heading("Exit codes")
    help.rows(exitCodes.map { (String($0.number), "\($0.meaning) \($0.advice)") })
    if !facts.seeAlso.isEmpty {
      help.heading("See also")
      help.paragraphs([facts.seeAlso.joined(separator: ", ")], indent: 2)
    }
    return help.text
  }

  private func addEntries(_ parameters: [ParameterFacts], to help: inout HelpText) {
    for (place, parameter) in parameters.enumerated() {
      if place > 0 { help.space() }
      help.line(parameter.label, indent: 2)
      help.paragraphs([parameter.helpWithDefault] + parameter.discussion, indent: 8)
    }
  }

  private func addExamples(to help: inout HelpText) {
    guard !facts.examples.isEmpty else { return }
    help.heading("Examples")
    for (place, example) in facts.examples.enumerated() {
      if place > 0 { help.space() }
      help.paragraphs([example.shows], indent: 2)
      help.line(example.line, indent: 6)
    }
  }
}
