/// The bytes of a file or of standard input, unpacked when they are gzip.
///
/// Gzip is recognised by content, never by name. Plain data goes straight into the caller's
/// buffer. A read returns what is there and waits only when there is nothing, so a stream can be
/// followed while it grows; a compressed stream never ends without its last trailer having
/// been checked.
///
///     var source = try ByteSource(path: "chain.jsonl.gz")
///     while case let count = try source.read(into: buffer), count > 0 {
///       handle(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
///     }
package struct ByteSource: ~Copyable {
  private enum Form {
    case unknown, plain, gzip
  }

  private var intake: Intake
  private let limits: GzipLimits
  private var form = Form.unknown
  private var gzip: GzipReader?
  /// The byte that had to be read to tell that an earlier one was not the start of gzip.
  private var heldBack: UInt8?

  /// Opens a path, or standard input for `-`; reads nothing yet.
  ///
  /// - Parameters:
  ///   - path: The path to open; `-` is standard input.
  ///   - limits: How far compressed data may expand.
  ///   - watched: An output whose reader may go away while this input has nothing to give, as in
  ///     `tail -f x | angelx … | head -1`; reading then throws ``FileError/closedPipe(path:)``.
  ///   - calls: The system calls to use.
  /// - Throws: ``FileError/cannotOpen(path:reason:)``.
  package init(
    path: String, limits: GzipLimits = .none, watching watched: Int32? = nil,
    calls: SystemCalls = .real
  ) throws(FileError) {
    intake = try Intake(path: path, watching: watched, calls: calls)
    self.limits = limits
  }

  /// The path as given, or `<stdin>`.
  package var name: String {
    intake.name
  }

  /// The length of the underlying file in bytes, when it is a regular one and not empty.
  package var size: Int? {
    intake.size
  }

  /// The bytes of the underlying file that were used so far, compressed ones as they lie there.
  package var consumed: Int {
    switch gzip {
    case .some(let reader): intake.taken - reader.waiting
    case nil: intake.taken
    }
  }

  /// Whether the data is gzip; false until the first read has seen it.
  package var isCompressed: Bool {
    form == .gzip
  }

  /// Whether the underlying file has bytes to give, or has ended.
  ///
  /// If not, the next read may wait: the moment to flush what was written so far.
  package func isReady() throws(FileError) -> Bool {
    try intake.isReady()
  }

  /// Reads what is there into the buffer, waiting only when there is nothing.
  ///
  /// - Parameter buffer: Where to put the bytes; it must not be empty.
  /// - Returns: The number of bytes, 0 at the end.
  package mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(FileError) -> Int {
    precondition(buffer.count > 0, "an empty buffer would look like the end")
    switch form {
    case .unknown: return unsafe try readFirst(into: buffer)
    case .plain: return unsafe try readPlain(into: buffer)
    case .gzip: return unsafe try readGzip(into: buffer)
    }
  }

  /// Reads what is there into the buffer, as the call with a raw buffer does.
  package mutating func read(into buffer: inout MutableSpan<UInt8>) throws(FileError) -> Int {
    unsafe try buffer.withUnsafeMutableBytes { bytes throws(FileError) in
      unsafe try read(into: bytes)
    }
  }
}

extension ByteSource {
  /// Reads the first bytes and decides by them what the data is.
  private mutating func readFirst(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(FileError) -> Int {
    let window = unsafe UnsafeMutableRawBufferPointer(
      rebasing: buffer.prefix(GzipReader.capacity))
    let count = unsafe try intake.read(into: window)
    form = .plain
    guard count > 0, unsafe window[0] == GzipReader.magic.first else { return count }
    if count > 1 {
      guard unsafe window[1] == GzipReader.magic.second else { return count }
      return unsafe try startGzip(UnsafeRawBufferPointer(rebasing: window[..<count]), into: buffer)
    }
    guard let second = try readByte() else { return count }
    guard second == GzipReader.magic.second else {
      heldBack = second
      return count
    }
    return unsafe try withUnsafeBytes(of: GzipReader.magic) { bytes throws(FileError) in
      unsafe try startGzip(bytes, into: buffer)
    }
  }

  private mutating func readByte() throws(FileError) -> UInt8? {
    var byte: UInt8 = 0
    let count = unsafe try withUnsafeMutableBytes(of: &byte) { bytes throws(FileError) in
      unsafe try intake.read(into: bytes)
    }
    return count == 0 ? nil : byte
  }

  private mutating func readPlain(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(FileError) -> Int {
    guard let byte = heldBack else { return unsafe try intake.read(into: buffer) }
    unsafe buffer[0] = byte
    heldBack = nil
    return 1
  }

  private mutating func startGzip(
    _ head: UnsafeRawBufferPointer, into buffer: UnsafeMutableRawBufferPointer
  ) throws(FileError) -> Int {
    do {
      gzip = unsafe try GzipReader(head: head, limits: limits)
    } catch {
      throw .cannotRead(path: name, reason: error)
    }
    form = .gzip
    return unsafe try readGzip(into: buffer)
  }

  private mutating func readGzip(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(FileError) -> Int {
    unsafe try gzip?.read(into: buffer, from: &intake) ?? 0
  }
}
