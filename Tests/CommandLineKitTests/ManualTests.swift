import CommandLineKit
import TestSupport
import Testing

@Suite struct ManualTests {
  static let date = "November 21, 2026"

  /// A page of another section, with everything a page can hold and texts that look like macros.
  private static var everything: ManualPage {
    var page = ManualPage("orchard-crates", section: 5, date: date, summary: "What is in a crate.")
    page.section("DESCRIPTION")
    page.paragraph(".Pp is no macro here. 'Nor is' this \\fBone\\fP, ~ nor ^ that `one`.")
    page.paragraph("A second paragraph in ₹ with an e.g. inside. Is it read? Yes.")
    page.subsection("Columns")
    page.columns(
      ["Name", "Type", "Meaning"],
      rows: [
        ["weight", "number", "In grams. Above 0."], ["Ar", "", "-"], [".x", "Nm", "a \"b\""],
      ])
    page.terms([
      ([.literal("Fl"), .comma, .option("--x"), .value("Pp")], ["One.", "Two."]),
      ([.text("."), .path("~/x y"), .variable("X")], [".Three."]),
      ([.name("orchard"), .optional([.value("CRATE")])], ["Four."]),
    ])
    page.paragraph("After the list.")
    page.literal(".literal\n'line \\\n  - more\n\nend")
    page.seeAlso([.page("orchard"), .page("orchard-pick(1)")])
    return page
  }

  static var pages: [(name: String, page: ManualPage)] {
    let description = orchard.description
    return [
      ("orchard.1", description.manualPage(date: date)), ("orchard-crates.5", everything),
    ]
      + description.shownCommands.map {
        ("orchard-\($0.facts.name).1", $0.manualPage(date: date))
      }
  }

  @Test(arguments: pages.map(\.name))
  func pageIsAsRecorded(name: String) throws {
    let page = try #require(Self.pages.first { $0.name == name }).page
    try expectGolden(page.text, name)
  }

  @Test(.enabled(if: Tool.isInstalled("mandoc")), arguments: pages.map(\.name))
  func linterFindsNothing(name: String) throws {
    let page = try #require(Self.pages.first { $0.name == name }).page
    let result = try mandoc(["-T", "lint", "-W", "warning"], page.text)
    #expect(result.outputText == "")
    #expect(result.errorText == "")
    #expect(result.status == 0)
  }

  @Test(.enabled(if: Tool.isInstalled("mandoc")))
  func textsAreShownAsTheyAre() throws {
    let shown = try mandoc(["-T", "utf8", "-O", "width=100"], Self.everything.text).outputText
    // Bold and underlined letters are a letter, a backspace and a letter.
    var plain = ""
    for character in shown {
      if character == "\u{8}" { plain.removeLast() } else { plain.append(character) }
    }
    for text in [
      ".Pp is no macro here.", "'Nor is' this \\fBone\\fP, ~ nor ^ that `one`.", "in ₹ with",
      "In grams. Above 0.", ".x", "a \"b\"", "Fl, --x Pp", "~/x y", ".Three.", "orchard [CRATE]",
      ".literal\n", "'line \\\n", "  - more\n", "orchard(1), orchard-pick(1)",
    ] {
      #expect(plain.contains(text), "\(text) is not in \(plain)")
    }
  }

  /// Runs the manual's formatter on a page.
  private func mandoc(_ arguments: [String], _ page: String) throws -> Tool.Result {
    try Tool.run(
      try #require(Tool.path(of: "mandoc")), arguments, input: Array(page.utf8))
  }
}
