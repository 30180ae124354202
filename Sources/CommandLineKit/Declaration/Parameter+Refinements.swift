extension Parameter {
  /// The parameter with paragraphs for the long help and the manual.
  package func explained(_ paragraphs: String...) -> Self {
    refined { $0.discussion = paragraphs }
  }

  /// The parameter under a heading of its own in help and manual.
  package func section(_ section: String) -> Self { refined { $0.section = section } }

  /// The parameter left out of the short help.
  package func hidden() -> Self { refined { $0.isHidden = true } }

  /// The parameter as one that some source must give.
  package func required() -> Self { refined { $0.isRequired = true } }

  /// The parameter read from the named environment variable; nil for none.
  package func environment(_ name: String?) -> Self {
    refined { $0.environment = name.map { .given($0) } ?? .none }
  }

  /// The parameter read from the named configuration key; nil for none.
  package func configuration(_ key: String?) -> Self {
    refined { $0.configuration = key.map { .given($0) } ?? .none }
  }

  /// The parameter with a phrase for a default that is only decided when the command runs.
  package func defaulting(to phrase: String) -> Self { refined { $0.defaultPhrase = phrase } }

  /// The parameter with other completions than those of its type.
  package func completing(_ kind: CompletionKind) -> Self { refined { $0.completion = kind } }

  private func refined(_ change: (inout ParameterFacts) -> Void) -> Self {
    var copy = self
    change(&copy.facts)
    return copy
  }
}
