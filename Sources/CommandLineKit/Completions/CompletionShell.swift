/// A shell that completions are written for.
package enum CompletionShell: String, CaseIterable, ArgumentValue {
  case bash, zsh, fish

  /// The name under which the shell looks for the program's script.
  package func fileName(program: String) -> String {
    switch self {
    case .bash: "\(program).bash"
    case .zsh: "_\(program)"
    case .fish: "\(program).fish"
    }
  }
}

extension ProgramDescription {
  /// The script that completes the program's command lines in a shell.
  package func completions(for shell: CompletionShell) -> String {
    switch shell {
    case .bash: bashCompletions
    case .zsh: zshCompletions
    case .fish: fishCompletions
    }
  }

  /// The program's name as part of a shell function's name.
  var functionName: String { facts.name.functionName }
}

extension String {
  /// The text in single quotes for bash and zsh, in which nothing is special.
  var inQuotes: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }

  /// The text with a backslash before each of some characters.
  func escaping(_ characters: String) -> String {
    reduce(into: "") { $0 += characters.contains($1) ? "\\\($1)" : "\($1)" }
  }
}

extension CommandDescription {
  /// The typed names of all options that take a value.
  var namesWithValue: [String] {
    options.filter { $0.kind == .option }.flatMap(\.typedNames)
  }
}
