import Files
import Store
import Transport

/// What the program says of itself.
enum Version {
  static let number = "0.1.0"

  /// What the program calls itself on the network.
  static let userAgent = "\(programName)/\(number)"

  /// The text of `--version`.
  @Sendable
  static func text(isDetailed: Bool) -> String {
    let first = "\(programName) \(number) (\(BuildFacts.commit), \(mode))\n"
    guard isDetailed else { return first }
    return """
      \(first)SQLite \(Store.libraryVersion)
      libcurl \(NetworkLibrary.version ?? "not installed")
      zlib \(BuildFacts.zlib)

      """
  }

  private static var mode: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }
}
