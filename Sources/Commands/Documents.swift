import CommandLineKit

/// The pages and scripts that follow from the declarations: manual and completions.
///
/// They are kept in the checkout, and a test fails when they are stale.
package enum Documents {
  /// The date of the text of the manual, in the form of mdoc(7).
  private static let date = "November 27, 2026"

  /// Every document by its path in the checkout.
  package static var all: [(path: String, text: String)] {
    let program = Registry.program.description
    let commands = program.shownCommands.map { command in
      (
        "man/\(programName)-\(command.facts.name).1",
        command.manualPage(date: date).text
      )
    }
    let pages = [
      ("man/\(programName).1", program.manualPage(date: date).text),
      ("man/\(programName)-records.5", RecordsPage.page(date: date).text),
      ("man/\(programName)-expressions.5", ExpressionsPage.page(date: date).text),
      ("man/\(programName)-tables.5", TablesPage.page(date: date).text),
      ("man/\(programName)-config.5", ConfigPage.page(date: date).text),
    ]
    let scripts = CompletionShell.allCases.map { shell in
      ("completions/\(shell.fileName(program: programName))", program.completions(for: shell))
    }
    return (commands + pages + scripts).map { (path: $0.0, text: $0.1) }
  }
}
