extension Program {
  /// What is typed for an option or stands in the environment, read without any check.
  ///
  /// It serves when the command line was refused and an option says how to report that, such as
  /// `--log-format`.
  package func glimpse(of option: String, in invocation: Invocation) -> String? {
    let words = invocation.arguments.prefix { $0 != "--" }
    for (place, word) in words.enumerated().reversed() {
      if word == "--\(option)", place + 1 < words.count { return words[place + 1] }
      if word.hasPrefix("--\(option)=") { return String(word.dropFirst(option.count + 3)) }
    }
    return invocation.environment["\(facts.name)_\(option)".asOuterName]
  }
}
