internal import CCurl

/// The connection that a socket runs over, and what has come over it and was not read yet.
///
/// It never holds more than its buffer, however much comes.
final class SocketLine {
  let host: String
  private let handle: EasyHandle
  private let pauses: Pauses
  /// What the library may call as long as the handle is there.
  private let reception: Reception
  /// What has come; only what is between the place and the end is still to be read.
  private(set) var buffer = [UInt8](repeating: 0, count: 64 << 10)
  /// The first byte that was not read yet.
  var place = 0
  /// The end of what has come.
  private(set) var end = 0

  /// Connects, with the same rules for names, proxies and certificates as any request.
  init(
    to address: WebAddress, _ rules: WebRules, pauses: Pauses
  ) throws(TransportError) {
    host = address.host
    self.pauses = pauses
    handle = try EasyHandle(CurlLibrary.shared)
    reception = Reception(rules, isInterrupted: pauses.isInterrupted)
    try handle.apply(rules.limits, total: rules.limits.total, authorities: rules.authorities)
    try handle.apply(rules)
    try handle.set(CURLOPT_URL, address.root.text)
    try handle.set(CURLOPT_CONNECT_ONLY, true)
    // The later versions have no room for a socket of this kind.
    try handle.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    // A proxy must hand on what it does not understand.
    try handle.set(CURLOPT_HTTPPROXYTUNNEL, rules.proxy != nil)
    try reception.attach(to: handle)
    let code = handle.perform()
    if reception.breach == .headers {
      throw .tooLarge(host: host, .headers, limit: rules.headerLimit)
    }
    guard code == CURLE_OK else { throw handle.failure(of: code, host: host) }
  }

  /// The descriptor to wait at.
  var socket: Int32 { handle.socket }

  /// Takes all that has come, as far as there is room; all that came before must have been read.
  ///
  /// The encryption keeps back what it has unpacked, so nobody may wait before all of it was taken.
  func fill() -> LineOutcome {
    (place, end) = (0, 0)
    let outcome = handle.receive(into: &buffer, count: &end)
    return end > 0 ? .done : outcome
  }

  /// Sends as much as is taken without waiting, and moves the place behind it.
  func send(_ bytes: [UInt8], from place: inout Int) -> LineOutcome {
    handle.send(bytes, from: &place)
  }

  /// Sends the rest of some bytes, and moves the place behind what was sent.
  func sendAll(
    _ bytes: [UInt8], from place: inout Int, until deadline: Duration
  ) throws(TransportError) {
    while true {
      switch send(bytes, from: &place) {
      case .done: return
      case .ended: throw .ended(host: host)
      case .blocked: break
      }
      guard pauses.now() < deadline else { throw .timedOut(host: host, .sending) }
      if pauses.isInterrupted() { throw .interrupted(host: host) }
      // What comes in meanwhile would end every wait.
      wait(for: [.toSend], until: deadline)
    }
  }

  /// Waits until something can be done, or for so long that it is time to look after other things.
  func wait(for events: Readiness, until deadline: Duration) {
    let left = min(deadline - pauses.now(), Pauses.step)
    events.wait(for: handle.socket, milliseconds: Int32(left.asLimit))
  }
}
