/// The bytes of a file or of standard input, unpacked when they are gzip or a zip archive of one file.
///
/// Both are recognised by content, never by name. Plain data goes straight into the caller's
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
    case unknown, plain, gzip, zip
  }

  /// The bytes that a packed form begins with.
  private static let magics: [(form: Form, bytes: [UInt8])] = [
    (.gzip, [GzipReader.magic.first, GzipReader.magic.second]), (.zip, [0x50, 0x4B, 0x03, 0x04]),
    // An archive of nothing has only its end.
    (.zip, [0x50, 0x4B, 0x05, 0x06]),
  ]

  private var intake: Intake
  private let limits: GzipLimits
  private var form = Form.unknown
  private var gzip: GzipReader?
  private var zip: ZipReader?
  /// The bytes that had to be read to tell that earlier ones were not the start of a packed form.
  private var heldBack: [UInt8] = []

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
    let ofGzip =
      switch gzip {
      case .some(let reader): reader.waiting
      case nil: 0
      }
    let ofZip =
      switch zip {
      case .some(let reader): reader.waiting
      case nil: 0
      }
    return intake.taken - ofGzip - ofZip
  }

  /// How the data is packed; nil where it is not, and until the first read has seen it.
  package var packing: String? {
    switch form {
    case .unknown, .plain: nil
    case .gzip: "gzip"
    case .zip: "zip"
    }
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
    case .gzip, .zip: return unsafe try readPacked(into: buffer)
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
    var head = unsafe Array(window[..<min(count, 4)])
    while Self.mayBePacked(head), let byte = try readByte() { head.append(byte) }
    guard let found = Self.magics.first(where: { head.starts(with: $0.bytes) })?.form else {
      heldBack = Array(head.dropFirst(count))
      return count
    }
    if head.count <= count {
      unsafe try start(found, UnsafeRawBufferPointer(rebasing: window[..<count]))
    } else {
      unsafe try head.span.withUnsafeBytes { bytes throws(FileError) in
        unsafe try start(found, bytes)
      }
    }
    return unsafe try readPacked(into: buffer)
  }

  /// Whether bytes are too few to tell whether they begin a packed form.
  private static func mayBePacked(_ head: [UInt8]) -> Bool {
    !head.isEmpty && magics.contains { $0.bytes.count > head.count && $0.bytes.starts(with: head) }
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
    if heldBack.isEmpty { return unsafe try intake.read(into: buffer) }
    let count = min(heldBack.count, buffer.count)
    unsafe buffer.copyBytes(from: heldBack[..<count])
    heldBack.removeFirst(count)
    return count
  }

  private mutating func start(
    _ form: Form, _ head: UnsafeRawBufferPointer
  ) throws(FileError) {
    do {
      if form == .gzip {
        gzip = unsafe try GzipReader(head: head, limits: limits)
      } else {
        zip = unsafe try ZipReader(head: head, limits: limits)
      }
    } catch {
      throw .cannotRead(path: name, reason: error)
    }
    self.form = form
  }

  private mutating func readPacked(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(FileError) -> Int {
    if form == .zip { return unsafe try zip?.read(into: buffer, from: &intake) ?? 0 }
    return unsafe try gzip?.read(into: buffer, from: &intake) ?? 0
  }
}
