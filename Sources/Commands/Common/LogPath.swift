import CommandLineKit

/// The path of a file of messages.
struct LogPath: ArgumentValue, Equatable {
  let path: String

  /// Messages are on standard error anyway, so that is no file of them.
  init?(argument: String) {
    guard !argument.isEmpty, argument != "-" else { return nil }
    path = argument
  }

  var argument: String { path }

  static var wanted: String { "a file, as messages go to standard error anyway" }
  static var completion: CompletionKind { .file }
}
