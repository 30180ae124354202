#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The one owner of an open descriptor, which closes it when it goes away.
///
/// Every call is repeated when a signal interrupts it, and every descriptor made here is closed
/// in programs that this one starts.
package struct Descriptor: ~Copyable {
  /// The number of the descriptor; -1 after it was closed.
  package private(set) var number: Int32
  private let isOwned: Bool
  private let calls: SystemCalls

  /// Opens a path.
  ///
  /// - Parameters:
  ///   - path: The path to open.
  ///   - flags: Flags of open(2); `O_CLOEXEC` and `O_NOCTTY` are added.
  ///   - permissions: The permissions of a file that the call creates, before the process's mask.
  ///   - calls: The system calls to use.
  package init(
    opening path: String, flags: Int32, permissions: UInt16 = 0, calls: SystemCalls
  ) throws(Errno) {
    number = try retryingInterrupts { () throws(Errno) in
      try calls.open(path, flags | O_CLOEXEC | O_NOCTTY, permissions)
    }
    isOwned = true
    self.calls = calls
  }

  /// Uses a descriptor that belongs to someone else, such as standard output, and never closes it.
  package init(borrowing number: Int32, calls: SystemCalls) {
    self.number = number
    isOwned = false
    self.calls = calls
  }

  private init(owning number: Int32, calls: SystemCalls) {
    self.number = number
    isOwned = true
    self.calls = calls
  }

  deinit {
    // Whoever needs the answer calls `close`; here nobody is left to hear it.
    if isOwned, number >= 0 { try? calls.close(number) }
  }

  /// Closes the descriptor and reports what the system held back until then.
  package consuming func close() throws(Errno) {
    let closing = number
    number = -1
    guard isOwned else { return }
    do {
      try calls.close(closing)
    } catch .interrupted {
      // The number is free already; a second call could close someone else's file.
    }
  }

  /// Makes a second owner of the same open file, which shares its position and its lock.
  package func duplicated() throws(Errno) -> Descriptor {
    let copy = try retryingInterrupts { () throws(Errno) in try calls.duplicate(number) }
    return Descriptor(owning: copy, calls: calls)
  }
}

extension Descriptor {
  /// Reads what is there, at most as much as fits; waits only when there is nothing.
  ///
  /// - Returns: The number of bytes, 0 at the end.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int {
    try retryingInterrupts { () throws(Errno) in unsafe try calls.read(number, buffer) }
  }

  /// Writes all bytes, however many calls that takes, and also when the descriptor does not block.
  package func writeAll(_ bytes: UnsafeRawBufferPointer) throws(Errno) {
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      do throws(Errno) {
        let count = unsafe try calls.write(number, rest)
        // No progress and no reason: without this the loop would never end.
        guard count > 0 else { throw .inputOutput }
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      } catch .interrupted {
      } catch .wouldBlock {
        try waitForRoom()
      }
    }
  }

  private func waitForRoom() throws(Errno) {
    _ = try retryingInterrupts { () throws(Errno) in try calls.wait(-1, number, -1, -1) }
  }

  /// Waits until reading returns at once, or until the reader of a watched output has gone.
  ///
  /// - Parameters:
  ///   - watched: The output to watch, or nothing.
  ///   - milliseconds: How long to wait at most; negative for ever.
  package func waitForInput(
    watching watched: Int32? = nil, milliseconds: Int32 = -1
  ) throws(Errno) -> Readiness {
    try retryingInterrupts { () throws(Errno) in
      try calls.wait(number, -1, watched ?? -1, milliseconds)
    }
  }

  /// Brings what was written to the device, where the file is of a kind that has one.
  ///
  /// A failure is final: the system may have dropped the data and would report success next time.
  package func synchronize() throws(Errno) {
    do {
      try retryingInterrupts { () throws(Errno) in try calls.synchronize(number) }
    } catch  where error.isUnsupported {
      // There is no device behind it.
    }
  }

  /// Takes the exclusive lock of the file, or throws at once when another holds it.
  package func lock() throws(Errno) {
    try retryingInterrupts { () throws(Errno) in try calls.lock(number) }
  }

  /// Takes the shared lock of the file, or throws at once when another holds the exclusive one; an
  /// exclusive lock of this descriptor becomes the shared one.
  package func lockShared() throws(Errno) {
    try retryingInterrupts { () throws(Errno) in try calls.lockShared(number) }
  }

  package func status() throws(Errno) -> FileStatus {
    try retryingInterrupts { () throws(Errno) in try calls.status(number) }
  }

  package func setPermissions(_ permissions: UInt16) throws(Errno) {
    try retryingInterrupts { () throws(Errno) in try calls.setPermissions(number, permissions) }
  }

  /// Reads from a place of the file until the buffer is full or the file ends.
  ///
  /// - Returns: The number of bytes.
  package func readAll(
    at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    var filled = 0
    while filled < buffer.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = try retryingInterrupts { () throws(Errno) in
        unsafe try calls.readAt(number, rest, offset + filled)
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Cuts the file to a length.
  package func truncate(to size: Int) throws(Errno) {
    try retryingInterrupts { () throws(Errno) in try calls.truncate(number, size) }
  }

  /// Checks that the descriptor is open for reading.
  package func requireReadable() throws(Errno) {
    if try calls.flags(number) & O_ACCMODE == O_WRONLY { throw .closedDescriptor }
  }

  /// Checks that the descriptor is open for writing.
  package func requireWritable() throws(Errno) {
    if try calls.flags(number) & O_ACCMODE == O_RDONLY { throw .closedDescriptor }
  }
}

/// Repeats a call until no signal interrupts it.
func retryingInterrupts<Result>(
  _ call: () throws(Errno) -> Result
) throws(Errno) -> Result {
  while true {
    do {
      return try call()
    } catch .interrupted {
    }
  }
}
