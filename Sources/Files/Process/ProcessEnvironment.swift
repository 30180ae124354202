#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The variables that the process was started with.
package enum ProcessEnvironment {
  /// All of them by name; of a name that is there twice the first one counts, as for `getenv`.
  package static var variables: [String: String] {
    var variables: [String: String] = [:]
    guard var next = unsafe start else { return variables }
    while let entry = unsafe next.pointee {
      let text = unsafe String(cString: entry)
      if let sign = text.firstIndex(of: "=") {
        let name = String(text[..<sign])
        if variables[name] == nil { variables[name] = String(text[text.index(after: sign)...]) }
      }
      unsafe next += 1
    }
    return variables
  }

  /// The first of the entries, the last of which is followed by nil.
  private static var start: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    #if canImport(Darwin)
      // Darwin's module has no `environ`: a library there may only ask for the place of it.
      unsafe _NSGetEnviron().pointee
    #else
      unsafe environ
    #endif
  }
}
