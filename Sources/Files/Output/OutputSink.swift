/// Where the bytes of an ``Output`` go.
enum OutputSink: ~Copyable {
  case stream(OutputStream)
  case replacement(AtomicFile)
  /// Finished or abandoned.
  case closed

  func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    switch self {
    case .stream(let stream): unsafe try stream.write(bytes)
    case .replacement(let file): unsafe try file.write(bytes)
    case .closed: preconditionFailure("written to after it was finished or abandoned")
    }
  }

  /// Makes durable what was written, as far as the destination allows.
  consuming func complete() throws(FileError) {
    switch consume self {
    case .stream(let stream): try stream.complete()
    case .replacement(let file): try file.commit()
    case .closed: preconditionFailure("finished twice, or after it was abandoned")
    }
  }
}
