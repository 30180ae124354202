extension CommandDescription {
  /// The command's page, `angelx-COMMAND(1)`.
  ///
  /// - Parameters:
  ///   - date: The date of the text, such as `November 21, 2026`.
  package func manualPage(date: String) -> ManualPage {
    var page = ManualPage(
      "\(program)-\(facts.name)", section: 1, date: date, summary: facts.summary)
    page.section("SYNOPSIS")
    addSynopsis(to: &page)
    page.section("DESCRIPTION")
    ([facts.summary] + facts.discussion).forEach { page.paragraph($0) }
    if !positionals.isEmpty {
      page.paragraph("The arguments are:")
      page.terms(positionals.map(\.manualEntry))
    }
    for (title, options) in sections {
      page.section(title.uppercased())
      page.terms(options.map(\.manualEntry))
    }
    addEnvironment(to: &page)
    page.section("EXIT STATUS")
    page.terms(exitCodes.map(\.manualEntry))
    page.examples(facts.examples)
    page.seeAlso(
      ([program] + facts.seeAlso.map { $0.contains("(") ? $0 : "\(program)-\($0)" })
        .map(ManualWord.page))
    return page
  }

  private func addSynopsis(to page: inout ManualPage) {
    let required = parameters.filter { $0.isRequired && $0.kind == .option }
    page.line([.name("\(program) \(facts.name)")])
    for option in required { page.line(option.manualNames.suffix(2)) }
    page.line([.optional([.value("OPTIONS")])])
    for positional in positionals {
      let words: [ManualWord] =
        [.value(positional.valueName)] + (positional.arity == .repeated ? [.value("...")] : [])
      page.line(positional.isRequired ? words : [.optional(words)])
    }
  }

  private func addEnvironment(to page: inout ManualPage) {
    guard !sources.isEmpty else { return }
    page.section("ENVIRONMENT")
    let rule = "An option that the command line leaves alone takes its value from the variable"
    guard hasConfiguration else {
      page.paragraph("\(rule).")
      page.columns(["Option", "Variable"], rows: sources.map { [$0.option, $0.variable ?? "-"] })
      return
    }
    page.paragraph("\(rule), and where that is not set from the key of the configuration.")
    page.columns(
      ["Option", "Variable", "Key"],
      rows: sources.map { [$0.option, $0.variable ?? "-", $0.key ?? "-"] })
  }
}

extension ParameterFacts {
  /// The option's names with its value, or the positional.
  var manualNames: [ManualWord] {
    let name = arity == .list ? "\(valueName),..." : valueName
    let value: [ManualWord] = name.isEmpty ? [] : [.value(name)]
    guard kind != .positional else { return value }
    let letter: [ManualWord] = short.map { [.option("-\($0)"), .comma] } ?? []
    return letter + [.option(spelling)] + value
  }

  var manualEntry: ManualPage.Entry { (manualNames, [helpWithDefault] + discussion) }
}

extension ExitCode {
  var manualEntry: ManualPage.Entry { ([.literal(String(number))], ["\(meaning) \(advice)"]) }
}

extension ManualPage {
  /// Adds an EXAMPLES section; an empty list adds nothing.
  mutating func examples(_ examples: [CommandExample]) {
    guard !examples.isEmpty else { return }
    section("EXAMPLES")
    for example in examples {
      paragraph(example.shows)
      literal(example.line)
    }
  }
}
