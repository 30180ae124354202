internal import CZlib

/// zlib's state for one gzip stream, freed with its owner.
@safe
package struct Inflater: ~Copyable {
  /// What one call did.
  package struct Step {
    package var consumed: Int
    package var produced: Int
    package var outcome: Outcome
  }

  package enum Outcome: Equatable {
    /// Go on, with more input if nothing was produced.
    case unfinished
    /// The member is complete, its checksum and its length were right.
    case memberEnd
    case fault(GzipFault)
    case outOfMemory
  }

  /// On the heap, because zlib remembers the address.
  private let stream: UnsafeMutablePointer<z_stream>

  /// What is around the packed data.
  package enum Framing {
    /// The header and the trailer of gzip, which is checked.
    case gzip
    /// Nothing, as in a zip archive.
    case bare
  }

  package init(_ framing: Framing = .gzip) throws(Errno) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 16 asks for gzip framing, which includes the check of the trailer; below zero is for none.
    let window = framing == .gzip ? MAX_WBITS + 16 : -MAX_WBITS
    let code = unsafe inflateInit2_(
      stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else {
      unsafe stream.deallocate()
      throw .outOfMemory
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Makes ready for the header of the next member.
  package mutating func startMember() {
    let code = unsafe inflateReset(stream)
    precondition(code == Z_OK, "the stream was initialised and is never shared")
  }

  /// Inflates as much as the input holds or the output takes.
  package mutating func inflate(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Step {
    let offered = Self.clamped(input.count)
    let room = Self.clamped(output.count)
    unsafe stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.assumingMemoryBound(to: UInt8.self).baseAddress)
    unsafe stream.pointee.avail_in = offered
    unsafe stream.pointee.next_out = output.assumingMemoryBound(to: UInt8.self).baseAddress
    unsafe stream.pointee.avail_out = room
    let code = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
    return unsafe Step(
      consumed: Int(offered - stream.pointee.avail_in),
      produced: Int(room - stream.pointee.avail_out), outcome: outcome(of: code))
  }

  private func outcome(of code: Int32) -> Outcome {
    switch code {
    // The buffer error only says that nothing could be done without more input.
    case Z_OK, Z_BUF_ERROR: return .unfinished
    case Z_STREAM_END: return .memberEnd
    case Z_MEM_ERROR: return .outOfMemory
    default: return .fault(fault)
    }
  }

  private var fault: GzipFault {
    guard let text = unsafe stream.pointee.msg else { return .malformed("unknown reason") }
    return switch unsafe String(cString: text) {
    case "incorrect data check": .wrongChecksum
    case "incorrect length check": .wrongLength
    case let detail: .malformed(detail)
    }
  }

  private static func clamped(_ count: Int) -> UInt32 {
    UInt32(min(count, 1 << 30))
  }
}
