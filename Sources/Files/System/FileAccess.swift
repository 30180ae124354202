#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What this process may do with what is at a path.
package enum FileAccess {
  /// Whether it may be read.
  package static func mayRead(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }

  /// Whether it may be changed; of a folder, whether files may be made in it.
  package static func mayWrite(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  /// Whether a folder is at a path.
  package static func isFolder(_ path: String) -> Bool {
    guard let status = try? SystemCalls.real.statusOfTarget(path) else { return false }
    return status.kind == .folder
  }
}
