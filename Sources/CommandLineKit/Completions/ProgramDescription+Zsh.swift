extension ProgramDescription {
  /// The script for zsh, to be found in `fpath` or sourced.
  var zshCompletions: String {
    let name = "_\(functionName)"
    let cases = shownCommands.map { command in
      "    \(command.facts.name)) \(name)_\(command.facts.name.functionName) ;;\n"
    }.joined()
    let functions = shownCommands.map { zshFunction($0, name) + "\n" }.joined()
    return zshHelpers(name) + functions + #"""
      \#(name)() {
        local curcontext=$curcontext program=${(Q)words[1]} state line
        typeset -A opt_args
        _arguments -C \
          '(- *)'{-h,--help}'[Show this help.]' \
          '(- *)--version[Show the version.]' \
          '1:command:\#(name)_commands' \
          '*::argument:->rest'
        [[ $state == rest ]] || return
        curcontext="${curcontext%:*:*}:\#(facts.name)-$words[1]:"
        case $words[1] in
          help) _arguments '1:command:\#(name)_commands' ;;
      \#(cases)  esac
      }

      if [[ $funcstack[1] == \#(name) ]]; then
        \#(name) "$@"
      else
        compdef \#(name) \#(facts.name)
      fi

      """#
  }

  /// The functions that ask the program and that list its commands.
  private func zshHelpers(_ name: String) -> String {
    let listed = shownCommands.map { command in
      "    " + "\(command.facts.name):\(command.facts.summary)".inQuotes + "\n"
    }.joined()
    return #"""
      #compdef \#(facts.name)
      # Completes \#(facts.name) in zsh; made from the declarations of its commands.

      # Asks the program for values; key and command are the last two arguments.
      \#(name)_ask() {
        local -a values
        values=(${(f)"$($program __complete $argv[-2] "$PREFIX" $argv[-1] 2>/dev/null)"})
        compadd "${(@)argv[1,-3]}" -a values
      }

      \#(name)_commands() {
        local -a commands
        commands=(
      \#(listed)    'help:Explain a command.'
        )
        _describe -t commands command commands
      }


      """#
  }

  private func zshFunction(_ command: CommandDescription, _ name: String) -> String {
    let specifications =
      command.options.map { zshOption($0, command, name) }
      + command.positionals.map { zshPositional($0, command, name) }
    return "\(name)_\(command.facts.name.functionName)() {\n  _arguments -s -S \\\n"
      + specifications.map { "    " + $0 }.joined(separator: " \\\n") + "\n}\n"
  }

  private func zshOption(
    _ option: ParameterFacts, _ command: CommandDescription, _ name: String
  ) -> String {
    let endsTheLine = [BuiltInOption.help, .version].contains { $0.facts.name == option.name }
    let help = "[\(option.help.escaping("\\[]"))]"
    let value =
      option.kind == .flag
      ? "" : ":\(option.valueName.escaping(":")):\(zshAction(option, command, name))"
    let (joined, long) =
      option.kind == .flag ? ("", option.spelling) : ("+", option.spelling + "=")
    let prefix =
      endsTheLine
      ? "(- *)"
      : option.arity == .one ? "(\(option.typedNames.joined(separator: " ")))" : "*"
    guard let short = option.short else { return "\(prefix)\(long)\(help)\(value)".inQuotes }
    return "\(prefix.inQuotes){-\(short)\(joined),\(long)}\("\(help)\(value)".inQuotes)"
  }

  private func zshPositional(
    _ positional: ParameterFacts, _ command: CommandDescription, _ name: String
  ) -> String {
    let place = command.positionals.firstIndex { $0.name == positional.name }.map { "\($0 + 1)" }
    let start = positional.arity == .repeated ? "*" : place ?? ""
    let title = positional.valueName.escaping(":")
    return "\(start):\(title):\(zshAction(positional, command, name))".inQuotes
  }

  private func zshAction(
    _ parameter: ParameterFacts, _ command: CommandDescription, _ name: String
  ) -> String {
    let isList = parameter.arity == .list
    switch parameter.completion {
    case .none: return " "
    case .choices(let words):
      let words = words.joined(separator: " ")
      return isList ? "_sequence compadd - \(words)" : "(\(words))"
    case .file: return isList ? "_sequence _files" : "_files"
    case .folder: return isList ? "_sequence _files - -/" : "_files -/"
    case .dynamic(let key):
      let arguments = "\(key) \(command.facts.name)"
      return isList ? "_sequence \(name)_ask - \(arguments)" : "\(name)_ask \(arguments)"
    }
  }
}
