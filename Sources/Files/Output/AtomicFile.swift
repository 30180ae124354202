#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A new content for a file, which appears under its name whole and durable, or not at all.
///
/// The bytes go into a temporary file in the same folder, readable by its owner only. Committing
/// brings them to the device, renames the file and brings the folder to the device. Without a
/// commit the temporary file is removed, also when a signal ends the program (see
/// ``SignalPolicy``); what even a killed program leaves behind, the next writer of the same
/// file removes. Of several writers at once, the last to commit wins, and each content is whole.
package struct AtomicFile: ~Copyable {
  /// The path as the user gave it.
  package let path: String
  private let target: TargetPath
  private let folder: Descriptor
  private let temporary: TemporaryFile
  /// Whether nobody but its owner may see the new content, whatever the process gives to new files.
  private let isPrivate: Bool
  private let calls: SystemCalls

  /// Starts a new content; the file itself, if there is one, stays as it is.
  ///
  /// - Parameters:
  ///   - path: The file to create or replace. A symbolic link stays, and what it leads to is
  ///     replaced.
  ///   - isPrivate: Whether only its owner may read it, also where others could read the old one.
  ///   - calls: The system calls to use.
  /// - Throws: ``FileError/cannotCreate(path:reason:)``.
  package init(
    path: String, isPrivate: Bool = false, calls: SystemCalls = .real
  ) throws(FileError) {
    do {
      try self.init(replacing: path, isPrivate: isPrivate, calls: calls)
    } catch {
      throw .cannotCreate(path: path, reason: error)
    }
  }

  private init(replacing path: String, isPrivate: Bool, calls: SystemCalls) throws(Errno) {
    let target = try TargetPath.following(path, calls: calls)
    if target.name.isEmpty { throw .missing }
    // Opened first: a folder that is missing or closed to us is found before any work is done.
    let folder = try Descriptor(
      opening: target.folder, flags: O_RDONLY | O_DIRECTORY, calls: calls)
    TemporaryFile.removeLeftovers(of: target, calls: calls)
    temporary = try .create(for: target, calls: calls)
    self.folder = folder
    self.target = target
    self.path = path
    self.isPrivate = isPrivate
    self.calls = calls
  }

  /// The path of the temporary file while it is being written.
  package var temporaryPath: String {
    temporary.name.path
  }

  /// Appends bytes to the new content.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    do {
      unsafe try temporary.descriptor.writeAll(bytes)
    } catch {
      throw .cannotWrite(path: path, reason: error)
    }
  }

  /// Appends bytes to the new content.
  package func write(_ bytes: Span<UInt8>) throws(FileError) {
    unsafe try bytes.withUnsafeBytes { raw throws(FileError) in unsafe try write(raw) }
  }

  /// Puts the new content in the place of the old one and returns when it is durable.
  ///
  /// - Throws: ``FileError/cannotWrite(path:reason:)``; the old content is then still there, unless
  ///   the very last step failed, which is to make the new name durable.
  package consuming func commit() throws(FileError) {
    let path = self.path
    do throws(Errno) {
      try givePermissions()
      try temporary.descriptor.synchronize()
      try temporary.rename(to: target.path)
      try folder.synchronize()
    } catch {
      throw .cannotWrite(path: path, reason: error)
    }
  }

  /// Opens the content to those who may see it.
  private func givePermissions() throws(Errno) {
    if isPrivate { return }
    do throws(Errno) {
      try temporary.descriptor.setPermissions(permissionsToGive())
    } catch  where error.isUnsupported || error == .notPermitted {
      // The file is ours, so it is the file system that has no such permissions.
    }
  }

  /// Those of the file that is replaced, or what the process gives to new files.
  private func permissionsToGive() throws(Errno) -> UInt16 {
    do throws(Errno) {
      return try calls.statusOfName(target.path).permissions
    } catch .missing {
      return 0o666 & ~calls.withheldPermissions()
    }
  }
}
