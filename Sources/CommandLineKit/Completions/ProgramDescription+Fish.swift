extension ProgramDescription {
  /// The script for fish 3.0 and later.
  var fishCompletions: String {
    let name = "__\(functionName)"
    let summaries = shownCommands.map { ($0.facts.name, $0.facts.summary) }
    let listed = (summaries + [("help", "Explain a command.")]).map { command, summary in
      fishLine("-n \(name)_starts -a \(command) -d \(Self.quoted(summary))")
    }.joined()
    let topics = fishLine(
      "-n '\(name)_at help 0' -a \(Self.quoted(summaries.map(\.0).joined(separator: " ")))")
    let commands = shownCommands.map { "\n" + fishCommand($0, name) }.joined()
    let own = [BuiltInOption.help, .version].map(\.facts).map { option in
      fishLine("-n \(name)_starts -l \(option.name) -d \(Self.quoted(option.help))")
    }.joined()
    return fishHelpers(name) + fishLine("-f") + listed + own + topics + commands
  }

  /// What every script holds, whatever the commands.
  private func fishHelpers(_ name: String) -> String {
    #"""
    # Completes \#(facts.name) in fish; made from the declarations of its commands.

    # Whether no command is typed yet.
    function \#(name)_starts
        test (count (commandline -opc)) -eq 1
    end

    # Whether the command typed is COMMAND.
    function \#(name)_uses --argument-names command
        set -l words (commandline -opc)
        test (count $words) -gt 1; and test "$words[2]" = "$command"
    end

    # Whether the word typed is the positional of COMMAND with the number PLACE, or a later one
    # when PLACE ends in +. The further arguments are the options that take a value.
    function \#(name)_at --argument-names command place
        \#(name)_uses $command; or return 1
        set -l words (commandline -opc)[3..-1]
        set -l count 0
        set -l skip 0
        for word in $words
            if test $skip -eq 1
                set skip 0
            else if contains -- $word $argv[3..-1]
                set skip 1
            else if not string match -q -- '-?*' $word
                set count (math $count + 1)
            end
        end
        if string match -q -- '*+' $place
            test $count -ge (string trim -c + -- $place)
        else
            test $count -eq $place
        end
    end

    # The value typed so far, without the option in front of it.
    function \#(name)_typed
        string replace -r -- '^--[^=]*=' '' (commandline -ct)
    end

    # The values that come in, behind what a list already holds.
    function \#(name)_list
        set -l head (string match -r -- '^.*,' (\#(name)_typed); or echo '')
        while read -l value
            echo $head$value
        end
    end

    # Asks the program for values.
    function \#(name)_ask --argument-names key
        set -l words (commandline -opc)
        set -l prefix (string replace -r -- '^.*,' '' (\#(name)_typed))
        $words[1] __complete $key "$prefix" $words[2] 2>/dev/null
    end


    """#
  }

  private func fishLine(_ rest: String) -> String { "complete -c \(facts.name) \(rest)\n" }

  private func fishCommand(_ command: CommandDescription, _ name: String) -> String {
    let options = command.options.map { option in
      let short = option.short.map { " -s \($0)" } ?? ""
      let value = option.kind == .flag ? "" : " " + fishValue(option, name)
      return fishLine(
        "-n '\(name)_uses \(command.facts.name)'\(short) -l \(option.name)\(value)"
          + " -d \(Self.quoted(option.help))")
    }
    let takingValue = command.namesWithValue.map { " \($0)" }.joined()
    let positionals = command.positionals.enumerated().compactMap { place, positional -> String? in
      guard positional.completion != .none else { return nil }
      let number = positional.arity == .repeated ? "\(place)+" : "\(place)"
      return fishLine(
        "-n '\(name)_at \(command.facts.name) \(number)\(takingValue)' "
          + fishValue(positional, name))
    }
    return options.joined() + positionals.joined()
  }

  private func fishValue(_ parameter: ParameterFacts, _ name: String) -> String {
    // -x wants a value and offers no files; for a positional -f does the same.
    let only = parameter.kind == .positional ? "-f" : "-x"
    let values: String
    switch parameter.completion {
    case .none: return only
    case .file: return parameter.kind == .positional ? "-F" : "-r -F"
    case .folder: return "\(only) -a '(__fish_complete_directories (\(name)_typed))'"
    case .choices(let words):
      guard parameter.arity == .list else {
        return "\(only) -a \(Self.quoted(words.joined(separator: " ")))"
      }
      values = "printf '%s\\n' \(words.joined(separator: " "))"
    case .dynamic(let key): values = "\(name)_ask \(key)"
    }
    let call = parameter.arity == .list ? "(\(values) | \(name)_list)" : "(\(values))"
    return "\(only) -a \(Self.quoted(call))"
  }

  /// The text in single quotes, in which fish gives meaning to quotes and backslashes only.
  private static func quoted(_ text: String) -> String { "'\(text.escaping("\\'"))'" }
}
