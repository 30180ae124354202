import Files

/// What the program says of itself.
enum Version {
  static let number = "0.1.0"

  /// The text of `--version`.
  @Sendable
  static func text(isDetailed: Bool) -> String {
    let first = "\(programName) \(number) (\(BuildFacts.commit), \(mode))\n"
    return isDetailed ? first + "zlib \(BuildFacts.zlib)\n" : first
  }

  private static var mode: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }
}
