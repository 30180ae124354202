/// What a completion script asks the program while a value is being typed.
///
/// The script calls `angelx __complete KEY PREFIX COMMAND` and reads one value a line.
package struct CompletionRequest: Sendable, Equatable {
  /// The first argument by which the program knows that a script asks.
  package static let commandName = "__complete"

  /// The key that the parameter's `CompletionKind.dynamic` names.
  package let key: String
  /// What is typed so far.
  package let prefix: String
  /// The command whose parameter is typed.
  package let command: String

  /// Reads the arguments after `__complete`; nil when they are not three.
  init?(_ arguments: [String]) {
    guard arguments.count == 3 else { return nil }
    (key, prefix, command) = (arguments[0], arguments[1], arguments[2])
  }

  /// The values that begin with the prefix, one a line.
  ///
  /// A value that could not stand on a line or might disturb a terminal is left out.
  func answer(_ values: [String]) -> String {
    values.filter { value in
      value.hasPrefix(prefix) && !value.unicodeScalars.contains(where: ForeignText.isDangerous)
    }.map { $0 + "\n" }.joined()
  }
}
