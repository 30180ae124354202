extension ParameterFacts {
  /// The positional as a synopsis shows it, such as `[FILE…]`.
  var synopsis: String {
    let name = arity == .repeated ? "\(valueName)…" : valueName
    return isRequired ? name : "[\(name)]"
  }

  /// The option with all its names and its value, such as `-n, --head N`.
  ///
  /// Without a short name the long one stands where it would behind a short one.
  var label: String {
    guard kind != .positional else { return valueName }
    let names = short.map { "-\($0), " } ?? "    "
    let value = arity == .list ? "\(valueName),…" : valueName
    return names + spelling + (value.isEmpty ? "" : " \(value)")
  }

  /// The help sentence with the choices, the way of several values and the default behind it.
  var helpWithDefault: String {
    var notes: [String] = []
    if !choices.isEmpty { notes.append(choices.joined(separator: ", ")) }
    if arity == .list { notes.append("commas between several, or the option again") }
    if arity == .repeated && kind == .option { notes.append("may be given again") }
    if let text = defaultText ?? defaultPhrase { notes.append("default: \(text)") }
    if isRequired && kind != .positional { notes.append("required") }
    return notes.isEmpty ? help : "\(help) (\(notes.joined(separator: "; ")))"
  }
}

extension CommandDescription {
  /// The command with its positionals, such as `angelx filter [OPTIONS] [FILE…]`.
  var synopsis: String {
    let required = parameters.filter { $0.isRequired && $0.kind == .option }
      .map { "\($0.spelling) \($0.valueName)" }
    let words = [program, facts.name] + required + ["[OPTIONS]"] + positionals.map(\.synopsis)
    return words.joined(separator: " ")
  }

  /// The words for a positional that explain it, with the choices and the default behind it.
  var positionalRows: [HelpText.Row] { positionals.map { ($0.label, $0.helpWithDefault) } }

  /// Where else each option is read from.
  var sources: [(option: String, variable: String?, key: String?)] {
    options.compactMap { option in
      let variable = option.environmentName(program: program)
      let key = option.configurationKey
      return variable == nil && key == nil ? nil : (option.spelling, variable, key)
    }
  }
}
