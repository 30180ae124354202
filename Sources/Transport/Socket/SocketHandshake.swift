/// The change of a fresh connection from the web's protocol to that of sockets.
struct SocketHandshake {
  let request: SocketRequest
  let rules: WebRules
  let pauses: Pauses

  /// Asks for the socket and reads the answer; what has come behind it stays in the line.
  ///
  /// - Parameter nonce: 16 random bytes.
  func shake(
    on line: SocketLine, nonce: [UInt8], until deadline: Duration
  ) throws(TransportError) {
    let key = Base64.text(nonce)
    var place = 0
    try line.sendAll(
      request.bytes(key: key, userAgent: rules.userAgent), from: &place, until: deadline)
    let answer = try answer(on: line, until: deadline)
    try UpgradeCheck(request: request, key: key).check(answer)
  }

  private func answer(
    on line: SocketLine, until deadline: Duration
  ) throws(TransportError) -> UpgradeAnswer {
    var answer = UpgradeAnswer(limit: rules.headerLimit)
    while true {
      guard pauses.now() < deadline else { throw .timedOut(host: line.host, .answering) }
      switch line.fill() {
      case .done:
        if try answer.take(line.buffer, from: &line.place, to: line.end, host: line.host) {
          return answer
        }
      case .ended: throw .incomplete(host: line.host)
      case .blocked:
        if pauses.isInterrupted() { throw .interrupted(host: line.host) }
        line.wait(for: .toReceive, until: deadline)
      }
    }
  }
}
