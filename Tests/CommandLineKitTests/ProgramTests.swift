import CommandLineKit
import Testing

@Suite struct ProgramTests {
  @Test func nothingAskedForIsAMistakeWithHelp() {
    guard case .usage(let text) = answer("") else {
      Issue.record("an empty line must not be a success")
      return
    }
    #expect(text == orchard.description.overview(.none))
  }

  @Test(arguments: ["--help", "-h", "help", "help help", "help --help"])
  func answersWithTheOverview(line: String) {
    #expect(answer(line).output == orchard.description.overview(.none))
  }

  @Test(arguments: ["pick --help", "pick -h", "pick crate -ah --nope", "--help pick", "-h pick"])
  func answersWithTheShortHelp(line: String) throws {
    #expect(answer(line).output == orchard.description.commands.first?.shortHelp(.none))
  }

  @Test func answersWithTheLongHelp() {
    #expect(answer("help pick").output == orchard.description.commands.first?.longHelp(.none))
    #expect(answer("help pick --help").output == answer("help pick").output)
    #expect(answer("help tidy").output?.contains("Tidy up.") == true)
    #expect(answer("help pikc").refusal?.contains("did you mean pick?") == true)
  }

  @Test(arguments: [
    ("--version", "orchard 1.0\n"), ("--version --verbose", "orchard 1.0\npress 3\n"),
    ("pick --version", "orchard 1.0\n"),
  ])
  func answersWithTheVersion(line: String, version: String) {
    #expect(answer(line).output == version)
  }

  @Test func runsTheCommandWithItsOptions() throws {
    guard case .run(let command) = answer("pick -j 7 a b") else {
      Issue.record("the line was refused")
      return
    }
    let basket = Basket()
    #expect(try command.run(basket) == .negative)
    #expect(basket.lines == [#"picked from ["a", "b"] by 7"#])
    #expect(command.facts.name == "pick")
  }

  @Test func hiddenCommandRuns() {
    #expect(answer("tidy").settled == [:])
  }

  @Test(
    arguments: [
      ("pick --jobs x --log json -- --log text", [:], "json"),
      ("pick --log=json --log text", [:], "text"),
      ("pick", ["ORCHARD_LOG": "json"], "json"),
      ("pick --log", [:], nil),
    ] as [(String, Environment, String?)])
  func glimpsesAnOption(line: String, environment: Environment, value: String?) {
    let words = line.split(separator: " ").map(String.init)
    #expect(orchard.glimpse(of: "log", in: Invocation(words, environment: environment)) == value)
  }

  @Test func offersValuesThatBeginAsTyped() {
    let values = ["oak", "olive", "yew", "o\u{1B}[2J", "o\nx"]
    #expect(answer("__complete tree o pick", values: values).output == "oak\nolive\n")
    #expect(answer("__complete tree", values: values).output == "")
  }

  @Test func asksForValuesWithKeyPrefixAndCommand() {
    var asked: CompletionRequest?
    _ = orchard.answer(
      Invocation(["__complete", "tree", "o", "pick"]),
      values: {
        asked = $0
        return []
      }
    ) { _ in { _ in nil } }
    #expect(asked?.key == "tree")
    #expect(asked?.prefix == "o")
    #expect(asked?.command == "pick")
  }
}
