internal import CCurl

/// The one owner of a handle of libcurl: one transfer at a time.
///
/// No two threads may use it at once.
@safe
final class EasyHandle {
  private let library: CurlLibrary
  let handle: CurlLibrary.Handle

  /// By what the library tells it from others.
  var key: UInt { unsafe UInt(bitPattern: handle) }

  init(_ library: CurlLibrary) throws(TransportError) {
    guard let handle = unsafe library.makeHandle() else { throw .library(.incomplete) }
    self.library = library
    unsafe self.handle = handle
  }

  deinit {
    // Taking leave of a server writes to it, and it may be gone.
    PipeSignal.withheld { unsafe library.freeHandle(handle) }
  }

  /// Forgets all options.
  func reset() { unsafe library.resetHandle(handle) }

  func set(_ option: CURLoption, _ value: Int) throws(TransportError) {
    unsafe try require(ccurl_set_long(library.setOption, handle, option, value))
  }

  func set(_ option: CURLoption, _ value: Bool) throws(TransportError) {
    try set(option, value ? 1 : 0)
  }

  /// Sets a text, which is copied.
  func set(_ option: CURLoption, _ value: String) throws(TransportError) {
    try set(option, Array(value.utf8))
  }

  /// Sets a text given by its bytes, which are copied up to the first zero.
  func set(_ option: CURLoption, _ value: [UInt8]) throws(TransportError) {
    let code = unsafe (value + [0]).withUnsafeBytes { bytes in
      unsafe ccurl_set_pointer(library.setOption, handle, option, bytes.baseAddress)
    }
    try require(code)
  }

  /// Sets what must live until the transfer is over.
  func setPointer(_ option: CURLoption, _ value: UnsafeRawPointer?) throws(TransportError) {
    unsafe try require(ccurl_set_pointer(library.setOption, handle, option, value))
  }

  func setSize(_ option: CURLoption, _ value: Int) throws(TransportError) {
    unsafe try require(ccurl_set_size(library.setOption, handle, option, curl_off_t(value)))
  }

  func set(
    _ option: CURLoption, _ value: @escaping curl_write_callback
  ) throws(TransportError) {
    unsafe try require(ccurl_set_transfer(library.setOption, handle, option, value))
  }

  func set(
    _ option: CURLoption, _ value: @escaping curl_xferinfo_callback
  ) throws(TransportError) {
    unsafe try require(ccurl_set_progress(library.setOption, handle, option, value))
  }

  /// Does what the options say.
  func perform() -> CURLcode {
    PipeSignal.withheld { unsafe library.perform(handle) }
  }

  /// Writes bytes to the connection that was made for nothing else, as many as it takes at once.
  func send(_ bytes: UnsafeRawBufferPointer, _ count: inout Int) -> CURLcode {
    unsafe library.send(handle, bytes.baseAddress, bytes.count, &count)
  }

  /// Reads bytes from that connection, as many as are there, or fewer.
  func receive(_ bytes: UnsafeMutableRawBufferPointer, _ count: inout Int) -> CURLcode {
    unsafe library.receive(handle, bytes.baseAddress, bytes.count, &count)
  }

  /// The system's number of that connection.
  var socket: Int32 {
    var value: curl_socket_t = -1
    _ = unsafe ccurl_get_socket(library.getInfo, handle, CURLINFO_ACTIVESOCKET, &value)
    return value
  }

  /// A number about the last transfer, 0 where there is none.
  func number(_ info: CURLINFO) -> Int {
    var value = 0
    return unsafe ccurl_get_long(library.getInfo, handle, info, &value) == CURLE_OK ? value : 0
  }

  /// A time of the last transfer in microseconds, 0 where it did not come to that.
  func microseconds(_ info: CURLINFO) -> Int {
    var value: curl_off_t = 0
    let code = unsafe ccurl_get_size(library.getInfo, handle, info, &value)
    return code == CURLE_OK ? Int(value) : 0
  }

  /// The library's name for an error, which says nothing of the transfer.
  func name(of code: CURLcode) -> String {
    guard let text = unsafe library.nameOfError(code) else { return "unknown" }
    return unsafe String(cString: text)
  }

  private func require(_ code: CURLcode) throws(TransportError) {
    if code != CURLE_OK { throw .library(.incomplete) }
  }
}
