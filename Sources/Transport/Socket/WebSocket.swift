/// A connection over which both sides send messages when they like, by RFC 6455.
///
/// It has an owner and is not shared by threads. Nothing happens but in its calls: pings are answered
/// while somebody waits for messages, and a sign of life of our own is for the owner to send.
package final class WebSocket: Discreet {
  private let rules: WebRules
  private let pauses: Pauses
  private let host: String
  private var random: any RandomNumberGenerator
  private var line: SocketLine?
  private var reader: FrameReader
  private var outgoing = OutgoingFrames()
  /// Whether a frame may have stopped in its middle, so that none can follow.
  private var isMute = false
  /// Whether the last frame was made.
  private var hasTakenLeave = false
  private var end: SocketEnd?
  /// When anything last came, by the clock of the pauses.
  package private(set) var lastHeard: Duration

  /// Connects.
  ///
  /// A message has the limit of a body, and connecting and sending the limit of a whole try. Nothing is
  /// tried twice.
  ///
  /// - Parameters:
  ///   - request: What to connect to.
  ///   - rules: How to behave.
  ///   - pauses: The passing of time.
  ///   - random: Where keys and masks are drawn from; nobody must foresee them.
  /// - Throws: ``TransportError``.
  package init(
    _ request: SocketRequest, _ rules: WebRules, pauses: Pauses = .real,
    random: any RandomNumberGenerator
  ) throws(TransportError) {
    guard request.address.isEncrypted || rules.allowsPlain else { throw .badAddress(.plain) }
    host = request.address.host
    guard request.isSendable else { throw .unsendable(host: host, .header) }
    self.rules = rules
    self.pauses = pauses
    self.random = random
    reader = FrameReader(limit: rules.bodyLimit)
    let deadline = pauses.now() + rules.limits.total
    let line = try SocketLine(to: request.address, rules, pauses: pauses)
    lastHeard = pauses.now()
    self.line = line
    let nonce = (0..<16).map { _ in UInt8(truncatingIfNeeded: self.random.next()) }
    try SocketHandshake(request: request, rules: rules, pauses: pauses)
      .shake(on: line, nonce: nonce, until: deadline)
  }

  /// The host, and whether there is still a connection to it.
  package var description: String { line == nil ? "\(host): ended" : "\(host): connected" }

  /// The next message, if one has come whole in time; without time, one that is there already.
  ///
  /// - Throws: ``TransportError``. After what is not of the protocol the connection is left; after
  ///   ``TransportError/interrupted(host:)`` it is as it was.
  package func receive(within limit: Duration) throws(TransportError) -> SocketEvent {
    try next(until: pauses.now() + limit, heedsInterruption: true)
  }

  /// Sends a text.
  ///
  /// - Throws: ``TransportError``; nothing more can be sent then, but what came before may be read.
  package func send(_ text: String) throws(TransportError) {
    try send(.text, Array(text.utf8))
  }

  /// Sends bytes.
  ///
  /// - Throws: ``TransportError``; nothing more can be sent then, but what came before may be read.
  package func send(_ bytes: [UInt8]) throws(TransportError) {
    try send(.binary, bytes)
  }

  /// Takes leave, and waits for the other side to do so; messages that still come are dropped.
  ///
  /// - Returns: How it ended.
  @discardableResult
  package func close(
    _ code: UInt16 = SocketClose.done, within limit: Duration
  ) -> SocketEnd {
    if let end { return end }
    takeLeave(SocketClose.content(code))
    let deadline = pauses.now() + limit
    while end == nil {
      guard let event = try? next(until: deadline, heedsInterruption: false) else { break }
      if event == .nothing || pauses.now() >= deadline { break }
    }
    return finish(.unanswered)
  }
}

extension WebSocket {
  /// Waits until something has come over one of several sockets, or for that long.
  ///
  /// Each of them must have been asked for its messages until there was none: what came before ends no
  /// wait.
  package static func wait(for sockets: [WebSocket], within limit: Duration) {
    Readiness.toReceive.wait(
      for: sockets.compactMap { $0.line?.socket },
      milliseconds: Int32(min(limit, Pauses.step).asLimit))
  }

  private func next(
    until deadline: Duration, heedsInterruption: Bool
  ) throws(TransportError) -> SocketEvent {
    var hasLooked = false
    while true {
      if let event = try arrived() { return event }
      if hasLooked {
        if pauses.now() >= deadline { return .nothing }
        if heedsInterruption, pauses.isInterrupted() { throw .interrupted(host: host) }
      }
      hasLooked = true
      guard let line else { return .ended(.cut) }
      switch line.fill() {
      case .done: lastHeard = pauses.now()
      case .ended: finish(.cut)
      case .blocked:
        // Who gave no time wants no wait, be it the shortest.
        if pauses.now() < deadline {
          line.wait(for: hasMoreToSend ? [.toReceive, .toSend] : .toReceive, until: deadline)
        }
        push()
      }
    }
  }

  /// What is to be told of what has come; all else in it is looked after.
  private func arrived() throws(TransportError) -> SocketEvent? {
    while end == nil, let item = try item() {
      switch item {
      case .message(let message): return .message(message)
      case .ping(let content):
        if !hasTakenLeave { outgoing.owePong(content) }
        push()
      case .pong: break
      case .close(let close):
        takeLeave(close.code.map(SocketClose.content) ?? [])
        finish(.closed(close))
      }
    }
    return end.map { .ended($0) }
  }

  private func item() throws(TransportError) -> FrameReader.Item? {
    guard let line else { return nil }
    do {
      return try reader.next(in: line.buffer, from: &line.place, to: line.end)
    } catch {
      takeLeave(SocketClose.content(error.code))
      finish(.cut)
      throw error == .tooLarge
        ? .tooLarge(host: host, .message, limit: rules.bodyLimit)
        : .notTheProtocol(host: host, .frames(error))
    }
  }

  private func send(_ kind: FrameKind, _ content: [UInt8]) throws(TransportError) {
    guard let line, !isMute, !hasTakenLeave else { throw .ended(host: host) }
    outgoing.add(kind, content, mask: mask())
    isMute = true
    try line.sendAll(
      outgoing.bytes, from: &outgoing.place, until: pauses.now() + rules.limits.total)
    isMute = false
  }

  /// Sends the last frame there is, if it can be sent at all.
  private func takeLeave(_ content: [UInt8]) {
    guard !hasTakenLeave, !isMute else { return }
    hasTakenLeave = true
    outgoing.add(.close, content, mask: mask())
    push()
  }

  private var hasMoreToSend: Bool { !isMute && !outgoing.isEmpty }

  /// Sends what waits to be sent, as far as it is taken at once.
  private func push() {
    guard let line, hasMoreToSend else { return }
    outgoing.addPong(mask: mask())
    if line.send(outgoing.bytes, from: &outgoing.place) == .ended { isMute = true }
  }

  private func mask() -> UInt32 { UInt32(truncatingIfNeeded: random.next()) }

  /// Leaves the connection for good, unless that was done.
  @discardableResult
  private func finish(_ how: SocketEnd) -> SocketEnd {
    line = nil
    let how = end ?? how
    end = how
    return how
  }
}
