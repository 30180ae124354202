#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that grows at its end and that several processes share.
///
/// Whoever changes it holds its lock, and gives the lock back by letting the value go. Reads name
/// their place, so nobody moves a position that others rely on.
package struct JournalFile: ~Copyable {
  /// The path as the user gave it.
  package let path: String
  private let descriptor: Descriptor
  private let calls: SystemCalls

  /// Opens a file to read it and to append to it, and creates it for its owner alone.
  ///
  /// A symbolic link is refused: whoever plants one would choose the file that is written to.
  package init(appendingTo path: String, calls: SystemCalls = .real) throws(FileError) {
    try self.init(path, flags: O_RDWR | O_APPEND | O_CREAT, calls: calls)
  }

  /// Opens a file that is there to read it; a symbolic link is refused.
  package init(reading path: String, calls: SystemCalls = .real) throws(FileError) {
    try self.init(path, flags: O_RDONLY, calls: calls)
  }

  private init(_ path: String, flags: Int32, calls: SystemCalls) throws(FileError) {
    do throws(Errno) {
      descriptor = try Self.opened(path, flags: flags, calls: calls)
    } catch {
      throw .cannotOpen(path: path, reason: error)
    }
    self.path = path
    self.calls = calls
  }

  private static func opened(
    _ path: String, flags: Int32, calls: SystemCalls
  ) throws(Errno) -> Descriptor {
    // Without blocking, so that a pipe under this name is refused and not waited for.
    let descriptor = try Descriptor(
      opening: path, flags: flags | O_NOFOLLOW | O_NONBLOCK, permissions: 0o600, calls: calls)
    switch try descriptor.status().kind {
    case .regular: return descriptor
    case .folder: throw .isFolder
    case .link, .stream: throw Errno(ENODEV)
    }
  }

  /// Closes the file, which also gives its lock back, and reports what was held back until then.
  package consuming func close() throws(FileError) {
    let path = self.path
    do throws(Errno) {
      try descriptor.close()
    } catch {
      throw .cannotWrite(path: path, reason: error)
    }
  }
}

extension JournalFile {
  /// The longest pause between two tries to get the lock, in milliseconds.
  private static let longestPause: Int32 = 16

  /// Takes the exclusive lock, for which it waits so many milliseconds at most.
  ///
  /// - Returns: Whether the lock was free in time.
  package func lock(atMost milliseconds: Int32) throws(FileError) -> Bool {
    var (waited, pause): (Int32, Int32) = (0, 1)
    while true {
      do throws(Errno) {
        try descriptor.lock()
        return true
      } catch .wouldBlock {
        if waited >= milliseconds { return false }
        // A signal cuts the pause short, which does no harm.
        _ = try? calls.wait(-1, -1, -1, pause)
        waited += pause
        pause = min(2 * pause, Self.longestPause)
      } catch {
        throw .cannotOpen(path: path, reason: error)
      }
    }
  }

  /// Whether the path still names this file: another process may have put a new one in its place.
  package var isStillNamed: Bool { FileIdentity.isStillNamed(path, descriptor) }

  /// Whether others than its owner can change it.
  package func isWritableByOthers() throws(FileError) -> Bool {
    do throws(Errno) {
      return try descriptor.status().permissions & 0o022 != 0
    } catch {
      throw .cannotRead(path: path, reason: error)
    }
  }

  /// The length in bytes.
  package func size() throws(FileError) -> Int {
    do throws(Errno) {
      return try descriptor.status().size
    } catch {
      throw .cannotRead(path: path, reason: error)
    }
  }

  /// The bytes of a range, or as many of them as the file has.
  package func bytes(_ range: Range<Int>) throws(FileError) -> [UInt8] {
    do throws(Errno) {
      return try descriptor.bytes(range)
    } catch {
      throw .cannotRead(path: path, reason: error)
    }
  }

  /// Appends bytes, in one call unless the system takes only some of them.
  package func append(_ bytes: [UInt8]) throws(FileError) {
    do throws(Errno) {
      try descriptor.writeAll(bytes)
    } catch {
      throw .cannotWrite(path: path, reason: error)
    }
  }

  /// Cuts the file to a length.
  package func cut(to size: Int) throws(FileError) {
    do throws(Errno) {
      try descriptor.truncate(to: size)
    } catch {
      throw .cannotWrite(path: path, reason: error)
    }
  }

  /// Brings what was appended to the device; a failure is final.
  package func synchronize() throws(FileError) {
    do throws(Errno) {
      try descriptor.synchronize()
    } catch {
      throw .cannotWrite(path: path, reason: error)
    }
  }

  /// Brings the name of the file to the device.
  package func synchronizeFolder() throws(FileError) {
    do throws(Errno) {
      try Folder.synchronize(TargetPath(path).folder, calls: calls)
    } catch {
      throw .cannotWrite(path: path, reason: error)
    }
  }
}
