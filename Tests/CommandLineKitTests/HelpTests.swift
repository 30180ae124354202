import Testing

@testable import CommandLineKit

@Suite struct HelpTests {
  private let commands = orchard.description.commands

  @Test func overviewIsAsRecorded() throws {
    try expectGolden(orchard.description.overview(.none), "overview.txt")
  }

  @Test(arguments: ["pick", "press"])
  func helpIsAsRecorded(name: String) throws {
    let command = try #require(commands.first { $0.facts.name == name })
    try expectGolden(command.shortHelp(.none), "\(name)-short.txt")
    try expectGolden(command.longHelp(.none), "\(name)-long.txt")
  }

  @Test(arguments: [20, 40, 60, 100, 200])
  func shortHelpIsWrapped(width: Int) throws {
    let terminal = TerminalFacts(isTerminal: true, width: width)
    for line in commands[0].shortHelp(terminal).split(separator: "\n") where line.contains(" ") {
      // A name or a single word may be wider than a terminal that is very narrow.
      #expect(line.displayWidth <= max(width, 50), "\(line)")
    }
  }

  @Test func shortHelpFitsAScreen() {
    #expect(commands[0].shortHelp(.none).split(separator: "\n").count <= 40)
  }

  @Test func headingsAreBoldInColour() {
    let terminal = TerminalFacts(isTerminal: true, style: .colored)
    let help = commands[0].shortHelp(terminal)
    #expect(help.contains("\u{1B}[1mOptions:\u{1B}[0m"))
    let plain = help.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "")
    #expect(plain == commands[0].shortHelp(.none))
  }

  @Test func shortHelpLeavesHiddenOptionsOut() {
    let hidden = ["--color", "--explain-options", "--version"]
    let (short, long) = (commands[0].shortHelp(.none), commands[0].longHelp(.none))
    for name in hidden { #expect(!short.contains(name) && long.contains(name)) }
    #expect(!orchard.description.overview(.none).contains("tidy"))
  }

  @Test func listsAndRepetitionsSayHowTheyAreWritten() {
    let help = commands[0].longHelp(.none).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(help.contains("--kinds LIST,… Keep"))
    #expect(help.contains("commas between several, or the option again"))
    #expect(help.contains("Keep the fruit for which EXPR holds. (may be given again)"))
  }

  @Test func aDefaultThatIsDecidedLaterIsSaidInWords() throws {
    #expect(commands[0].shortHelp(.none).contains("(default: the whole crate)"))
    #expect(commands[0].shortHelp(.none).contains("(default: 0.5)"))
    let table = try #require(answer("pick --explain-options").output)
    #expect(table.contains("--head     (the whole crate)  default"))
    #expect(try #require(answer("pick -n 3 --explain-options").output).contains("--head     3 "))
  }

  @Test func theOverviewSaysWhatMoreThereIsToTheVersion() {
    #expect(orchard.description.overview(.none).contains("with --verbose"))
    #expect(commands[0].longHelp(.none).contains("with --verbose"))
  }

  @Test func wideLabelHasItsOwnLine() {
    var help = HelpText(.none)
    let wide = "--an-option-of-much-too-long-a-name"
    help.rows([("-a", "Short."), (wide, "Long.")])
    #expect(help.text == "  -a  Short.\n  \(wide)\n      Long.\n")
  }
}
