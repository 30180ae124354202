#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where messages go.
package enum StandardError {
  /// The number of the descriptor.
  package static let descriptor = STDERR_FILENO

  /// Writes a text; when nobody can be told, nobody is.
  package static func write(_ text: String) {
    let stream = Descriptor(borrowing: descriptor, calls: .real)
    var text = text
    text.withUTF8 { bytes in unsafe try? stream.writeAll(UnsafeRawBufferPointer(bytes)) }
  }
}
