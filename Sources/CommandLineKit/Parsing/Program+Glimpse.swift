extension Program {
  /// What is typed for an option or stands in the environment, read without any check.
  ///
  /// It serves when the command line was refused and an option says how to report that, such as
  /// `--log-format`.
  package func glimpse(of option: String, in invocation: Invocation) -> String? {
    let words = invocation.arguments.prefix { $0 != "--" }
    let spelling = "--\(option)"
    for place in words.indices.reversed() where words[place].hasPrefix(spelling) {
      let word = words[place]
      if word == spelling, place + 1 < words.count { return words[place + 1] }
      if word.hasPrefix("\(spelling)=") { return String(word.dropFirst(spelling.count + 1)) }
    }
    return invocation.environment["\(facts.name)_\(option)".asOuterName]
  }
}
