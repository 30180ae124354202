#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// What to wait for at a connection.
struct Readiness: OptionSet {
  let rawValue: Int
  /// Something has come.
  static let toReceive = Readiness(rawValue: 1)
  /// Something can be sent.
  static let toSend = Readiness(rawValue: 2)

  /// Waits until one of it is so, the connection is broken, time is up, or a signal has come.
  ///
  /// Whoever waits finds out himself which it was.
  func wait(for socket: Int32, milliseconds: Int32) {
    wait(for: [socket], milliseconds: milliseconds)
  }

  /// Does the same at several connections: what happens at one of them ends the wait.
  func wait(for sockets: [Int32], milliseconds: Int32) {
    var events: Int32 = 0
    if contains(.toReceive) { events |= Int32(POLLIN) }
    if contains(.toSend) { events |= Int32(POLLOUT) }
    var entries = sockets.map { pollfd(fd: $0, events: Int16(events), revents: 0) }
    _ = unsafe poll(&entries, nfds_t(entries.count), milliseconds)
  }
}
