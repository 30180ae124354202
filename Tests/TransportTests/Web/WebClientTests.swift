import Foundation
import TestSupport
import Testing
import Transport

@Suite(.needsWeb) struct WebClientTests {
  static let body = "{\"status\":true,\"data\":\"0123456789\"}"

  @Test(
    arguments: [
      "ok", "gzip", "gzip-members", "no-length", "http10", "notices", "status?status=201",
      "status?status=404", "status?status=500",
    ], ["good", "plain"])
  func bringsTheBodyWhole(path: String, server: String) throws {
    let answer = try Web.client().answer(to: WebRequest(.get, Web.address(path, at: server)))
    #expect(String(decoding: answer.body, as: UTF8.self) == Self.body)
    #expect(answer.headers["x-old"] == nil)
  }

  @Test func takesNoHeaderFromBehindTheBody() throws {
    let answer = try Web.client().answer(to: WebRequest(.get, Web.address("trailers")))
    #expect(answer.body == Array("abcd".utf8))
    #expect(answer.headers["X-Late"] == nil && answer.headers["Content-Encoding"] == nil)
  }

  @Test(arguments: WebRequest.Method.allCases, [true, false])
  func sendsWhatWasAsked(method: WebRequest.Method, isPlain: Bool) throws {
    let secret = Secret("tok€n")
    let key = "sends-\(method)-\(isPlain)"
    let bytes = Array("{\"a\":\"\0 ₹\"}".utf8)
    let request = WebRequest(
      method, try Web.address("echo?key=\(key)&a=%20b", at: isPlain ? "plain" : "good"),
      headers: [
        WebHeader("Authorization", secret.following("Bearer ")), WebHeader("X-Empty", ""),
      ],
      body: method == .get ? nil : .init(bytes, type: "application/json"))
    let answer = try Web.client().answer(to: request)
    #expect(answer.status == 200 && answer.headers["x-ECHO"] == "Yes")
    let arrivals = try Web.arrivals(key)
    #expect(arrivals.count == 1)
    let arrival = try #require(arrivals.first)
    #expect(arrival.method == method.rawValue)
    #expect(arrival.target == "/echo?key=\(key)&a=%20b")
    #expect(arrival.header("User-Agent") == "angelx/test")
    #expect(arrival.header("Accept-Encoding") == "gzip")
    #expect(arrival.header("X-Empty") == "")
    #expect(
      arrival.header("Authorization").map { Array($0.unicodeScalars.map(\.value)) }
        == Array("Bearer tok€n".utf8).map(UInt32.init))
    #expect(Array(arrival.body) == (method == .get ? [] : bytes))
    #expect(arrival.header("Content-Type") == (method == .get ? nil : "application/json"))
  }

  @Test(arguments: [WebRequest.Method.post, .put, .delete])
  func sendsNothingWhereThereIsNoBody(method: WebRequest.Method) throws {
    let key = "nothing-\(method)"
    _ = try Web.client().answer(to: WebRequest(method, Web.address("echo?key=\(key)")))
    let arrival = try #require(try Web.arrivals(key).first)
    #expect(arrival.method == method.rawValue && arrival.body.isEmpty)
    #expect(arrival.header("Content-Type") == nil)
    #expect(arrival.header("Content-Length") == (method == .delete ? nil : "0"))
  }

  @Test func sendsALargeBodyWhole() throws {
    var random = SplitMix64(seed: 7)
    let bytes = random.bytes(3_000_000)
    let request = WebRequest(
      .put, try Web.address("echo?key=large"), body: .init(bytes, type: "application/gzip"))
    _ = try Web.client().answer(to: request)
    #expect(try Web.arrivals("large").first.map { Array($0.body) } == bytes)
  }

  @Test func aRequestToReadWithABodyIsOurMistake() async {
    await #expect(processExitsWith: .failure) {
      _ = WebRequest(
        .get, try WebAddress("https://a"), body: .init([], type: "text/plain"))
    }
  }

  @Test func survivesAServerThatAnswersBeforeItHasRead() throws {
    let request = WebRequest(
      .post, try Web.address("early"),
      body: .init([UInt8](repeating: 0x78, count: 900_000), type: "text/plain"))
    let client = try Web.client()
    let outcome = Result { () throws(TransportError) in try client.answer(to: request).status }
    // Whether the answer or the end of the connection is noticed first, is chance.
    #expect([.success(413), .failure(.incomplete(host: try Web.host()))].contains(outcome))
  }

  @Test func saysHowLongItTook() throws {
    let timing = try Web.client().answer(to: WebRequest(.get, Web.address("ok"))).timing
    #expect(timing.resolved <= timing.connected && timing.connected > 0)
    #expect(timing.connected < timing.secured && timing.secured <= timing.firstByte)
    #expect(timing.firstByte <= timing.total)
    let plain = try Web.client().answer(to: WebRequest(.get, Web.address("ok", at: "plain")))
    #expect(plain.timing.secured == 0)
  }

  @Test func keepsItsConnectionForReading() throws {
    let client = try Web.client()
    let request = WebRequest(.get, try Web.address("ok"))
    _ = try client.answer(to: request)
    let second = try client.answer(to: request)
    // Nothing is connected or encrypted the second time.
    #expect(second.timing.secured == 0 || second.timing.secured == second.timing.connected)
  }

  @Test func anAddressWithoutEncryptionIsOnlyUsedWhereAllowed() throws {
    var rules = try Web.rules()
    rules.allowsPlain = false
    let error = try Web.failure(of: Web.secretive("ok?key=plain", at: "plain"), Web.client(rules))
    #expect(error == .badAddress(.plain))
    #expect(try Web.arrivals("plain").isEmpty)
  }

  @Test(arguments: [
    WebHeader("X-A", "a\r\nX-B: b"), WebHeader("X-A", "a\nb"), WebHeader("X-A", "a\0b"),
    WebHeader("X-A: b\r\nX", "c"), WebHeader("", "c"), WebHeader("X A", "c"),
    WebHeader("X-A", Secret("a\r\nvogel: b")), WebHeader("X:", "a"), WebHeader("X-₹", "a"),
  ])
  func refusesHeadersThatWouldBeMore(header: WebHeader) throws {
    let request = WebRequest(.get, try Web.address("ok?key=injected"), headers: [header])
    let error = try Web.failure(of: request, Web.client())
    #expect(error == .unsendable(host: try Web.host(), .header))
    #expect(try Web.arrivals("injected").isEmpty)
  }

  @Test func refusesATypeOfBodyThatWouldBeMore() throws {
    let request = WebRequest(
      .post, try Web.address("ok"), body: .init([], type: "text/plain\r\nX-B: b"))
    #expect(
      try Web.failure(of: request, Web.client())
        == .unsendable(host: try Web.host(), .header))
  }

  @Test(arguments: [
    (401, true), (403, true), (400, false), (404, false), (429, false), (500, false), (503, false),
  ])
  func aRefusalIsAnErrorForWhoeverWantsItDone(status: Int, isLogin: Bool) throws {
    let answer = try Web.client().answer(
      to: WebRequest(.post, Web.address("status?status=\(status)")))
    #expect(answer.status == status)
    let refusal = Refusal.web(status: status)
    let host = try Web.host()
    #expect(
      throws: isLogin
        ? TransportError.loginRefused(host: host, refusal)
        : TransportError.refused(host: host, refusal)
    ) { try answer.done() }
  }

  @Test(arguments: ["If-None-Match", "if-modified-since"], ["good", "plain"])
  func whatHasNotChangedIsAnAnswerWhereThatWasAsked(header: String, server: String) throws {
    let client = try Web.client(Web.rules(tries: 3))
    let key = "unchanged-\(header)-\(server)"
    let address = try Web.address("unchanged?key=\(key)", at: server)
    let answer = try client.answer(
      to: WebRequest(.get, address, headers: [WebHeader(header, Secret("\"a\""))]))
    #expect(answer.isUnchanged && answer.body.isEmpty && answer.headers["ETag"] == "\"a\"")
    #expect(try answer.done().status == 304)
    #expect(try Web.arrivals(key).count == 1)
    // The connection is as good as before, and nobody else may be told so.
    let next = try client.answer(to: WebRequest(.get, Web.address("ok", at: server)))
    #expect(next.status == 200 && !next.isUnchanged)
    let error = try Web.failure(of: WebRequest(.get, address), client)
    #expect(error == .notTheProtocol(host: try Web.host(server), .redirect(status: 304)))
  }

  @Test(arguments: [200, 201, 202])
  func aSuccessIsDone(status: Int) throws {
    let answer = try Web.client().answer(
      to: WebRequest(.post, Web.address("status?status=\(status)")))
    #expect(try answer.done().status == status)
  }

  @Test func knowsTheServersTime() throws {
    let date = "Fri,%2020%20Nov%202026%2010:00:07%20GMT"
    let answer = try Web.client().answer(to: WebRequest(.get, Web.address("date?date=\(date)")))
    #expect(ServerDate.seconds(of: answer) == FakeTime.date + 7)
    let other = try Web.client().answer(to: WebRequest(.get, Web.address("ok")))
    #expect(ServerDate.seconds(of: other) == nil)
  }

  @Test func goesThroughTheProxyThatItIsTold() throws {
    var rules = try Web.rules()
    rules.proxy = try WebAddress("http://\(try Web.host("plain"))")
    let request = WebRequest(.get, try WebAddress("http://broker.invalid/ok?key=proxied"))
    #expect(try Web.client(rules).answer(to: request).status == 200)
    #expect(try Web.arrivals("proxied").first?.target == "http://broker.invalid/ok?key=proxied")
  }

  @Test func takesNothingFromTheEnvironment() async {
    await #expect(processExitsWith: .success) {
      for name in ["http_proxy", "https_proxy", "ALL_PROXY", "all_proxy"] {
        unsafe setenv(name, "http://127.0.0.1:9", 1)
      }
      unsafe setenv("CURL_CA_BUNDLE", "/nonexistent", 1)
      for server in ["good", "plain"] {
        let answer = try Web.client().answer(to: WebRequest(.get, Web.address("ok", at: server)))
        #expect(answer.status == 200)
      }
    }
  }

  @Test func takesNoLoginFromTheHomeFolder() async {
    await #expect(processExitsWith: .success) {
      let home = try Scratch()
      try home.put(".netrc", "machine localhost login vogel password vogel", permissions: 0o600)
      unsafe setenv("HOME", home.path, 1)
      _ = try Web.client().answer(to: WebRequest(.get, Web.address("echo?key=netrc")))
      #expect(try Web.arrivals("netrc").first?.header("Authorization") == nil)
    }
  }
}
