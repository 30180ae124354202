extension ProgramDescription {
  /// The program's page, `angelx(1)`: the commands, what they share, and the exit codes.
  ///
  /// - Parameters:
  ///   - date: The date of the text, such as `November 21, 2026`.
  package func manualPage(date: String) -> ManualPage {
    var page = ManualPage(facts.name, section: 1, date: date, summary: facts.summary)
    page.section("SYNOPSIS")
    page.line([.name(facts.name)])
    page.line([.value("COMMAND")])
    page.line([.optional([.value("OPTIONS")])])
    page.line([.optional([.value("ARGUMENTS")])])
    page.section("DESCRIPTION")
    ([facts.summary] + facts.discussion).forEach { page.paragraph($0) }
    page.section("COMMANDS")
    for (title, commands) in groups {
      page.subsection(title)
      page.terms(commands.map { ([.literal($0.facts.name)], [$0.facts.summary]) })
    }
    addCommonOptions(to: &page)
    addEnvironment(to: &page)
    if !facts.files.isEmpty {
      page.section("FILES")
      page.terms(facts.files.map { ([.path($0.name)], [$0.text]) })
    }
    page.section("EXIT STATUS")
    page.terms(
      ExitCode.allCases.map(\.manualEntry) + [
        ([.literal("128+n")], ["Signal n ended the program; a closed pipe ends it quietly."])
      ])
    page.examples(facts.examples)
    // A manual names commands by their names, help in the order of their work.
    let pages = shownCommands.map { "\(facts.name)-\($0.facts.name)" }.sorted() + facts.seeAlso
    page.seeAlso(pages.map(ManualWord.page))
    return page
  }

  /// The options that every command has under the common heading.
  var commonOptions: [ParameterFacts] {
    guard let first = shownCommands.first else { return [] }
    return first.options.filter { option in
      option.section == BuiltInOption.section
        && shownCommands.allSatisfy { $0.options.contains { $0.name == option.name } }
    }
  }

  private func addCommonOptions(to page: inout ManualPage) {
    page.section(BuiltInOption.section.uppercased())
    let sources =
      facts.hasConfiguration
      ? "the environment, from the configuration, or is the default, in this order"
      : "the environment, or is the default"
    page.paragraph(
      "Options may stand anywhere behind the command, in any order; -- ends them. "
        + "A value follows as the next word or after an equals sign. "
        + "A value that the command line leaves out is taken from \(sources).")
    page.terms(commonOptions.map(\.manualEntry))
  }

  private func addEnvironment(to page: inout ManualPage) {
    guard !facts.environment.isEmpty else { return }
    page.section("ENVIRONMENT")
    page.terms(facts.environment.map { ([.variable($0.name)], [$0.text]) })
  }
}
