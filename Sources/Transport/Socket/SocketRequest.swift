/// What to connect a socket to.
package struct SocketRequest: Sendable {
  /// Where: an address of a socket, or one of the web that changes over.
  package let address: WebAddress
  /// What is said beside it.
  package let headers: [WebHeader]
  /// The protocol to speak inside the socket; without it the server chooses none.
  package let subprotocol: String?
  /// The header in which a server that refuses gives its reason.
  package let reasonHeader: String?

  /// Makes a request.
  package init(
    _ address: WebAddress, headers: [WebHeader] = [], subprotocol: String? = nil,
    reasonHeader: String? = nil
  ) {
    self.address = address
    self.headers = headers
    self.subprotocol = subprotocol
    self.reasonHeader = reasonHeader
  }

  /// Whether its headers are headers, and leave those of the protocol alone.
  var isSendable: Bool {
    (headers + subprotocolHeader).allSatisfy(\.isSendable) && !headers.contains(where: isOurs)
  }

  /// The request as it goes out.
  ///
  /// - Parameter key: 16 random bytes in letters, others for every connection.
  func bytes(key: String, userAgent: String) -> [UInt8] {
    let fixed = [
      WebHeader("Host", address.host), WebHeader("User-Agent", userAgent),
      WebHeader("Upgrade", "websocket"), WebHeader("Connection", "Upgrade"),
      WebHeader("Sec-WebSocket-Key", key), WebHeader("Sec-WebSocket-Version", "13"),
    ]
    var bytes = Array("GET \(address.target) HTTP/1.1\r\n".utf8)
    for header in fixed + subprotocolHeader + headers {
      bytes += header.value.following("\(header.name): ").revealed + [0x0D, 0x0A]
    }
    return bytes + [0x0D, 0x0A]
  }

  private var subprotocolHeader: [WebHeader] {
    subprotocol.map { [WebHeader("Sec-WebSocket-Protocol", $0)] } ?? []
  }

  private func isOurs(_ header: WebHeader) -> Bool {
    let name = header.name.lowercased()
    return name.hasPrefix("sec-websocket-")
      || ["host", "user-agent", "upgrade", "connection", "content-length", "transfer-encoding"]
        .contains(name)
  }
}
