import Scalars

/// The places that options are read from, in the order of their weight.
struct OptionSources {
  /// What one source says about a parameter.
  typealias Found = (words: [String], source: ValueSource)

  let program: String
  let typed: TypedArguments
  let environment: Environment
  /// Nil where there is none, so that no key is made up to be looked for in it.
  var configuration: ConfigurationLookup?
  /// Whether any variable has a name that is made from the program's.
  private let hasOwnVariables: Bool

  init(program: String, typed: TypedArguments, environment: Environment) {
    self.program = program
    self.typed = typed
    self.environment = environment
    hasOwnVariables = environment.hasName(beginningWith: "\(program.asOuterName)_")
  }

  /// The words for an option from the weightiest source that has any.
  func words(for option: ParameterFacts) throws(UsageError) -> Found? {
    let values = typed.values(of: option.name)
    if let first = values.first {
      let words = values.map(\.text)
      if values.count > 1 && option.arity == .one && option.kind == .option {
        throw .repeated(option: option.spelling, values: words)
      }
      return (words, .commandLine(spelling: first.spelling))
    }
    if let found = environmentWord(for: option) { return found }
    guard let configuration, let key = option.configurationKey, let found = configuration(key)
    else { return nil }
    return ([found.text], .configuration(key: key, place: found.place))
  }

  /// What was typed for an option or stands in the environment, before any configuration is read.
  ///
  /// The configuration may depend on it: `--config` names its file.
  func wordBeforeConfiguration(for option: ParameterFacts) -> String? {
    typed.values(of: option.name).last?.text ?? environmentWord(for: option)?.words.first
  }

  /// An empty variable counts as one that is not set.
  private func environmentWord(for option: ParameterFacts) -> Found? {
    if case .derived = option.environment, !hasOwnVariables { return nil }
    guard let variable = option.environmentName(program: program),
      let word = environment[variable], !word.isEmpty
    else { return nil }
    return ([word], .environment(variable: variable))
  }

  /// The typed positionals in the order of the parameters that take them.
  func positionals(for parameters: [ParameterFacts]) throws(UsageError) -> [Found] {
    var rest = typed.positionals[...]
    var taken: [Found] = []
    for parameter in parameters where !rest.isEmpty {
      let words = parameter.arity == .one ? rest.prefix(1) : rest
      taken.append((Array(words), .commandLine(spelling: parameter.name)))
      rest = rest.dropFirst(words.count)
    }
    guard rest.isEmpty else { throw .excess(Array(rest)) }
    return taken
  }
}

extension Command {
  /// The options as all sources together set them, and the source of each parameter.
  static func settle(
    _ sources: OptionSources
  ) throws(UsageError) -> (options: Options, sources: [ValueSource]) {
    let parameters = parameters
    var positionalFacts: [ParameterFacts] = []
    for parameter in parameters where parameter.facts.kind == .positional {
      positionalFacts.append(parameter.facts)
    }
    var positionals = try sources.positionals(for: positionalFacts)[...]
    var options = defaults
    var origins: [ValueSource] = []
    origins.reserveCapacity(parameters.count)
    for parameter in parameters {
      let facts = parameter.facts
      let found =
        facts.kind == .positional ? positionals.popFirst() : try sources.words(for: facts)
      if let found {
        try write(found, parameter, into: &options)
      } else if facts.isRequired {
        throw .missing(facts.spelling)
      }
      origins.append(found?.source ?? .standard)
    }
    return (options, origins)
  }

  /// The value of each parameter with its source.
  static func values(of options: Options, from sources: [ValueSource]) -> [EffectiveValue] {
    zip(parameters, sources).map { parameter, source in
      let facts = parameter.facts
      let text = parameter.shown(options) ?? (facts.kind == .flag ? "false" : nil)
      return EffectiveValue(
        parameter: facts.spelling, text: text, phrase: text == nil ? facts.defaultPhrase : nil,
        source: source)
    }
  }

  private static func write(
    _ found: OptionSources.Found, _ parameter: Parameter<Options>, into options: inout Options
  ) throws(UsageError) {
    do throws(BadWord) {
      try parameter.write(&options, found.words)
    } catch {
      let facts = parameter.facts
      throw .badValue(
        of: found.source.culprit, word: error.word, wanted: facts.wanted,
        nearest: nearest(to: error.word, in: facts.choices, acceptingBeginnings: true))
    }
  }
}
