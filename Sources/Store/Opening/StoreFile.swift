internal import Files

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// The file of a store, looked at before SQLite opens it.
enum StoreFile {
  /// Refuses what a store must not be in, and makes an empty file where one is to begin.
  static func prepare(
    _ path: String, creating: Bool, calls: SystemCalls = .real
  ) throws(StoreError) {
    if let status = try status(path, calls) {
      if let refusal = refusal(of: status) { throw .refused(path: path, refusal) }
    } else if creating {
      try begin(path, calls)
    } else {
      throw .missing(path: path)
    }
    if let network = FileSystem.networkName(of: path) {
      throw .refused(path: path, .network(network))
    }
  }

  private static func status(
    _ path: String, _ calls: SystemCalls
  ) throws(StoreError) -> FileStatus? {
    do throws(Errno) {
      return try calls.statusOfName(path)
    } catch .missing {
      return nil
    } catch {
      throw .cannotOpen(path: path, reason: error)
    }
  }

  private static func refusal(of status: FileStatus) -> StoreRefusal? {
    switch status.kind {
    case .link: .link
    case .folder, .stream: .noFile
    case .regular where status.linkCount > 1: .severalNames(status.linkCount)
    case .regular where status.permissions & 0o022 != 0: .writableByOthers
    case .regular: nil
    }
  }

  /// Makes the file readable by its owner alone; SQLite gives the files beside it the same permissions.
  private static func begin(_ path: String, _ calls: SystemCalls) throws(StoreError) {
    do throws(Errno) {
      let file = try Descriptor(
        opening: path, flags: O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, permissions: 0o600,
        calls: calls)
      try file.close()
    } catch .exists {
      // Another process begins the same store.
    } catch {
      throw .cannotOpen(path: path, reason: error)
    }
  }
}
