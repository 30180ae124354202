#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that is being written under a name of its own, locked for as long as its writer lives.
struct TemporaryFile: ~Copyable {
  let descriptor: Descriptor
  let name: TemporaryName

  private init(descriptor: consuming Descriptor, name: consuming TemporaryName) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Closes the file, checked, and gives it its final name.
  consuming func rename(to target: String) throws(Errno) {
    // The lock must outlive the closing, or another writer could take the file for a leftover
    // just before it gets its name.
    let lockHolder = try descriptor.duplicated()
    try descriptor.close()
    try name.rename(to: target)
    _ = consume lockHolder
  }
}

extension TemporaryFile {
  /// How often another name is tried; more than a handful of clashes is no chance any more.
  private static let attempts = 100

  /// Creates a file beside its target and takes its lock.
  static func create(for target: TargetPath, calls: SystemCalls) throws(Errno) -> TemporaryFile {
    for _ in 0..<attempts {
      let path = target.temporaryPath(unique: .random(in: 0...UInt64.max))
      do throws(Errno) {
        let descriptor = try Descriptor(
          opening: path, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, permissions: 0o600,
          calls: calls)
        let name = TemporaryName(path: path, calls: calls)
        if try isOurs(descriptor) { return TemporaryFile(descriptor: descriptor, name: name) }
      } catch .exists {
      }
    }
    throw .exists
  }

  /// Whether the new file is still there and locked by us.
  ///
  /// Between its creation and its lock another writer may have taken it for a leftover.
  private static func isOurs(_ descriptor: borrowing Descriptor) throws(Errno) -> Bool {
    do throws(Errno) {
      try descriptor.lock()
    } catch .wouldBlock {
      return false
    } catch {
      // A file system without locks; there nobody takes a file for a leftover either.
    }
    return try descriptor.status().linkCount > 0
  }
}

extension TemporaryFile {
  /// Removes the temporary files that dead writers of the same target left behind.
  ///
  /// Whatever cannot be listed, opened or locked is left alone: this is a service, not a duty.
  static func removeLeftovers(of target: TargetPath, calls: SystemCalls) {
    let beginning = target.temporaryBeginning
    guard let names = try? calls.names(target.folder, beginning) else { return }
    for name in names where target.isTemporary(name) {
      try? removeIfDead(target.beside(name), calls: calls)
    }
  }

  /// Removes one file under its lock, so that a writer about to take the lock sees it gone.
  private static func removeIfDead(_ path: String, calls: SystemCalls) throws(Errno) {
    let descriptor = try Descriptor(
      opening: path, flags: O_RDWR | O_NOFOLLOW | O_NONBLOCK, calls: calls)
    guard try descriptor.status().kind == .regular else { return }
    try descriptor.lock()
    try calls.unlink(path)
    try descriptor.close()
  }
}
