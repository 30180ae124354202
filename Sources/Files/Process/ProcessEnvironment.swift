#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The variables that the process was started with.
package enum ProcessEnvironment {
  /// All of them by name; of a name that is there twice the first one counts, as for `getenv`.
  package static var variables: [String: String] {
    // Room for most, so that they are not moved time and again.
    var variables = [String: String](minimumCapacity: 64)
    guard var next = unsafe start else { return variables }
    while let entry = unsafe next.pointee {
      // The sign is looked for in the bytes, which takes a tenth of the time of finding a character.
      if let sign = unsafe strchr(entry, Int32(UInt8(ascii: "="))) {
        let bytes = unsafe UnsafeRawBufferPointer(start: entry, count: sign - entry)
        let name = unsafe String(decoding: bytes, as: UTF8.self)
        if variables[name] == nil { variables[name] = unsafe String(cString: sign + 1) }
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
