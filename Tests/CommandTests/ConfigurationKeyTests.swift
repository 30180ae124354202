import CommandLineKit
import Configuration
import Testing

@testable import Commands

/// Options and keys of the configuration that mean the same are one thing.
@Suite struct ConfigurationKeyTests {
  static let commands = Registry.program.description.commands

  @Test func everyOptionThatNamesAKeyNamesADeclaredOne() {
    let unknown = Self.commands.flatMap { command in
      command.options.compactMap { option in
        option.configurationKey.flatMap { key in
          Key.named(key) == nil ? "\(command.facts.name) \(option.spelling): \(key)" : nil
        }
      }
    }
    #expect(unknown == [])
  }

  @Test func anOptionAndItsKeyHaveTheSameDefault() {
    let settings = SettingsReading(processors: 1).settings()
    var compared = 0
    for option in Self.commands.flatMap(\.options) {
      guard let name = option.configurationKey, let key = Key.named(name) else { continue }
      compared += 1
      let shown = option.defaultText ?? (option.kind == .flag ? "False" : "None")
      let text = ByteSize(argument: shown)?.bytes.description ?? shown
      let standard = settings[key].value.spelling.filter { $0 != "'" }
      #expect(standard.lowercased() == text.lowercased(), "\(option.spelling)")
    }
    #expect(compared > 20)
  }
}
