import Scalars

extension Program {
  /// Opens the configuration, if there is one; `typed` tells what was typed for an option or stands in the
  /// environment, such as the file of `config`.
  package typealias Configuration<Failure: Error> = (
    _ typed: (_ option: String) -> String?
  ) throws(Failure) -> ConfigurationLookup?

  /// What a command line asks for.
  ///
  /// - Parameters:
  ///   - invocation: What the program was started with.
  ///   - values: Answers the completions of parameters of kind `dynamic`.
  ///   - configuration: Asked only when a command needs its options, and the program has one.
  /// - Throws: What `configuration` throws.
  package func answer<Failure: Error>(
    _ invocation: Invocation, values: (CompletionRequest) -> [String],
    configuration: Configuration<Failure>
  ) throws(Failure) -> Answer<Surroundings> {
    guard let first = invocation.arguments.first else {
      return .usage(description.overview(.none))
    }
    let rest = Array(invocation.arguments.dropFirst())
    switch first {
    case CompletionRequest.commandName:
      return .output(CompletionRequest(rest).map { $0.answer(values($0)) } ?? "")
    case "help":
      let topics = rest.filter { !Self.help.contains($0) }
      return help(on: topics, invocation.terminal) { $0.longHelp($1) }
    case _ where Self.help.contains(first):
      return help(on: rest, invocation.terminal) { $0.shortHelp($1) }
    case _ where invocation.arguments.contains("--version") && ArgumentReader.isOption(first):
      return .output(version(!Self.verbose.isDisjoint(with: invocation.arguments)))
    case _ where ArgumentReader.isOption(first):
      return refusal(misplaced(first), by: nil)
    default:
      guard let command = command(named: first) else { return refusal(unknown(first), by: nil) }
      return try answer(rest, by: command, invocation, configuration: configuration)
    }
  }

  private func answer<C: Command<Surroundings>, Failure: Error>(
    _ words: [String], by command: C.Type, _ invocation: Invocation,
    configuration: Configuration<Failure>
  ) throws(Failure) -> Answer<Surroundings> {
    let options = command.typedOptions
    let typed: TypedArguments
    do {
      var reader = ArgumentReader(options: options) { owners(of: $0) }
      typed = try reader.read(words)
    } catch {
      return refusal(error, by: command)
    }
    if typed.has(.help) {
      return .output(command.description(in: facts).shortHelp(invocation.terminal))
    }
    if typed.has(.version) { return .output(version(!Self.verbose.isDisjoint(with: words))) }

    var sources = OptionSources(
      program: facts.name, typed: typed, environment: invocation.environment)
    let outer = sources
    if facts.hasConfiguration, command.readsConfiguration {
      sources.configuration = try configuration { name in
        options.first { $0.name == name }.flatMap(outer.wordBeforeConfiguration)
      }
    }
    do {
      return try answer(from: sources, by: command, invocation.terminal)
    } catch {
      return refusal(error, by: command)
    }
  }

  private func answer<C: Command<Surroundings>>(
    from sources: OptionSources, by command: C.Type, _ terminal: TerminalFacts
  ) throws(UsageError) -> Answer<Surroundings> {
    let (options, origins) = try command.settle(sources)
    if sources.typed.has(.explainOptions) {
      return .output(EffectiveValue.table(command.values(of: options, from: origins), terminal))
    }
    return .run(
      PreparedCommand(
        facts: command.facts, makeValues: { command.values(of: options, from: origins) }
      ) { surroundings in
        try command.run(options, in: surroundings)
      })
  }

  private static var help: [String] { BuiltInOption.help.facts.typedNames }
  private static var verbose: Set<String> { ["--verbose", "-v"] }

  /// The help on a command, or the overview where none is named.
  private func help(
    on topics: [String], _ terminal: TerminalFacts,
    _ text: (CommandDescription, TerminalFacts) -> String
  ) -> Answer<Surroundings> {
    guard let topic = topics.first, topic != "help" else {
      return .output(description.overview(terminal))
    }
    guard let command = command(named: topic) else { return refusal(unknown(topic), by: nil) }
    guard topics.count == 1 else {
      return refusal(.combination("help explains one command at a time; name one"), by: nil)
    }
    return .output(text(command.description(in: facts), terminal))
  }

  /// What is wrong with an option where the name of the command should stand.
  private func misplaced(_ word: String) -> UsageError {
    let option = String(word.hasPrefix("--") ? word.prefix { $0 != "=" } : word.prefix(2))
    if !owners(of: option).isEmpty { return .optionBeforeCommand(option) }
    let own = [BuiltInOption.help, .version].map(\.facts.spelling)
    let meant = nearest(to: option, in: own, acceptingBeginnings: true)
    return .unknownOption(option, nearest: meant, owners: [])
  }

  private func command(named name: String) -> (any Command<Surroundings>.Type)? {
    for command in commands where command.facts.name == name { return command }
    return nil
  }

  private func refusal(
    _ error: UsageError, by command: (any Command<Surroundings>.Type)?
  ) -> Answer<Surroundings> {
    .refused(error.diagnostic(program: facts.name, command: command?.facts.name))
  }

  private func unknown(_ name: String) -> UsageError {
    let names = commands.map { $0.facts }.filter(\.isShown).map(\.name) + ["help"]
    return .unknownCommand(
      name, nearest: nearest(to: name, in: names, acceptingBeginnings: true))
  }

  /// The commands that have an option, given as typed.
  private func owners(of option: String) -> [String] {
    description.shownCommands.filter { command in
      command.options.contains { $0.typedNames.contains(option) }
    }.map(\.facts.name)
  }
}
