import Files
import Synchronization

/// System calls that serve one input from memory, in pieces of any size.
final class MemoryInput: Sendable {
  private let bytes: [UInt8]
  private let piece: Int
  private let position = Mutex(0)

  init(_ bytes: [UInt8], piece: Int = .max) {
    self.bytes = bytes
    self.piece = piece
  }

  var calls: SystemCalls {
    var calls = SystemCalls.real
    calls.open = { _, _, _ in 1_000_000 }
    calls.close = { _ in }
    calls.status = { [self] _ in FileStatus(kind: .regular, size: bytes.count) }
    unsafe calls.read = { [self] _, buffer in unsafe read(into: buffer) }
    return calls
  }

  private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    position.withLock { position in
      let count = min(piece, buffer.count, bytes.count - position)
      unsafe buffer.copyBytes(from: bytes[position..<position + count])
      position += count
      return count
    }
  }
}

/// What came out of a source, and the error that ended it.
struct Reading: Equatable {
  var bytes: [UInt8] = []
  var error: FileError?

  /// Reads a source to its end.
  init(_ source: inout ByteSource, buffer size: Int = 4096) {
    var buffer = [UInt8](repeating: 0, count: size)
    do throws(FileError) {
      while case let count = try source.read(into: &buffer), count > 0 {
        bytes += buffer.prefix(count)
      }
    } catch {
      self.error = error
    }
  }

  /// Reads bytes from memory as if they were a file.
  init(
    _ bytes: [UInt8], piece: Int = .max, buffer: Int = 4096, limits: GzipLimits = .none
  ) throws(FileError) {
    let input = MemoryInput(bytes, piece: piece)
    var source = try ByteSource(path: "memory", limits: limits, calls: input.calls)
    self.init(&source, buffer: buffer)
  }

  /// Why the gzip stream was refused, if it was.
  var fault: GzipFault? {
    guard case .refusedGzip(_, _, let fault) = error else { return nil }
    return fault
  }
}

extension ByteSource {
  consuming func readAll() -> Reading {
    Reading(&self)
  }

  mutating func read(into array: inout [UInt8]) throws(FileError) -> Int {
    var span = array.mutableSpan
    return try read(into: &span)
  }
}
