import CZlib

/// Makes one gzip member with zlib.
func gzipMember(_ bytes: [UInt8], level: Int32 = 6, memoryLevel: Int32 = 8) -> [UInt8] {
  var stream = unsafe z_stream()
  var code = unsafe deflateInit2_(
    &stream, level, Z_DEFLATED, MAX_WBITS + 16, memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  precondition(code == Z_OK)
  defer { unsafe deflateEnd(&stream) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: Int(unsafe deflateBound(&stream, UInt(bytes.count))))
  let count = unsafe input.withUnsafeMutableBufferPointer { source in
    unsafe output.withUnsafeMutableBufferPointer { target in
      unsafe stream.next_in = source.baseAddress
      unsafe stream.avail_in = UInt32(source.count)
      unsafe stream.next_out = target.baseAddress
      unsafe stream.avail_out = UInt32(target.count)
      code = unsafe deflate(&stream, Z_FINISH)
      return unsafe target.count - Int(stream.avail_out)
    }
  }
  precondition(code == Z_STREAM_END)
  return Array(output.prefix(count))
}

/// Returns what zlib's own file reader makes of a file; nothing when it reports an error.
func gunzippedByZlib(path: String) -> [UInt8]? {
  guard let file = unsafe gzopen(path, "rb") else { return nil }
  var result: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = unsafe gzread(file, &buffer, UInt32(buffer.count)), count != 0 {
    guard count > 0 else {
      unsafe gzclose(file)
      return nil
    }
    result += buffer.prefix(Int(count))
  }
  return unsafe gzclose(file) == Z_OK ? result : nil
}
