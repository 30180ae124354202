import TestSupport
import Testing
import Transport

/// HTTP/2, which a server and the library agree on by themselves.
@Suite(.needsSecondWeb) struct SecondVersionTests {
  static let body = "{\"status\":true,\"data\":\"0123456789\"}"

  private func host() throws -> String { "localhost:\(try TestServers.secondWeb["good"])" }

  private func request(
    _ path: String, _ method: WebRequest.Method = .get
  ) throws -> WebRequest {
    WebRequest(
      method, try WebAddress("https://\(try host())/\(path)"),
      headers: [WebHeader("Authorization", Secret(Canary.text))])
  }

  private func askedFor(_ path: String) throws -> String {
    let answer = try Web.client().answer(to: request("seen?/\(path)"))
    return String(decoding: answer.body, as: UTF8.self)
  }

  private func connections(_ path: String) throws -> Int? {
    let answer = try Web.client().answer(to: request("connections?/\(path)"))
    return Int(String(decoding: answer.body, as: UTF8.self))
  }

  @Test(arguments: [2, 16, 64])
  func manyShareOneConnection(atOnce: Int) throws {
    let path = "many-\(atOnce)"
    let client = try Web.client(Web.rules(total: .seconds(20)))
    var bodies: [String] = []
    for _ in 0..<2 {
      try client.answers(
        to: (0..<60).map { _ in try request(path) }, atOnce: atOnce
      ) { _, outcome in
        bodies.append((try? outcome.get()).map { String(decoding: $0.body, as: UTF8.self) } ?? "")
      }
      _ = try client.answer(to: request(path))
    }
    #expect(bodies == Array(repeating: Self.body, count: 120))
    #expect(try askedFor(path) == "122" && connections(path) == 1)
  }

  @Test func aStalledAnswerHoldsUpNoOther() throws {
    let paths = ["stall-stream"] + Array(repeating: "many-beside", count: 20)
    var order: [Int] = []
    try Web.client(Web.rules(total: .seconds(3))).answers(
      to: try paths.map { try request($0) }, atOnce: 4
    ) { index, outcome in
      order.append(index)
      #expect(((try? outcome.get()) == nil) == (index == 0), "\(outcome)")
    }
    #expect(order.count == 21 && order.last == 0)
    #expect(try connections("many-beside") == 1)
  }

  @Test func manyAreAskedForAgainWhenTheirConnectionEnds() throws {
    // The server leaves all that are on the connection when it sees this one.
    let paths = ["close"] + Array(repeating: "many-left", count: 30)
    var outcomes: [Int: Result<WebAnswer, TransportError>] = [:]
    try Web.client(Web.rules(tries: 10)).answers(
      to: try paths.map { try request($0) }, atOnce: 8
    ) { index, outcome in
      #expect(outcomes.updateValue(outcome, forKey: index) == nil)
      Canary.expectNone(in: outcome)
    }
    let host = try host()
    #expect(throws: TransportError.incomplete(host: host)) { try outcomes[0]?.get() }
    #expect(outcomes.count == 31 && outcomes.filter { (try? $0.value.get()) == nil }.count == 1)
  }

  @Test func whatHasNotChangedIsAnAnswer() throws {
    let known = WebRequest(
      .get, try WebAddress("https://\(try host())/unchanged"),
      headers: [WebHeader("If-None-Match", "\"a\"")])
    #expect(try Web.client().answer(to: known).isUnchanged)
  }

  @Test func aLargeBodyIsHandedOn() throws {
    final class Counter: BodyReceiver {
      var count = 0
      func take(_ piece: Span<UInt8>) -> Bool {
        count += piece.count
        return true
      }
      func forget() -> Bool { false }
    }
    let counter = Counter()
    _ = try Web.client().answer(to: request("large"), into: counter, limit: 10_000_000)
    #expect(counter.count == 10_000_000)
  }

  @Test(arguments: ["ok", "gzip"])
  func bringsTheBodyWhole(path: String) throws {
    let client = try Web.client()
    for _ in 0..<3 {
      let answer = try client.answer(to: request(path))
      #expect(String(decoding: answer.body, as: UTF8.self) == Self.body)
      #expect(answer.headers["Content-Type"] == "application/json")
    }
  }

  static let faults: [(path: String, error: @Sendable (String) -> TransportError)] = [
    ("break", { .incomplete(host: $0) }), ("break-at-once", { .incomplete(host: $0) }),
    ("close", { .incomplete(host: $0) }), ("cut", { .incomplete(host: $0) }),
    ("short", { .incomplete(host: $0) }), ("cut-gzip", { .incomplete(host: $0) }),
    ("garbage", { .incomplete(host: $0) }), ("stall", { .timedOut(host: $0, .answering) }),
    ("redirect", { .notTheProtocol(host: $0, .redirect(status: 302)) }),
  ]

  @Test(arguments: faults)
  func isAnErrorOfItsOwn(path: String, error: @Sendable (String) -> TransportError) throws {
    let client = try Web.client(Web.rules(total: .milliseconds(900)))
    #expect(try Web.failure(of: request(path), client) == error(host()))
  }

  @Test(arguments: ["refuse-first", "leave-first"])
  func whatIsRefusedUnseenIsAskedForAgain(path: String) throws {
    let answer = try Web.client(Web.rules(tries: 3)).answer(to: request(path))
    #expect(answer.status == 200)
    #expect(try askedFor(path) == "2")
  }

  @Test func aBusyServerIsAskedOnceMore() throws {
    let time = FakeTime()
    let answer = try Web.client(Web.rules(tries: 2), time: time).answer(to: request("busy"))
    #expect(answer.status == 200 && time.waits == [.seconds(2)])
  }

  @Test func whatMustNotBeRepeatedGoesOutByTheOlderVersion() throws {
    let answer = try Web.client().answer(to: request("post", .post))
    #expect(answer.headers["X-Version"] == "1.1")
    #expect(try askedFor("post") == "0")
  }
}
