extension ProgramDescription {
  /// What the program's own `--help` prints: the commands, by group.
  package func overview(_ terminal: TerminalFacts) -> String {
    var help = HelpText(terminal)
    help.usage("\(facts.name) COMMAND [OPTIONS] [ARGUMENTS]")
    help.space()
    help.paragraphs([facts.summary])
    for (title, commands) in groups {
      help.heading(title)
      help.rows(commands.map { ($0.facts.name, $0.facts.summary) })
    }
    help.heading("Everywhere")
    help.rows([
      ("help COMMAND", "Explain a command with all its options and examples."),
      ("-h, --help", "Show this help, or behind a command its options."),
      ("--version", "Show the version; with --verbose also those of the libraries."),
    ])
    return help.text
  }
}
