/// The calls into the operating system that files are made of, as one table.
///
/// Everything in this target that touches a file goes through such a table, so a test can replace
/// one entry and see a full disk, a short write or a signal exactly where it wants it. Each call is
/// one closure call away, which is nothing beside the call itself.
///
/// Paths are those of the file system, relative ones starting at the working folder. Descriptors
/// are plain numbers here; ``Descriptor`` is their owner.
@safe
package struct SystemCalls: Sendable {
  /// Opens a path with the flags of open(2); the permissions are those of a new file.
  package var open:
    @Sendable (_ path: String, _ flags: Int32, _ permissions: UInt16) throws(Errno) -> Int32
  /// Closes a descriptor.
  package var close: @Sendable (_ descriptor: Int32) throws(Errno) -> Void
  /// Reads at most as many bytes as fit; 0 means the end.
  package var read:
    @Sendable (_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int
  /// Writes some of the bytes and returns how many.
  package var write:
    @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int
  /// Reads at most as many bytes as fit from a place of the file; 0 means that it ends before it.
  package var readAt:
    @Sendable (_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer, _ offset: Int)
      throws(Errno) -> Int
  /// Cuts an open file to a length.
  package var truncate: @Sendable (_ descriptor: Int32, _ size: Int) throws(Errno) -> Void
  /// Brings what was written to the device.
  package var synchronize: @Sendable (_ descriptor: Int32) throws(Errno) -> Void
  /// Makes a second descriptor for the same open file.
  package var duplicate: @Sendable (_ descriptor: Int32) throws(Errno) -> Int32
  /// Returns the status flags of an open descriptor, its access mode among them.
  package var flags: @Sendable (_ descriptor: Int32) throws(Errno) -> Int32
  /// Takes the exclusive lock of an open file, or fails at once when another holds it.
  package var lock: @Sendable (_ descriptor: Int32) throws(Errno) -> Void
  /// Takes the shared lock of an open file, or fails at once when another holds the exclusive one.
  package var lockShared: @Sendable (_ descriptor: Int32) throws(Errno) -> Void
  /// Sets the permission bits of an open file.
  package var setPermissions:
    @Sendable (_ descriptor: Int32, _ permissions: UInt16) throws(Errno) -> Void
  /// Describes an open file.
  package var status: @Sendable (_ descriptor: Int32) throws(Errno) -> FileStatus
  /// Describes what a path leads to.
  package var statusOfTarget: @Sendable (_ path: String) throws(Errno) -> FileStatus
  /// Describes what a path names, a symbolic link being a link.
  package var statusOfName: @Sendable (_ path: String) throws(Errno) -> FileStatus
  /// Returns the text of a symbolic link.
  package var readLink: @Sendable (_ path: String) throws(Errno) -> String
  /// Gives a file another name, replacing whatever had it.
  package var rename: @Sendable (_ from: String, _ to: String) throws(Errno) -> Void
  /// Makes a folder.
  package var makeFolder: @Sendable (_ path: String, _ permissions: UInt16) throws(Errno) -> Void
  /// Removes a name.
  package var unlink: @Sendable (_ path: String) throws(Errno) -> Void
  /// Returns the names in a folder that begin with a text.
  package var names: @Sendable (_ folder: String, _ beginning: String) throws(Errno) -> [String]
  /// Returns the permission bits that new files of this process do without.
  package var withheldPermissions: @Sendable () -> UInt16
  /// Waits until one of the descriptors is ready; -1 stands for none.
  ///
  /// The watched descriptor is an output of which only the end of its reader counts. A negative
  /// number of milliseconds waits for ever.
  package var wait:
    @Sendable (_ input: Int32, _ output: Int32, _ watched: Int32, _ milliseconds: Int32)
      throws(Errno) -> Readiness
}
