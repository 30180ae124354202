/// Whether an answer gives the socket that was asked for.
struct UpgradeCheck {
  let request: SocketRequest
  let key: String

  /// Looks at an answer.
  ///
  /// - Throws: ``TransportError/loginRefused(host:_:)`` and ``TransportError/refused(host:_:)`` with
  ///   the server's reason; ``TransportError/notTheProtocol(host:_:)``.
  func check(_ answer: UpgradeAnswer) throws(TransportError) {
    let host = request.address.host
    let status = answer.status ?? 0
    switch status {
    case 101: break
    case 300..<400: throw .notTheProtocol(host: host, .redirect(status: status))
    case 400..<600:
      let refusal = Refusal.socket(status: status, reason: reason(in: answer.fields))
      throw refusal.concernsLogin
        ? .loginRefused(host: host, refusal) : .refused(host: host, refusal)
    default: throw .notTheProtocol(host: host, .noSocket(status: status))
    }
    guard isUpgraded(answer.fields) else {
      throw .notTheProtocol(host: host, .noSocket(status: status))
    }
  }

  private func isUpgraded(_ fields: HeaderFields) -> Bool {
    Self.words(of: "upgrade", in: fields) == ["websocket"]
      && Self.words(of: "connection", in: fields).contains("upgrade")
      && Self.values(of: "sec-websocket-accept", in: fields) == [AcceptKey.answer(to: key)]
      // None was offered, so that one may be in use that we know nothing of.
      && Self.values(of: "sec-websocket-extensions", in: fields).allSatisfy(\.isEmpty)
      && Self.values(of: "sec-websocket-protocol", in: fields)
        == (request.subprotocol.map { [$0] } ?? [])
  }

  private static func values(of name: String, in fields: HeaderFields) -> [String] {
    fields.fields.filter { $0.name == name }.map(\.value)
  }

  /// The words between the commas of all headers of that name.
  private static func words(of name: String, in fields: HeaderFields) -> [String] {
    values(of: name, in: fields).flatMap { value in
      value.lowercased().split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
    }
  }

  private func reason(in fields: HeaderFields) -> String? {
    let text = request.reasonHeader.flatMap { fields[$0] }
    return text.flatMap { ServerReason.text($0, hiding: request) }
  }
}
