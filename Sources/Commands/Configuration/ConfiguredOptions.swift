import CommandLineKit
import Configuration
import Scalars

/// Gives options the values that the configuration has for them.
enum ConfiguredOptions {
  /// Reads the configuration, if there is one, and finds in it what a key holds.
  ///
  /// - Parameter typed: what was typed for an option, or stands in the environment.
  /// - Throws: What ``ConfigurationFiles/sound(base:environment:tables:_:)`` does.
  static func lookup(
    _ typed: (_ option: String) -> String?, _ variables: Environment
  ) throws -> ConfigurationLookup? {
    var search = ConfigurationSearch(variables)
    search.environment = typed("env") ?? search.environment
    search.base = typed("config") ?? search.base
    // Without a file nothing is read, and no key is declared in vain.
    if search.found.isEmpty { return nil }
    let files = try ConfigurationFiles.sound(
      base: typed("config"), environment: typed("env"), tables: typed("tables"), variables)
    return { key in
      guard let key = Key.named(key) else { return nil }
      return files.settings[key].configured
    }
  }
}

/// A configuration that no command may run with.
struct ConfigurationProblem: Error {
  /// What is wrong with it.
  let findings: [Finding]

  /// The messages, the last of which says what to do.
  func diagnostics(of command: String?) -> [Diagnostic] {
    findings.map { finding in
      var diagnostic = Diagnostic(
        command: command, file: finding.place?.file, line: finding.place?.line,
        column: finding.place?.column, field: finding.key, code: finding.rule, finding.message,
        hint: finding.fix)
      diagnostic.isOfKey = true
      return diagnostic
    }
  }
}

extension Setting {
  /// The value as a word of the command line, where a file has set it and it is one.
  fileprivate var configured: ConfiguredText? {
    guard case .file(let place) = source, let text = value.content.argument else { return nil }
    return ConfiguredText(text, place: place.description)
  }
}

extension WrittenValue.Content {
  fileprivate var argument: String? {
    switch self {
    case .none, .dictionary: nil
    case .boolean(let isTrue): isTrue.description
    case .number(let number): number.description
    case .text(let text): text
    case .list(let values):
      values.compactMap(\.content.argument).joined(separator: ",")
    }
  }
}
