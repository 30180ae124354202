internal import CCurl

/// The one owner of a handle of libcurl under which transfers run side by side, and of the connections
/// that they share and leave behind.
///
/// No two threads may use it at once.
@safe
final class ManyHandles {
  private let library: CurlLibrary
  private let handle: CurlLibrary.Handle

  init(_ library: CurlLibrary) throws(TransportError) {
    guard let handle = unsafe library.makeMany() else { throw .library(.incomplete) }
    self.library = library
    unsafe self.handle = handle
  }

  deinit {
    // Taking leave of servers writes to them, and they may be gone.
    PipeSignal.withheld { _ = unsafe library.freeMany(handle) }
  }

  /// Keeps that many connections at the most when nobody uses them.
  func keep(connections: Int) {
    _ = unsafe ccurl_multi_set_long(
      library.setOptionOfMany, handle, CURLMOPT_MAXCONNECTS, connections)
  }

  /// Begins a transfer; nothing happens before the next step of all.
  func add(_ easy: EasyHandle) throws(TransportError) {
    let code = PipeSignal.withheld { unsafe library.add(handle, easy.handle) }
    guard code == CURLM_OK else { throw .library(.incomplete) }
  }

  /// Ends a transfer, wherever it is.
  func remove(_ easy: EasyHandle) {
    PipeSignal.withheld { _ = unsafe library.remove(handle, easy.handle) }
  }

  /// Takes every transfer as far as it goes without waiting.
  func advance() throws(TransportError) {
    var running: Int32 = 0
    let code = PipeSignal.withheld { unsafe library.advance(handle, &running) }
    guard code == CURLM_OK else { throw .library(.incomplete) }
  }

  /// Waits until one of them can go on, or for that long, or until a signal has come.
  func wait(_ length: Duration) {
    _ = unsafe library.wait(handle, nil, 0, Int32(length.asLimit), nil)
  }

  /// The next transfer that has ended, by the key of its handle, and how.
  func nextEnd() -> (key: UInt, code: CURLcode)? {
    var left: Int32 = 0
    while let message = unsafe library.nextMessage(handle, &left) {
      guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
      return unsafe (UInt(bitPattern: message.pointee.easy_handle), message.pointee.data.result)
    }
    return nil
  }
}
