extension ProgramDescription {
  /// The script for bash 3.2 and later, which needs nothing but bash itself.
  var bashCompletions: String {
    let name = "_\(functionName)"
    let commands = shownCommands.map(\.facts.name)
    let cases = shownCommands.map { bashCase($0, name) }.joined()
    return bashHelpers(name) + #"""
      \#(name)() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
        local command=${COMP_WORDS[1]} head='' place=0
        COMPREPLY=()
        # Bash hands over --name=value as three words.
        if [[ $current == '=' ]]; then
          current=''
        elif [[ $previous == '=' ]]; then
          previous=${COMP_WORDS[COMP_CWORD - 2]}
        fi
        if ((COMP_CWORD == 1)); then
          \#(name)_words \#((commands + ["help", "--help", "--version"]).joined(separator: " "))
          return
        fi
        case $command in
          help)
            ((COMP_CWORD > 2)) || \#(name)_words \#(commands.joined(separator: " "))
            ;;
      \#(cases)  esac
      }

      complete -F \#(name) \#(facts.name)

      """#
  }

  /// What every script holds, whatever the commands.
  private func bashHelpers(_ name: String) -> String {
    #"""
    # Completes \#(facts.name) in bash; made from the declarations of its commands.

    # Offers the lines that come in, behind what a list already holds.
    \#(name)_offer() {
      local line
      while IFS= read -r line; do COMPREPLY+=("$head$line"); done
    }

    \#(name)_words() { \#(name)_offer < <(compgen -W "$*" -- "$current"); }

    \#(name)_paths() {
      compopt -o filenames 2>/dev/null
      \#(name)_offer < <(compgen "$1" -- "$current")
    }

    # Asks the program for values.
    \#(name)_ask() {
      local program=${COMP_WORDS[0]/#\~/$HOME}
      \#(name)_offer < <("$program" __complete "$1" "$current" "$command" 2>/dev/null)
    }

    # Completes what stands behind the last comma.
    \#(name)_list() {
      compopt -o nospace 2>/dev/null
      [[ $current != *,* ]] || head=${current%,*},
      current=${current##*,}
      "$@"
    }

    # Counts the words before the current one that belong to no option.
    # The arguments are the options that take a value.
    \#(name)_count() {
      local index
      place=0
      for ((index = 2; index < COMP_CWORD; index++)); do
        if [[ " $* " == *" ${COMP_WORDS[index]} "* ]]; then
          [[ ${COMP_WORDS[index + 1]} != '=' ]] || ((index += 1))
          ((index += 1))
        elif [[ ${COMP_WORDS[index]} != -?* ]]; then
          ((place += 1))
        fi
      done
    }


    """#
  }

  private func bashCase(_ command: CommandDescription, _ name: String) -> String {
    let names = command.options.flatMap(\.typedNames).joined(separator: " ")
    var text = """
          \(command.facts.name))
            case $previous in
      \(bashValues(of: command, name))      esac
            if [[ $current == -* ]]; then
              \(name)_words \(names)
              return
            fi

      """
    let places = command.positionals.enumerated().map { place, positional in
      let pattern = positional.arity == .repeated ? "*" : "\(place)"
      return "        \(pattern)) \(bashAction(positional, name)) ;;\n"
    }
    if !places.isEmpty {
      text += "      \(name)_count \(command.namesWithValue.joined(separator: " "))\n"
      text += "      case $place in\n\(places.joined())      esac\n"
    }
    return text + "      ;;\n"
  }

  /// The cases that complete an option's value; nothing is offered for a value of any text.
  private func bashValues(of command: CommandDescription, _ name: String) -> String {
    let options = command.options.filter { $0.kind == .option }
    let free = options.filter { $0.completion == .none }.flatMap(\.typedNames)
    let offers = options.filter { $0.completion != .none }.map { option in
      "        \(option.typedNames.joined(separator: "|"))) \(bashAction(option, name)); return ;;\n"
    }
    return offers.joined()
      + (free.isEmpty ? "" : "        \(free.joined(separator: "|"))) return ;;\n")
  }

  private func bashAction(_ parameter: ParameterFacts, _ name: String) -> String {
    let action: String
    switch parameter.completion {
    case .none: return ":"
    case .choices(let words): action = "\(name)_words \(words.joined(separator: " "))"
    case .file: action = "\(name)_paths -f"
    case .folder: action = "\(name)_paths -d"
    case .dynamic(let key): action = "\(name)_ask \(key)"
    }
    return parameter.arity == .list ? "\(name)_list \(action)" : action
  }
}
