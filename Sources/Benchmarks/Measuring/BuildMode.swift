/// Whether the program was built to be fast.
package enum BuildMode: String, Sendable {
  case debug, release

  /// How this program was built.
  package static var current: BuildMode {
    #if DEBUG
      .debug
    #else
      .release
    #endif
  }
}
