#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
private import Synchronization

extension SystemCalls {
  /// The calls of the operating system itself.
  package static let real = unsafe SystemCalls(
    open: openFile, close: closeFile, read: readFile, write: writeFile,
    readAt: readFileAt, truncate: truncateFile, synchronize: synchronizeFile,
    duplicate: duplicateDescriptor, flags: flagsOfFile, lock: lockFile,
    lockShared: shareLockOfFile, setPermissions: setPermissionsOfFile, status: statusOfFile,
    statusOfTarget: statusOfPathTarget, statusOfName: statusOfPathName, readLink: readLinkText,
    rename: renameFile, makeFolder: makeFolderAtPath, unlink: unlinkFile, names: namesInFolder,
    withheldPermissions: permissionsWithheld, wait: waitForDescriptors)
}

/// Returns what a call gave, or throws the reason that it left behind.
@inline(__always)
private func checked<Number: SignedInteger>(_ result: Number) throws(Errno) -> Number {
  guard result >= 0 else { throw Errno(errno) }
  return result
}

/// The most that one call moves; beyond it Linux cuts the request and macOS refuses it.
private let largestTransfer = 1 << 30

// MARK: - Descriptors

@Sendable
private func openFile(
  _ path: String, _ flags: Int32, _ permissions: UInt16
) throws(Errno) -> Int32 {
  unsafe try checked(open(path, flags, mode_t(permissions)))
}

@Sendable
private func closeFile(_ descriptor: Int32) throws(Errno) {
  _ = try checked(close(descriptor))
}

@Sendable
private func readFile(
  _ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer
) throws(Errno) -> Int {
  unsafe try checked(read(descriptor, buffer.baseAddress, min(buffer.count, largestTransfer)))
}

@Sendable
private func writeFile(
  _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer
) throws(Errno) -> Int {
  unsafe try checked(write(descriptor, bytes.baseAddress, min(bytes.count, largestTransfer)))
}

@Sendable
private func readFileAt(
  _ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer, _ offset: Int
) throws(Errno) -> Int {
  let count = min(buffer.count, largestTransfer)
  return unsafe try checked(pread(descriptor, buffer.baseAddress, count, off_t(offset)))
}

@Sendable
private func truncateFile(_ descriptor: Int32, _ size: Int) throws(Errno) {
  _ = try checked(ftruncate(descriptor, off_t(size)))
}

@Sendable
private func synchronizeFile(_ descriptor: Int32) throws(Errno) {
  #if canImport(Darwin)
    // There fsync(2) stops at the cache of the drive; file systems without the stronger call
    // answer with an error, and for them the weaker one has to do.
    if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
  #endif
  _ = try checked(fsync(descriptor))
}

@Sendable
private func duplicateDescriptor(_ descriptor: Int32) throws(Errno) -> Int32 {
  try checked(fcntl(descriptor, F_DUPFD_CLOEXEC, 0))
}

@Sendable
private func flagsOfFile(_ descriptor: Int32) throws(Errno) -> Int32 {
  try checked(fcntl(descriptor, F_GETFL))
}

@Sendable
private func lockFile(_ descriptor: Int32) throws(Errno) {
  _ = try checked(flock(descriptor, LOCK_EX | LOCK_NB))
}

@Sendable
private func shareLockOfFile(_ descriptor: Int32) throws(Errno) {
  _ = try checked(flock(descriptor, LOCK_SH | LOCK_NB))
}

@Sendable
private func setPermissionsOfFile(_ descriptor: Int32, _ permissions: UInt16) throws(Errno) {
  _ = try checked(fchmod(descriptor, mode_t(permissions)))
}

@Sendable
private func statusOfFile(_ descriptor: Int32) throws(Errno) -> FileStatus {
  var raw = stat()
  _ = unsafe try checked(fstat(descriptor, &raw))
  return FileStatus(raw)
}

@Sendable
private func waitForDescriptors(
  _ input: Int32, _ output: Int32, _ watched: Int32, _ milliseconds: Int32
) throws(Errno) -> Readiness {
  var entries = (
    pollfd(fd: input, events: Int16(POLLIN), revents: 0),
    pollfd(fd: output, events: Int16(POLLOUT), revents: 0),
    // An error and a hang-up are reported without being asked for.
    pollfd(fd: watched, events: 0, revents: 0)
  )
  _ = unsafe try withUnsafeMutableBytes(of: &entries) { bytes throws(Errno) in
    unsafe try checked(
      poll(bytes.assumingMemoryBound(to: pollfd.self).baseAddress, 3, milliseconds))
  }
  var readiness: Readiness = []
  if entries.0.revents != 0 { readiness.insert(.input) }
  if entries.1.revents != 0 { readiness.insert(.output) }
  if Int32(entries.2.revents) & (POLLERR | POLLHUP) != 0 { readiness.insert(.readerGone) }
  return readiness
}

// MARK: - Paths

@Sendable
private func statusOfPathTarget(_ path: String) throws(Errno) -> FileStatus {
  var raw = stat()
  _ = unsafe try checked(stat(path, &raw))
  return FileStatus(raw)
}

@Sendable
private func statusOfPathName(_ path: String) throws(Errno) -> FileStatus {
  var raw = stat()
  _ = unsafe try checked(lstat(path, &raw))
  return FileStatus(raw)
}

@Sendable
private func readLinkText(_ path: String) throws(Errno) -> String {
  var text = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = unsafe try checked(readlink(path, &text, text.count))
  return String(decoding: text.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
}

@Sendable
private func renameFile(_ from: String, _ to: String) throws(Errno) {
  _ = unsafe try checked(rename(from, to))
}

@Sendable
private func makeFolderAtPath(_ path: String, _ permissions: UInt16) throws(Errno) {
  _ = unsafe try checked(mkdir(path, mode_t(permissions)))
}

@Sendable
private func unlinkFile(_ path: String) throws(Errno) {
  _ = unsafe try checked(unlink(path))
}

@Sendable
private func namesInFolder(_ folder: String, _ beginning: String) throws(Errno) -> [String] {
  guard let stream = unsafe opendir(folder) else { throw Errno(errno) }
  defer { unsafe closedir(stream) }
  var names: [String] = []
  while let entry = unsafe readdir(stream) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { text in
      unsafe text.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
    }
    if name.utf8.starts(with: beginning.utf8) { names.append(name) }
  }
  return names
}

/// Guards the two steps by which the mask is read, which is only possible by setting it.
private let maskIsBeingRead = Mutex(())

@Sendable
private func permissionsWithheld() -> UInt16 {
  maskIsBeingRead.withLock { _ in
    // A file that another thread creates meanwhile comes out stricter, never more open.
    let mask = umask(0o077)
    _ = umask(mask)
    return UInt16(mask)
  }
}
