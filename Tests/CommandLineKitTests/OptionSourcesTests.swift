import CommandLineKit
import Testing

@Suite struct OptionSourcesTests {
  private static let variable: Environment = ["ORCHARD_JOBS": "3"]
  private static let settings = ["JOBS": "4"]

  @Test func commandLineComesFirst() {
    let answer = answer("pick -j2", environment: Self.variable, settings: Self.settings)
    #expect(answer.settled == ["--jobs": "2"])
    #expect(answer.source(of: "--jobs") == .commandLine(spelling: "-j"))
  }

  @Test func environmentComesSecond() {
    let answer = answer("pick", environment: Self.variable, settings: Self.settings)
    #expect(answer.settled == ["--jobs": "3"])
    #expect(answer.source(of: "--jobs") == .environment(variable: "ORCHARD_JOBS"))
  }

  @Test func configurationComesThird() {
    let answer = answer("pick", settings: Self.settings)
    #expect(answer.settled == ["--jobs": "4"])
    #expect(
      answer.source(of: "--jobs") == .configuration(key: "JOBS", place: "orchard.conf:3:8"))
  }

  @Test func defaultComesLast() {
    #expect(answer("pick").source(of: "--jobs") == .standard)
    #expect(answer("pick").settled == [:])
  }

  @Test func emptyVariableIsNone() {
    #expect(answer("pick", environment: ["ORCHARD_JOBS": ""]).settled == [:])
  }

  @Test func flagFromElsewhereCanBeTurnedOff() {
    let variable: Environment = ["ORCHARD_QUIET": "yes"]
    #expect(answer("pick", environment: variable).settled == ["--quiet": "true"])
    #expect(answer("pick --quiet=no", environment: variable).settled == ["--quiet": "false"])
  }

  @Test func givenNamesReplaceTheDerivedOnes() {
    let variables: Environment = ["BOTTLE_LABEL": "fresh", "ORCHARD_LABEL": "stale"]
    let bottled = answer("press juice --size 1", environment: variables)
    #expect(bottled.settled?["--label"] == "fresh")
    #expect(answer("pick", settings: ["SILENCE": "True"]).settled == ["--quiet": "true"])
    #expect(answer("pick", settings: ["QUIET": "True"]).settled == [:])
  }

  @Test func listFromElsewhereIsSplitAtItsCommas() {
    #expect(answer("pick", settings: ["KINDS": "pear,plum"]).settled == ["--kinds": "pear,plum"])
  }

  @Test func requiredOptionMayComeFromTheEnvironment() {
    let answer = answer("press juice", environment: ["ORCHARD_SIZE": "1M"])
    #expect(answer.settled == ["PRODUCT": "juice", "--size": "1M"])
  }

  @Test func configurationLearnsWhatWasTyped() throws {
    var seen: [String?] = []
    let invocation = Invocation(
      ["pick", "--config", "a.conf"], environment: ["ORCHARD_JOBS": "5"])
    _ = orchard.answer(invocation, values: { _ in [] }) { typed in
      seen = ["config", "jobs", "head", "nonsense"].map(typed)
      return { _ in nil }
    }
    #expect(seen == ["a.conf", "5", nil, nil])
  }

  @Test(arguments: ["", "help pick", "pick --help", "pick --version", "--version", "pick --nope"])
  func configurationIsOnlyOpenedForACommand(line: String) throws {
    struct Opened: Error {}
    let invocation = Invocation(line.split(separator: " ").map(String.init))
    let open: (_ typed: (String) -> String?) throws(Opened) -> ConfigurationLookup = {
      _ throws(Opened) in throw Opened()
    }
    #expect(throws: Never.self) {
      _ = try orchard.answer(invocation, values: { _ in [] }, configuration: open)
    }
    #expect(throws: Opened.self) {
      _ = try orchard.answer(Invocation(["pick"]), values: { _ in [] }, configuration: open)
    }
  }

  @Test func explainsEachValue() throws {
    let answer = answer(
      "pick -n 3 --explain-options crate", environment: Self.variable, settings: ["LEAST": "2"])
    try expectGolden(try #require(answer.output), "explain-options.txt")
  }
}
