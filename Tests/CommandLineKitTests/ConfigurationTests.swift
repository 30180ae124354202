import CommandLineKit
import Testing

/// A program that reads no configuration does not speak of one.
@Suite struct ConfigurationTests {
  static let plain = {
    var facts = orchard.facts
    facts.isKey = nil
    return Program(facts: facts, commands: orchard.commands, version: orchard.version)
  }()

  private static var texts: [String] {
    let description = plain.description
    return [description.overview(.none), description.manualPage(date: "June 1, 2026").text]
      + description.commands.flatMap { command in
        [
          command.shortHelp(.none), command.longHelp(.none),
          command.manualPage(date: "June 1, 2026").text,
        ]
      }
  }

  @Test func noTextMentionsIt() {
    for text in Self.texts {
      let rest = text.replacing(ExitCode.configuration.meaning, with: "")
        .replacing("Read the settings from this file.", with: "")
      #expect(!rest.lowercased().contains("configuration"), "\(text)")
      #expect(!rest.contains(" key ") && !rest.contains("Key"), "\(text)")
    }
  }

  @Test func theVariablesAreStillNamed() throws {
    let pick = try #require(Self.plain.description.commands.first)
    #expect(pick.longHelp(.none).contains("\nEnvironment:\n  --where    ORCHARD_WHERE\n"))
    #expect(pick.manualPage(date: "June 1, 2026").text.contains("ORCHARD_JOBS"))
  }

  @Test func nothingIsReadFromOne() {
    let answer = Self.plain.answer(Invocation(["pick"]), values: { _ in [] }) { _ in
      { key in ConfiguredText("3", place: "orchard.conf:\(key)") }
    }
    #expect(answer.settled == [:])
  }
}
