import Foundation
import TestSupport
import Testing

@testable import Transport

/// What tests of web sockets share.
enum Sockets {
  /// The host as errors name it.
  static func host(_ server: String = "good") throws -> String {
    "localhost:\(try TestServers.sockets[server])"
  }

  /// Rules that trust the test servers.
  static func rules(total: Duration = .seconds(20)) throws -> WebRules {
    try Web.rules(total: total)
  }

  /// A request with a canary wherever one can be.
  static func request(
    _ path: String, at server: String = "good", headers: [WebHeader] = [],
    subprotocol: String? = nil
  ) throws -> SocketRequest {
    let secret = Secret(Canary.text)
    let sign = path.contains("?") ? "&" : "?"
    let scheme = server.hasSuffix("plain") ? "ws" : "wss"
    let address = "\(scheme)://\(try host(server))/\(path)\(sign)token=kanarie%2Fvogel%2B%227"
    return SocketRequest(
      try WebAddress(socket: address),
      headers: [
        WebHeader("Authorization", secret.following("Bearer ")), WebHeader("x-api-key", secret),
      ] + headers,
      subprotocol: subprotocol, reasonHeader: "x-error-message")
  }

  static func open(
    _ path: String, at server: String = "good", _ rules: WebRules? = nil,
    pauses: Pauses = .real
  ) throws -> WebSocket {
    try WebSocket(
      request(path, at: server), rules ?? Self.rules(), pauses: pauses,
      random: SplitMix64(seed: 5))
  }

  /// How opening fails; the failure gives nothing away.
  static func failure(
    _ path: String, at server: String = "good", _ rules: WebRules? = nil,
    pauses: Pauses = .real, _ location: SourceLocation = #_sourceLocation
  ) throws -> TransportError {
    let error = try #require(throws: TransportError.self, sourceLocation: location) {
      _ = try open(path, at: server, rules, pauses: pauses)
    }
    Canary.expectNone(in: error, location)
    return error
  }

  /// The next message, which must come.
  static func message(
    of socket: WebSocket, _ location: SourceLocation = #_sourceLocation
  ) throws -> SocketMessage {
    let event = try socket.receive(within: .seconds(20))
    guard case .message(let message) = event else {
      Issue.record("\(event)", sourceLocation: location)
      return .binary([])
    }
    return message
  }

  static func text(
    of socket: WebSocket, _ location: SourceLocation = #_sourceLocation
  ) throws -> String {
    String(decoding: try message(of: socket, location).bytes, as: UTF8.self)
  }

  /// The code with which the server saw somebody leave.
  static func codeSeen(_ key: String, at server: String = "good") throws -> String {
    let socket = try open("left?key=\(key)", at: server)
    defer { socket.close(within: .seconds(5)) }
    return try text(of: socket)
  }

  /// A leave with a code and a reason.
  static func leave(_ code: UInt16, _ reason: String = "") throws -> SocketEvent {
    .ended(.closed(try SocketClose(content: SocketClose.content(code) + Array(reason.utf8))))
  }
}
