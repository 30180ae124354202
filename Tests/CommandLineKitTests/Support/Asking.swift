import CommandLineKit

/// What the orchard answers to a line of words with blanks between them.
func answer(
  _ line: String, environment: Environment = [:], settings: [String: String] = [:],
  values: [String] = []
) -> Answer<Basket> {
  answer(
    words: line.split(separator: " ").map(String.init), environment: environment,
    settings: settings, values: values)
}

/// What the orchard answers to some words, in which blanks may stand.
func answer(
  words: [String], environment: Environment = [:], settings: [String: String] = [:],
  values: [String] = []
) -> Answer<Basket> {
  orchard.answer(Invocation(words, environment: environment), values: { _ in values }) {
    _ in { key in settings[key].map { ConfiguredText($0, place: "orchard.conf:3:8") } }
  }
}

extension Answer {
  /// The message and hint with which a command line was refused.
  var refusal: String? {
    guard case .refused(let diagnostic) = self else { return nil }
    return diagnostic.text(program: "orchard")
  }

  var output: String? {
    guard case .output(let text) = self else { return nil }
    return text
  }

  /// The effective values that differ from the defaults, such as `--jobs=3`.
  var settled: [String: String]? {
    guard case .run(let command) = self else { return nil }
    let set = command.values.filter { $0.source != .standard }
    return Dictionary(uniqueKeysWithValues: set.map { ($0.parameter, $0.text ?? "") })
  }

  func source(of parameter: String) -> ValueSource? {
    guard case .run(let command) = self else { return nil }
    return command.values.first { $0.parameter == parameter }?.source
  }
}
