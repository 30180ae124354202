import Digests
import Foundation
import Scalars
import Testing

@testable import Configuration

/// What is fixed for a trading day, however it was written.
@Suite struct FreezeTests {
  private func frozen(_ text: String) -> FrozenSettings {
    var reading = SettingsReading(processors: 4)
    reading.add(file: Array(text.utf8), name: "f")
    return FrozenSettings(reading.settings())
  }

  private let moment = Timestamp(milliseconds: 1_795_750_200_000)

  @Test(
    "the same settings in other words",
    arguments: [
      ("CAPITAL = 100000", "CAPITAL = 1_00_000.00"),
      ("MAX_LOTS = 10", "MAX_LOTS = 5 * 2"),
      ("KELLY_CAP = 0.1", "# a comment\nKELLY_CAP = 0.10"),
      ("CAPITAL = 250000", "INITIAL_CAPITAL = 250000"),
      ("", "CONFIG_FREEZE = True"),
      // What does not belong to it may change.
      ("VERBOSE = True", "LOG_FORMAT = 'json'\nREPORT_FOLDER = 'x'"),
    ])
  func same(first: String, second: String) {
    #expect(frozen(first).changes(since: frozen(second)) == [])
    #expect(frozen(first).digest == frozen(second).digest)
  }

  @Test(
    "settings that differ",
    arguments: [
      ("CAPITAL = 100000", "CAPITAL = 100001", ["CAPITAL"]),
      ("", "MAX_LOTS = 3", ["MAX_LOTS"]),
      ("CONFIG_FREEZE = False", "", ["CONFIG_FREEZE"]),
      (
        "KELLY_CAP = 0.1\nMAX_LOTS = 4", "KELLY_CAP = 0.2\nMAX_LOTS = 5", ["KELLY_CAP", "MAX_LOTS"]
      ),
    ])
  func different(first: String, second: String, keys: [String]) {
    let changes = frozen(second).changes(since: frozen(first))
    #expect(Set(changes.map(\.key)).isSuperset(of: keys))
    #expect(changes.allSatisfy { $0.old != $0.new })
    #expect(frozen(first).digest != frozen(second).digest)
  }

  @Test func nothingSecretIsFixed() {
    #expect(Key.all.filter(\.isFrozen).allSatisfy { !$0.isSecret && !$0.shape.mayHoldSecrets })
    #expect(Key.all.filter(\.isFrozen).count > 60)
  }

  @Test func comesBackAsItWas() throws {
    let settings = frozen("STRATEGIES = {'calm \\\\ \"quoted\" ₹': 'current_iv < 20'}")
    let freeze = Freeze(day: moment.day, frozenAt: moment, settings: settings)
    #expect(Freeze(text: freeze.text) == freeze)
  }

  @Test(
    "a file that was changed by hand says nothing",
    arguments: [
      ("\"CAPITAL\": \"", "\"CAPITAL\": \"1"), ("sha256\": \"", "sha256\": \"0"),
      ("\"day\"", "\"dy\""),
      ("\"settings\": {", "\"settings\": ["), ("}\n}", "}"),
      ("frozen_at\": \"2", "frozen_at\": \"x"),
    ])
  func changed(from: String, to: String) throws {
    let text = Freeze(day: moment.day, frozenAt: moment, settings: frozen("")).text
    let range = try #require(text.range(of: from))
    #expect(Freeze(text: text.replacingCharacters(in: range, with: to)) == nil)
    #expect(Freeze(text: "") == nil)
  }
}
