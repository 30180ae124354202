/// One subcommand of a program, declared once.
///
/// Parsing, short and long help, the manual page and the completions all follow from the four
/// static properties; nothing else has to be written or kept in step.
package protocol Command<Surroundings>: SendableMetatype {
  /// What the program hands to a running command, such as its streams and its clock.
  associatedtype Surroundings
  /// What a caller can set; `run` makes of it what the work needs.
  associatedtype Options: Sendable

  /// The command's name and everything that is said about it.
  static var facts: CommandFacts { get }
  /// The options before anything is typed; help shows its values as the defaults.
  static var defaults: Options { get }
  /// The options and positionals, in the order in which help lists them.
  static var parameters: [Parameter<Options>] { get }

  /// Whether the options are also read from the configuration, which then must be sound.
  static var readsConfiguration: Bool { get }
  /// The keys that it reads itself where its options take nothing from the configuration.
  static var keysOfItsOwn: [String] { get }

  /// Does the work.
  static func run(_ options: Options, in surroundings: Surroundings) throws -> ExitCode
}

extension Command {
  package static var readsConfiguration: Bool { true }

  package static var keysOfItsOwn: [String] { [] }

  /// The declaration as plain facts, for help, manual and completions.
  package static func description(in program: ProgramFacts) -> CommandDescription {
    let defaults = defaults
    return CommandDescription(
      program: program.name, hasConfiguration: program.hasConfiguration, facts: facts,
      parameters: parameters.map { parameter in
        var facts = parameter.facts
        facts.defaultText = facts.isRequired ? nil : parameter.shown(defaults)
        let isKey =
          facts.configurationKey.map { key in
            (readsConfiguration || keysOfItsOwn.contains(key)) && program.isKey?(key) ?? false
          } ?? false
        if !isKey { facts.configuration = .none }
        return facts
      })
  }

  /// The facts of all options without their defaults, the built-in ones last.
  ///
  /// That is what it takes to read a command line.
  static var typedOptions: [ParameterFacts] {
    let (parameters, builtIn) = (parameters, BuiltInOption.allCases)
    var options: [ParameterFacts] = []
    options.reserveCapacity(parameters.count + builtIn.count)
    for parameter in parameters where parameter.facts.kind != .positional {
      options.append(parameter.facts)
    }
    for option in builtIn { options.append(option.facts) }
    return options
  }
}
