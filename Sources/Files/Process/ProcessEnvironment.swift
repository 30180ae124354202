#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The variables that the process was started with.
package enum ProcessEnvironment {
  /// All of them as the system holds them, such as `COLUMNS=80`.
  package static var entries: [String] {
    var entries: [String] = []
    guard var next = unsafe start else { return entries }
    // Room for most, so that they are not moved time and again.
    entries.reserveCapacity(64)
    while let entry = unsafe next.pointee {
      entries.append(unsafe String(cString: entry))
      unsafe next += 1
    }
    return entries
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
