#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Which file a path names.
package enum FileIdentity {
  /// Whether writing to one path would take the place of what is at the other.
  ///
  /// Devices and pipes are no such places: any number of writers may share them.
  package static func areOneFile(_ first: String, _ second: String) -> Bool {
    guard let one = status(first), let other = status(second) else { return first == second }
    let isRegular = one.st_mode & S_IFMT == S_IFREG
    return isRegular && one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// Whether a path still names the file that is open.
  static func isStillNamed(_ path: String, _ open: borrowing Descriptor) -> Bool {
    var status = stat()
    guard unsafe fstat(open.number, &status) == 0, let named = Self.status(path) else {
      return false
    }
    return named.st_dev == status.st_dev && named.st_ino == status.st_ino
  }

  /// Whether there is anything at a path.
  package static func exists(_ path: String) -> Bool { status(path) != nil }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }
}
