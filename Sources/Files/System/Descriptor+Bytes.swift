extension Descriptor {
  /// Writes all bytes.
  func writeAll(_ bytes: [UInt8]) throws(Errno) {
    unsafe try bytes.span.withUnsafeBytes { raw throws(Errno) in unsafe try writeAll(raw) }
  }

  /// Reads the bytes of a range, or as many of them as the file has.
  func bytes(_ range: Range<Int>) throws(Errno) -> [UInt8] {
    var failure: Errno?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { memory, count in
      do throws(Errno) {
        count = unsafe try readAll(
          at: range.lowerBound, into: UnsafeMutableRawBufferPointer(memory))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
