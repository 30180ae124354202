#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Output {
  /// The number of the descriptor that results go to when no file is named.
  package static let standardDescriptor = STDOUT_FILENO

  /// Opens standard output.
  ///
  /// - Parameters:
  ///   - descriptor: The descriptor to write to; it stays open afterwards.
  ///   - calls: The system calls to use.
  /// - Throws: ``FileError/cannotWrite(path:reason:)`` when it was closed by whoever started the
  ///   program.
  package init(
    standardOutput descriptor: Int32 = STDOUT_FILENO, calls: SystemCalls = .real
  ) throws(FileError) {
    let name = "<stdout>"
    do throws(Errno) {
      let open = Descriptor(borrowing: descriptor, calls: calls)
      try open.requireWritable()
      self.init(try OutputStream(name: name, descriptor: open))
    } catch {
      throw .cannotWrite(path: name, reason: error)
    }
  }

  /// The names of standard output; opening the second anew would lose its position in a file.
  private static let standardNames = ["-", "/dev/stdout"]

  /// Opens a destination by its path, or standard output for `-`.
  ///
  /// A file is replaced atomically, a link to one stays a link; a device or a named pipe is written
  /// directly.
  ///
  /// - Parameters:
  ///   - path: The path of the destination.
  ///   - calls: The system calls to use.
  /// - Throws: ``FileError/cannotCreate(path:reason:)``.
  package init(path: String, calls: SystemCalls = .real) throws(FileError) {
    if Self.standardNames.contains(path) {
      try self.init(standardOutput: STDOUT_FILENO, calls: calls)
      return
    }
    switch try Self.kind(of: path, calls: calls) {
    case .folder:
      throw .cannotCreate(path: path, reason: .isFolder)
    case .stream:
      self.init(try Self.openStream(path, calls: calls))
    case .regular, .link, nil:
      self.init(name: path, sink: .replacement(try AtomicFile(path: path, calls: calls)))
    }
  }

  private init(_ stream: consuming OutputStream) {
    let watchable = stream.watchable
    self.init(name: stream.name, sink: .stream(stream), watchable: watchable)
  }

  /// What the path leads to; nothing when there is no such file yet.
  private static func kind(
    of path: String, calls: SystemCalls
  ) throws(FileError) -> FileStatus.Kind? {
    do {
      return try calls.statusOfTarget(path).kind
    } catch .missing {
      return nil
    } catch {
      throw .cannotCreate(path: path, reason: error)
    }
  }

  private static func openStream(
    _ path: String, calls: SystemCalls
  ) throws(FileError) -> OutputStream {
    do throws(Errno) {
      return try OutputStream(
        name: path, descriptor: Descriptor(opening: path, flags: O_WRONLY, calls: calls))
    } catch {
      throw .cannotCreate(path: path, reason: error)
    }
  }
}
