#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What this machine calls itself.
package enum HostName {
  /// The name, or `localhost` where it has none.
  package static var current: String {
    var name = [CChar](repeating: 0, count: 256)
    // One byte stays zero, for a name may be cut without an end.
    guard unsafe gethostname(&name, name.count - 1) == 0, name[0] != 0 else { return "localhost" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
