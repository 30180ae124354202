import TestSupport
import Testing

@testable import Transport

/// What servers and networks do to a socket, and what comes of it.
@Suite(.needsSockets) struct WebSocketFaultTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    let path: String
    let server: String
    let error: @Sendable (_ host: String) -> TransportError
    var testDescription: String { "\(path) at \(server)" }

    init(
      _ path: String, at server: String = "failing",
      _ error: @escaping @Sendable (String) -> TransportError
    ) {
      self.path = path
      self.server = server
      self.error = error
    }
  }

  static let reason = "Invalid Header - Invalid Auth token"
  static let refused: [Fault] = [
    Fault("refuse?status=401", at: "good") {
      .loginRefused(host: $0, .socket(status: 401, reason: reason))
    },
    Fault("refuse?status=403", at: "good") {
      .loginRefused(host: $0, .socket(status: 403, reason: nil))
    },
    Fault("refuse?status=429", at: "plain") {
      .refused(host: $0, .socket(status: 429, reason: "slow down"))
    },
    Fault("refuse-with-what-came", at: "good") {
      .loginRefused(host: $0, .socket(status: 401, reason: nil))
    },
    Fault("redirect", at: "good") { .notTheProtocol(host: $0, .redirect(status: 302)) },
  ]

  static let handshakes: [Fault] = ["failing", "failing-plain"].flatMap { server in
    [
      Fault("wrong-key", at: server) { .notTheProtocol(host: $0, .noSocket(status: 101)) },
      Fault("extension", at: server) { .notTheProtocol(host: $0, .noSocket(status: 101)) },
      Fault("no-upgrade", at: server) { .notTheProtocol(host: $0, .noSocket(status: 200)) },
      Fault("garbage", at: server) { .notTheProtocol(host: $0, .garbage) },
      Fault("many-headers", at: server) { .tooLarge(host: $0, .headers, limit: 64 << 10) },
      Fault("gone", at: server) { .incomplete(host: $0) },
      Fault("half-answer", at: server) { .incomplete(host: $0) },
    ]
  }

  static let certificates: [Fault] = ["other-host", "expired", "self-signed", "unknown"].map {
    Fault("echo", at: $0) { .certificateRefused(host: $0, .untrusted) }
  }

  @Test(arguments: refused + handshakes + certificates)
  func isAnErrorOfItsOwn(_ fault: Fault) throws {
    let error = try Sockets.failure(fault.path, at: fault.server)
    #expect(error == fault.error(try Sockets.host(fault.server)))
  }

  @Test func aServerThatSaysNothingIsLeft() throws {
    let rules = try Sockets.rules(total: .milliseconds(400))
    let error = try Sockets.failure("silent", at: "failing", rules)
    #expect(error == .timedOut(host: try Sockets.host("failing"), .answering))
  }

  @Test func whoeverLosesInterestIsNotKeptWaiting() throws {
    var pauses = Pauses.real
    pauses.isInterrupted = { true }
    let error = try Sockets.failure("silent", at: "failing", pauses: pauses)
    #expect(error == .interrupted(host: try Sockets.host("failing")))
  }

  @Test func nothingUnencryptedGoesOutUnasked() throws {
    var rules = try Sockets.rules()
    rules.allowsPlain = false
    #expect(try Sockets.failure("echo", at: "plain", rules) == .badAddress(.plain))
  }

  @Test func headersThatCannotBeSentAreNot() throws {
    let request = try Sockets.request("echo", headers: [WebHeader("X-A", "b\r\nX-C: d")])
    #expect(throws: TransportError.unsendable(host: try Sockets.host(), .header)) {
      _ = try WebSocket(request, Sockets.rules(), random: SplitMix64(seed: 1))
    }
  }

  @Test func theSystemsAuthoritiesDoNotKnowOurs() throws {
    var rules = try Sockets.rules()
    rules.authorities = nil
    let error = try Sockets.failure("echo", rules)
    #expect(error == .certificateRefused(host: try Sockets.host(), .untrusted))
  }

  @Test(arguments: ["cut", "reset", "end"], ["failing", "failing-plain"])
  func anEndWithoutAWordIsACut(path: String, server: String) throws {
    let socket = try Sockets.open(path, at: server)
    #expect(try Sockets.message(of: socket).bytes.count == 1000)
    #expect(try socket.receive(within: .seconds(10)) == .ended(.cut))
    #expect(try socket.receive(within: .zero) == .ended(.cut))
    #expect(socket.close(within: .zero) == .cut)
  }

  @Test func leaveWithoutACodeIsNoCut() throws {
    let socket = try Sockets.open("no-code", at: "failing")
    let end = try socket.receive(within: .seconds(10))
    #expect(end == .ended(.closed(try SocketClose(content: []))))
  }

  @Test(arguments: ["failing", "failing-plain"])
  func slowBytesAreWaitedFor(server: String) throws {
    let socket = try Sockets.open("slow", at: server)
    #expect(try Sockets.message(of: socket) == .binary(Array(0..<150)))
    #expect(try socket.receive(within: .seconds(10)) == (try Sockets.leave(1000)))
  }

  @Test(arguments: ["slow-forever", "ping-flood"])
  func whateverComesTheLimitHolds(path: String) throws {
    let socket = try Sockets.open(path, at: "failing")
    let start = ContinuousClock.now
    #expect(try socket.receive(within: .milliseconds(500)) == .nothing)
    #expect(socket.close(within: .milliseconds(300)) == .unanswered)
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func interestMayBeLostWhileThereAreOnlyPings() throws {
    let time = FakeTime()
    var pauses = Pauses.real
    pauses.isInterrupted = { time.pauses.isInterrupted() }
    let socket = try Sockets.open("ping-flood", at: "failing", pauses: pauses)
    time.interrupt()
    let host = try Sockets.host("failing")
    #expect(throws: TransportError.interrupted(host: host)) {
      try socket.receive(within: .seconds(20))
    }
  }

  @Test func leaveIsTakenOfAServerThatNeverStops() throws {
    let socket = try Sockets.open("tick-flood", at: "failing")
    #expect(try Sockets.message(of: socket).bytes.count == 55)
    let start = ContinuousClock.now
    #expect(socket.close(within: .milliseconds(300)) == .unanswered)
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func aServerThatDoesNotListenIsNotSentToForEver() throws {
    let socket = try Sockets.open("deaf", at: "failing", Sockets.rules(total: .milliseconds(700)))
    let host = try Sockets.host("failing")
    let large = [UInt8](repeating: 1, count: 8 << 20)
    #expect(throws: TransportError.timedOut(host: host, .sending)) { try socket.send(large) }
    #expect(throws: TransportError.ended(host: host)) { try socket.send("x") }
    #expect(socket.close(within: .milliseconds(100)) == .unanswered)
  }

  @Test(arguments: ["large", "large-in-pieces"])
  func aMessageHasALimit(path: String) throws {
    let socket = try Sockets.open(path, at: "failing")
    let error = #expect(throws: TransportError.self) { try socket.receive(within: .seconds(20)) }
    #expect(error == .tooLarge(host: try Sockets.host("failing"), .message, limit: 8 << 20))
    #expect(try socket.receive(within: .zero) == .ended(.cut))
  }

  @Test func framesThatAreNoneEndTheSocket() throws {
    let socket = try Sockets.open("broken", at: "failing")
    #expect(try Sockets.text(of: socket) == "fine")
    let error = #expect(throws: TransportError.self) { try socket.receive(within: .seconds(5)) }
    #expect(
      error == .notTheProtocol(host: try Sockets.host("failing"), .frames(.reservedBits)))
    Canary.expectNone(in: error as Any)
    #expect(try Sockets.codeSeen("broken") == "1002")
  }

  @Test func nothingShowsWhatWasSent() throws {
    let socket = try Sockets.open("echo")
    try socket.send(Canary.text)
    #expect(try Sockets.text(of: socket) == Canary.text)
    Canary.expectNone(in: socket)
    #expect("\(socket)" == "\(try Sockets.host()): connected")
    socket.close(within: .seconds(5))
    #expect("\(socket)" == "\(try Sockets.host()): ended")
    Canary.expectNone(in: try Sockets.request("echo"))
  }
}
