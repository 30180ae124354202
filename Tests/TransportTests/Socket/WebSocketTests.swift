import Foundation
import TestSupport
import Testing

@testable import Transport

/// The client with the server of Python's `websockets`.
@Suite(.needsSockets) struct WebSocketTests {
  @Test func anAddressOfTheWebChangesOver() throws {
    let address = try WebAddress("https://\(try Sockets.host())/echo")
    let socket = try WebSocket(
      SocketRequest(address), Sockets.rules(), random: SplitMix64(seed: 5))
    try socket.send("₹")
    #expect(try Sockets.text(of: socket) == "₹")
  }

  @Test(arguments: ["good", "plain"])
  func textAndBytesGoBothWays(server: String) throws {
    let socket = try Sockets.open("echo", at: server)
    let request = #"{"action":1,"params":{"mode":3}} ₹"#
    try socket.send(request)
    #expect(try Sockets.message(of: socket) == .text(Array(request.utf8)))
    var random = SplitMix64(seed: 1)
    for length in [0, 1, 125, 126, 55, 65_535, 65_536, 70_000] {
      let bytes = random.bytes(length)
      try socket.send(bytes)
      #expect(try Sockets.message(of: socket) == .binary(bytes))
    }
    try socket.send("")
    #expect(try Sockets.message(of: socket) == .text([]))
    #expect(socket.close(within: .seconds(5)) == .closed(try SocketClose(content: [3, 0xE8])))
  }

  @Test func largeMessagesComeWhole() throws {
    let socket = try Sockets.open("echo")
    var random = SplitMix64(seed: 2)
    let bytes = random.bytes(2_000_000)
    try socket.send(bytes)
    #expect(try Sockets.message(of: socket).bytes == bytes)
    let other = try Sockets.open("large?count=2000000")
    #expect(try Sockets.message(of: other).bytes.count == 2_000_000)
    other.close(within: .seconds(5))
    socket.close(within: .seconds(5))
  }

  @Test func saysWhatTheCallerWantsSaid() throws {
    let socket = try Sockets.open("headers")
    let text = try Sockets.text(of: socket)
    let headers = try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    #expect(headers["Authorization"] == "Bearer \(Canary.text)")
    #expect(headers["x-api-key"] == Canary.text && headers["User-Agent"] == "angelx/test")
    #expect(headers["Host"] == (try Sockets.host()))
    #expect(headers["Sec-WebSocket-Extensions"] == nil)
    #expect(Data(base64Encoded: try #require(headers["Sec-WebSocket-Key"]))?.count == 16)
    socket.close(within: .seconds(5))
  }

  @Test func speaksTheProtocolAskedFor() throws {
    let request = try Sockets.request("subprotocol", subprotocol: "orders")
    let socket = try WebSocket(request, Sockets.rules(), random: SplitMix64(seed: 1))
    #expect(try Sockets.text(of: socket) == "orders")
    socket.close(within: .seconds(5))
    let other = try Sockets.request("subprotocol", subprotocol: "unknown")
    let error = #expect(throws: TransportError.self) {
      _ = try WebSocket(other, Sockets.rules(), random: SplitMix64(seed: 1))
    }
    #expect(error == .notTheProtocol(host: try Sockets.host(), .noSocket(status: 101)))
  }

  @Test func joinsPieces() throws {
    let socket = try Sockets.open("pieces?count=100")
    #expect(try Sockets.message(of: socket) == .text(Array("Nifty ₹ 26,000".utf8)))
    let expected = (0..<100).flatMap { [UInt8](repeating: $0, count: 1000) }
    #expect(try Sockets.message(of: socket) == .binary(expected))
    socket.close(within: .seconds(5))
  }

  @Test func answersPings() throws {
    let socket = try Sockets.open("ping?count=20")
    #expect(try Sockets.text(of: socket) == "answered")
    socket.close(within: .seconds(5))
  }

  @Test func saysThatNothingCameInTime() throws {
    let socket = try Sockets.open("echo")
    let start = ContinuousClock.now
    #expect(try socket.receive(within: .zero) == .nothing)
    #expect(try socket.receive(within: .milliseconds(300)) == .nothing)
    #expect((.milliseconds(290)...(.seconds(5))).contains(ContinuousClock.now - start))
    let before = socket.lastHeard
    try socket.send("ping")
    #expect(try Sockets.text(of: socket) == "ping")
    #expect(socket.lastHeard > before)
    socket.close(within: .seconds(5))
  }

  @Test func theServerMayLeave() throws {
    let socket = try Sockets.open("close?code=4001&reason=token%20expired&key=server")
    let end = try socket.receive(within: .seconds(5))
    #expect(end == (try Sockets.leave(4001, "token expired")))
    #expect(try socket.receive(within: .zero) == end)
    let error = #expect(throws: TransportError.self) { try socket.send("x") }
    #expect(error == .ended(host: try Sockets.host()))
    #expect(try Sockets.codeSeen("server") == "4001")
  }

  @Test func theClientMayLeave() throws {
    let socket = try Sockets.open("echo?key=client")
    try socket.send("dropped")
    let end = socket.close(SocketClose.goingAway, within: .seconds(5))
    #expect(SocketEvent.ended(end) == (try Sockets.leave(1001)))
    #expect(socket.close(within: .zero) == end)
    #expect(throws: TransportError.self) { try socket.send([1]) }
    #expect(try Sockets.codeSeen("client") == "1001")
  }

  @Test func whoeverLosesInterestMayStillTakeLeave() throws {
    let time = FakeTime()
    var pauses = Pauses.real
    pauses.isInterrupted = { time.pauses.isInterrupted() }
    let socket = try Sockets.open("echo?key=interrupted", pauses: pauses)
    time.interrupt()
    let host = try Sockets.host()
    #expect(throws: TransportError.interrupted(host: host)) {
      try socket.receive(within: .seconds(20))
    }
    #expect(SocketEvent.ended(socket.close(within: .seconds(5))) == (try Sockets.leave(1000)))
    #expect(try Sockets.codeSeen("interrupted") == "1000")
  }

  @Test func goesThroughAProxyThatHandsOn() throws {
    for server in ["good", "plain"] {
      var rules = try Sockets.rules()
      rules.proxy = try WebAddress("http://\(try Sockets.host("proxy"))")
      let socket = try Sockets.open("echo", at: server, rules)
      try socket.send("x")
      #expect(try Sockets.text(of: socket) == "x")
      socket.close(within: .seconds(5))
    }
  }

  @Test(arguments: ["good", "plain"])
  func smallFramesComeWholeAndInOrder(server: String) throws {
    let count = 50_000
    let socket = try Sockets.open("ticks?count=\(count)", at: server)
    _ = try Sockets.message(of: socket)
    let start = ContinuousClock.now
    for number in 1..<count {
      guard case .message(.binary(let bytes)) = try socket.receive(within: .seconds(20)),
        bytes.count == 55, number == (0..<8).reduce(0, { $0 | Int(bytes[$1]) << (8 * $1) })
      else {
        Issue.record("frame \(number)")
        return
      }
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    if ProcessInfo.processInfo.environment["SHOW_RATES"] != nil {
      print("\(server): \(Int(Double(count) / seconds)) frames/s")
    }
    #expect(try socket.receive(within: .zero) == .nothing)
    socket.close(within: .seconds(5))
  }
}
