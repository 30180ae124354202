#if canImport(Darwin)
  internal import Darwin
#endif

/// The file of the program that runs.
package enum ExecutableFile {
  /// The folder that it is in; nil where the system does not say.
  package static var folder: String? {
    path.flatMap { path in path.lastIndex(of: "/").map { String(path[..<$0]) } }
  }

  private static var path: String? {
    #if canImport(Darwin)
      var size = UInt32(PATH_MAX)
      var text = [CChar](repeating: 0, count: Int(size))
      guard unsafe _NSGetExecutablePath(&text, &size) == 0 else { return nil }
      return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    #else
      return try? SystemCalls.real.readLink("/proc/self/exe")
    #endif
  }
}
