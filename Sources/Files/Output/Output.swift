/// The one writer of results: buffered, and silent about nothing.
///
/// It writes to standard output, to a file that it replaces atomically, or straight to a device or
/// a named pipe. Only ``finish()`` makes the result count: it writes the rest, brings it to the
/// device and reports whatever the system held back. An output that goes away unfinished leaves no
/// file behind.
///
///     var output = try Output(path: "signals.jsonl")
///     try output.write(line)
///     try output.finish()
@safe
package struct Output: ~Copyable {
  /// The bytes collected before they are written; larger pieces are written directly.
  private static let capacity = 128 << 10

  /// The path as given, or `<stdout>`.
  package let name: String
  /// The descriptor whose reader may go away, for ``ByteSource`` to watch; none for a file.
  package let watchable: Int32?

  private var sink: OutputSink
  private let buffer: UnsafeMutableRawBufferPointer
  private var filled = 0
  private var failure: FileError?
  private var isOpen = true

  init(name: String, sink: consuming OutputSink, watchable: Int32? = nil) {
    self.name = name
    self.watchable = watchable
    self.sink = sink
    unsafe buffer = .allocate(byteCount: Self.capacity, alignment: 16)
  }

  deinit {
    unsafe buffer.deallocate()
  }

  /// Appends bytes.
  ///
  /// - Throws: ``FileError/cannotWrite(path:reason:)``, or ``FileError/closedPipe(path:)`` when the
  ///   reader has gone. After an error every further call throws the same one.
  package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    if let failure { throw failure }
    precondition(isOpen, "what is written now would be lost")
    if bytes.count > Self.capacity - filled { try flush() }
    if bytes.count >= Self.capacity {
      unsafe try pass(bytes)
    } else {
      unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyMemory(from: bytes)
      filled += bytes.count
    }
  }

  /// Appends a text as UTF-8.
  package mutating func write(_ text: String) throws(FileError) {
    var text = text
    let result = text.withUTF8 { bytes in
      Result { () throws(FileError) in unsafe try write(UnsafeRawBufferPointer(bytes)) }
    }
    try result.get()
  }

  /// Appends bytes.
  package mutating func write(_ bytes: Span<UInt8>) throws(FileError) {
    unsafe try bytes.withUnsafeBytes { raw throws(FileError) in unsafe try write(raw) }
  }

  /// Hands over to the system what was collected.
  package mutating func flush() throws(FileError) {
    if let failure { throw failure }
    guard filled > 0 else { return }
    unsafe try pass(UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
    filled = 0
  }

  /// Writes the rest and returns when all of it is durable; nothing may be written afterwards.
  ///
  /// A file gets its name here. Standard output stays open, because it belongs to the process.
  package mutating func finish() throws(FileError) {
    try flush()
    isOpen = false
    var finishing = OutputSink.closed
    swap(&finishing, &sink)
    do {
      try finishing.complete()
    } catch {
      failure = error
      throw error
    }
  }

  /// Gives up: what was collected is dropped, and a file keeps its old content.
  package mutating func abandon() {
    filled = 0
    isOpen = false
    sink = .closed
  }

  /// Writes past the buffer, and remembers a failure, so that no later call can hide it.
  private mutating func pass(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    do {
      unsafe try sink.write(bytes)
    } catch {
      failure = error
      throw error
    }
  }
}
