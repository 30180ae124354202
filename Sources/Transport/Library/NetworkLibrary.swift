internal import CCurl

/// The library that speaks to networks.
package enum NetworkLibrary {
  /// Its version, as in `7.88.1`; nil where it is not installed.
  ///
  /// It is opened for the question.
  package static var version: String? {
    guard let library = try? CurlLibrary.shared else { return nil }
    let text = unsafe String(cString: library.version())
    // More follows: its own name, and all that it is made of.
    return text.split(separator: " ").first?.split(separator: "/").last.map(String.init)
  }
}
