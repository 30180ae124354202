#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The account for which this process works.
package enum Account {
  /// Its number.
  package static var number: UInt32 { geteuid() }

  /// Its name, and its number where the system has no name for it.
  ///
  /// It comes from the system: what the environment says of it, everybody can set.
  package static let name: String = {
    guard let entry = unsafe getpwuid(number), let name = unsafe entry.pointee.pw_name else {
      return "uid \(number)"
    }
    return unsafe String(cString: name)
  }()
}
