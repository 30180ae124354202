import CommandLineKit
import Testing

@Suite struct MistakesTests {
  @Test func orchardHasNone() {
    #expect(orchard.mistakes() == [])
  }

  @Test(arguments: [
    "bad: the summary is not a sentence with a capital and a full stop",
    "bad: a text mentions --nowhere, which is no option",
    "bad: the command 'Wrong' is declared 2 times",
    "bad: the example 'wrong way' does not start with 'bad'",
    "bad Wrong: the name is not made of small letters and hyphens",
    "bad Wrong: the summary is not a sentence with a capital and a full stop",
    "bad Wrong: the option 'same' is declared 2 times",
    "bad Wrong: the option 'help' is declared 2 times",
    "bad Wrong: the letter 'x' is declared 2 times",
    "bad Wrong: the variable 'BAD_SAME' is declared 2 times",
    "bad Wrong: the exit code 'ok' is declared 2 times",
    "bad Wrong: the positional 'B' is declared 2 times",
    "bad Wrong: the help of --same is not a sentence with a capital and a full stop",
    "bad Wrong: --Upper is not made of small letters and hyphens",
    "bad Wrong: -1 of --one is no letter",
    "bad Wrong: the value of --one is not named in capitals",
    "bad Wrong: a choice of --choice would need quotes in a shell",
    "bad Wrong: lower is not in capitals",
    "bad Wrong: lower leaves nothing for B",
    "bad Wrong: B is required behind B, which is not",
    "bad Wrong: --tight refuses its own default '9'",
    "bad Wrong: see also names 'nothing', which is no command",
    "bad Wrong: a text mentions --gone, which is no option",
    "bad Wrong: what 'bad Wrong' shows is not a sentence with a capital and a full stop",
    "bad Wrong: the example 'bad Wrong' does not parse: B is missing",
    "bad Wrong: the example 'bad Wrong 'open' is no shell line",
    "bad Wrong: the example 'bad help' does not use the command",
  ])
  func everyMistakeIsFound(mistake: String) {
    #expect(Self.mistakes.contains(mistake), "found: \(Self.mistakes.joined(separator: "\n"))")
  }

  @Test func nothingElseIsFound() {
    // Each mistake of the twice listed command is found twice; the program has four of its own.
    #expect(Self.mistakes.count == 4 + 2 * 23)
  }

  private static let mistakes = Program<Void>(
    facts: ProgramFacts(
      name: "bad", summary: "no sentence", discussion: ["See --nowhere or --same."],
      examples: [CommandExample("wrong way", shows: "The way.")]),
    commands: [Wrong.self, Wrong.self], version: { _ in "" }
  ).mistakes()
}

/// A command with every mistake that can be made.
private enum Wrong: Command {
  enum Choice: String, CaseIterable, ArgumentValue {
    case fine
    case lessFine = "less fine"
  }

  struct Options: Sendable {
    var choice = Choice.fine
    var text = "x"
    var number = 9
    var list: [String] = []
    var flag = false
  }

  static let facts = CommandFacts(
    name: "Wrong", summary: "wrong.", discussion: ["--gone is gone, --same is not."],
    examples: [
      CommandExample("bad Wrong", shows: "nothing"),
      CommandExample("bad Wrong 'open", shows: "An open quote."),
      CommandExample("bad help", shows: "Something else."),
    ],
    exitCodes: [.success, .success], seeAlso: ["nothing", "bad-page(5)"])
  static let defaults = Options()
  static let parameters: [Parameter<Options>] = [
    .option("same", short: "x", "TEXT", \.text, "no sentence"),
    .option("same", "TEXT", \.text, "One sentence."),
    .flag("help", \.flag, "Not the help."),
    .flag("Upper", short: "x", \.flag, "A flag."),
    .option("one", short: "1", "value", \.text, "A value."),
    .option("tight", "N", \.number, limits: .within(1...5), "A number."),
    .option("choice", "WORD", \.choice, "A choice."),
    .positionals("lower", \.list, "All the words."),
    .positional("B", \.text, "Another word."),
    .positional("B", \.text, "Another word.").required(),
  ]

  static func run(_ options: Options, in surroundings: Void) throws -> ExitCode { .success }
}
