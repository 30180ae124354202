#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Folder {
  /// Brings the names in a folder to the device.
  package static func synchronize(_ path: String, calls: SystemCalls) throws(Errno) {
    let folder = try Descriptor(opening: path, flags: O_RDONLY | O_DIRECTORY, calls: calls)
    try folder.synchronize()
  }
}
