import CommandLineKit
import Configuration

/// The values that only the program itself can list while a command line is being typed.
enum Completions {
  /// The kind of completion that lists the keys of the configuration.
  static let configurationKey = "config-key"

  /// The values of a kind; those that fit what is typed are chosen by the caller.
  static func values(_ request: CompletionRequest) -> [String] {
    request.key == configurationKey ? Key.all.map(\.name) : []
  }
}
