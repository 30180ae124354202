/// A declared command as plain facts, defaults filled in.
package struct CommandDescription: Sendable {
  /// The name of the program that the command belongs to.
  package let program: String
  /// Whether the program reads a configuration.
  package let hasConfiguration: Bool
  package let facts: CommandFacts
  /// Options and positionals in the order of their declaration, without the built-in options.
  package let parameters: [ParameterFacts]

  /// The options, the built-in ones last.
  package var options: [ParameterFacts] {
    parameters.filter { $0.kind != .positional } + BuiltInOption.allCases.map { $0.facts }
  }

  /// The positionals in their order.
  package var positionals: [ParameterFacts] { parameters.filter { $0.kind == .positional } }

  /// The options by heading; headings in the order in which they first occur.
  package var sections: [(title: String, members: [ParameterFacts])] {
    options.grouped(by: \.section)
  }

  /// The exit codes that apply, by number.
  package var exitCodes: [ExitCode] {
    ExitCode.allCases.filter { ExitCode.shared.contains($0) || facts.exitCodes.contains($0) }
  }
}

/// A declared program as plain facts: what help, manual and completions are made from.
package struct ProgramDescription: Sendable {
  package let facts: ProgramFacts
  package let commands: [CommandDescription]

  /// The commands that help, manual and completions list.
  package var shownCommands: [CommandDescription] { commands.filter { $0.facts.isShown } }

  /// The shown commands by group; groups in the order in which they first occur.
  package var groups: [(title: String, members: [CommandDescription])] {
    shownCommands.grouped(by: \.facts.group)
  }
}

/// An option that every command has without declaring it.
package enum BuiltInOption: CaseIterable, Sendable {
  case explainOptions, help, version

  /// The heading that options shared by all commands stand under, the built-in ones among them.
  package static let section = "Common options"

  /// What is said about the option.
  package var facts: ParameterFacts {
    var facts =
      switch self {
      case .explainOptions:
        flag("Say where the value of each option comes from, and stop.")
      case .help: flag(short: "h", "Show this help, and stop.")
      case .version:
        flag("Show the version, with --verbose also those of the libraries, and stop.")
      }
    facts.section = Self.section
    facts.isHidden = self != .help
    facts.environment = .none
    facts.configuration = .none
    return facts
  }

  /// The long name without hyphens.
  var name: String {
    switch self {
    case .explainOptions: "explain-options"
    case .help: "help"
    case .version: "version"
    }
  }

  private func flag(short: Character? = nil, _ help: String) -> ParameterFacts {
    ParameterFacts(
      .flag, .one, name: name, short: short, valueName: "", limits: Limits<Bool>.any, help: help)
  }
}
