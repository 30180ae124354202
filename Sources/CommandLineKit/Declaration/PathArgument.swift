/// A path as it was typed; whether there is such a file is for the command to find out.
package struct PathArgument: ArgumentValue, Equatable {
  /// The path, never empty.
  package let path: String

  package init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    path = argument
  }

  package var argument: String { path }

  package static var wanted: String { "a path" }

  package static var completion: CompletionKind { .file }
}
