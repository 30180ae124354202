#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The bytes of an input as they lie in the file, before anything is unpacked.
struct Intake: ~Copyable {
  /// The path as given, or `<stdin>`.
  let name: String
  /// The length of the file, when it is a regular one and not empty.
  let size: Int?
  /// The bytes read so far.
  private(set) var taken = 0

  private let descriptor: Descriptor
  /// The output whose reader may go away while this input blocks.
  private let watched: Int32?
  private let isRegular: Bool
  private var mustWait: Bool
  private var hasEnded = false

  init(path: String, watching watched: Int32?, calls: SystemCalls) throws(FileError) {
    let isStandard = path == "-"
    let name = isStandard ? "<stdin>" : path
    do {
      let source = try Self.open(isStandard ? nil : path, calls: calls)
      let status = try Self.status(of: source)
      self.init(name: name, source: source, status: status, watching: watched)
    } catch {
      throw .cannotOpen(path: name, reason: error)
    }
  }

  private init(
    name: String, source: consuming Descriptor, status: FileStatus, watching watched: Int32?
  ) {
    // A local, because the optimiser of Swift 6.3 goes wrong where an operand of `&&` reads a
    // property of a noncopyable value that is still being made.
    let isRegular = status.kind == .regular
    self.name = name
    self.isRegular = isRegular
    self.watched = watched
    size = isRegular && status.size > 0 ? status.size : nil
    mustWait = watched != nil && !isRegular
    descriptor = source
  }

  private static func open(_ path: String?, calls: SystemCalls) throws(Errno) -> Descriptor {
    if let path { return try Descriptor(opening: path, flags: O_RDONLY, calls: calls) }
    let standard = Descriptor(borrowing: STDIN_FILENO, calls: calls)
    try standard.requireReadable()
    return standard
  }

  private static func status(of source: borrowing Descriptor) throws(Errno) -> FileStatus {
    let status = try source.status()
    if status.kind == .folder { throw .isFolder }
    return status
  }

  /// Reads what is there, waiting only when there is nothing; 0 is the end, also ever after.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    while !hasEnded {
      if mustWait { try waitForInput() }
      do {
        let count = unsafe try descriptor.read(into: buffer)
        hasEnded = count == 0
        taken += count
        return count
      } catch .wouldBlock {
        // Someone made the descriptor non-blocking, as terminals shared with other programs are.
        mustWait = true
      } catch {
        throw .cannotRead(path: name, reason: error)
      }
    }
    return 0
  }

  /// Whether a read would return at once.
  func isReady() throws(FileError) -> Bool {
    if isRegular || hasEnded { return true }
    return try readiness(milliseconds: 0).contains(.input)
  }

  private func waitForInput() throws(FileError) {
    if try readiness(milliseconds: -1).contains(.readerGone) {
      throw .closedPipe(path: "<stdout>")
    }
  }

  private func readiness(milliseconds: Int32) throws(FileError) -> Readiness {
    do {
      return try descriptor.waitForInput(watching: watched, milliseconds: milliseconds)
    } catch {
      throw .cannotRead(path: name, reason: error)
    }
  }
}
