/// A program of subcommands, declared by its facts and its commands.
///
/// It reads and writes nothing itself: `answer` turns a command line into text to print or a
/// command to run, and the executable does it.
package struct Program<Surroundings>: Sendable {
  /// What the program says about itself.
  package let facts: ProgramFacts
  /// The commands, in the order in which help lists them.
  package let commands: [any Command<Surroundings>.Type]
  /// The text of `--version`; more of it when `--verbose` is given as well.
  package let version: @Sendable (_ isDetailed: Bool) -> String

  /// Creates a program of the given commands.
  package init(
    facts: ProgramFacts, commands: [any Command<Surroundings>.Type],
    version: @escaping @Sendable (_ isDetailed: Bool) -> String
  ) {
    self.facts = facts
    self.commands = commands
    self.version = version
  }

  /// The declarations as plain facts, for help, manual and completions.
  package var description: ProgramDescription {
    ProgramDescription(
      facts: facts, commands: commands.map { $0.description(in: facts) })
  }
}

/// What a program is started with.
package struct Invocation: Sendable {
  /// The words after the program's own name.
  package let arguments: [String]
  package let environment: Environment
  /// What standard output shows text on.
  package let terminal: TerminalFacts

  /// Creates what a program is started with.
  package init(
    _ arguments: [String], environment: Environment = [:],
    terminal: TerminalFacts = .none
  ) {
    self.arguments = arguments
    self.environment = environment
    self.terminal = terminal
  }
}

/// What a command line asks for.
package enum Answer<Surroundings>: Sendable {
  /// Text for standard output; the run is a success.
  case output(String)
  /// Text for standard error, because nothing was asked for; ends with `ExitCode.usage`.
  case usage(String)
  /// A mistake in the command line; ends with `ExitCode.usage`.
  case refused(Diagnostic)
  /// A command that is ready to run.
  case run(PreparedCommand<Surroundings>)
}

/// A command whose options are settled.
package struct PreparedCommand<Surroundings>: Sendable {
  /// The command's declaration.
  package let facts: CommandFacts
  /// What each option and positional is set to, and by what.
  package var values: [EffectiveValue] { makeValues() }
  /// Makes the values, which the work itself does not ask for.
  let makeValues: @Sendable () -> [EffectiveValue]
  /// Does the work.
  package let run: @Sendable (Surroundings) throws -> ExitCode
}
