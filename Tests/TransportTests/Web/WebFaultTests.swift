import TestSupport
import Testing
import Transport

/// What servers and networks do to a request to read, and what comes of it.
@Suite(.needsWeb) struct WebFaultTests {
  struct Fault: CustomTestStringConvertible {
    let path: String
    var server = "good"
    var total = Duration.seconds(5)
    let error: @Sendable (_ host: String) -> TransportError
    var testDescription: String { "\(path) at \(server)" }

    init(
      _ path: String, at server: String = "good", within total: Duration = .seconds(5),
      _ error: @escaping @Sendable (String) -> TransportError
    ) {
      self.path = path
      self.server = server
      self.total = total
      self.error = error
    }
  }

  static let cut = [
    "close-before", "reset-before", "cut-headers", "cut-length", "reset-body",
    "cut-chunk", "cut-between-chunks", "cut-chunk-size", "cut-gzip", "cut-gzip-trailer",
    "cut-gzip-member",
  ].flatMap { path in
    ["good", "plain"].map { Fault(path, at: $0) { .incomplete(host: $0) } }
  }

  static let foreign = [
    "http09", "garbage", "mail", "no-status", "letters-for-status", "status-999", "zero-byte",
  ].map { Fault($0, at: "plain") { .notTheProtocol(host: $0, .garbage) } }

  static let packing = [
    "broken-gzip", "gzip-checksum", "gzip-length", "gzip-and-more", "not-gzip", "brotli",
  ].map { Fault($0) { .notTheProtocol(host: $0, .packing) } }

  static let redirects = [301, 302, 303, 307, 308, 300, 304].map { status in
    Fault("redirect?status=\(status)") { .notTheProtocol(host: $0, .redirect(status: status)) }
  }

  static let large = [
    Fault("bomb") { .tooLarge(host: $0, .body, limit: 8 << 20) },
    Fault("unbounded") { .tooLarge(host: $0, .body, limit: 8 << 20) },
    Fault("large-length") { .tooLarge(host: $0, .body, limit: 8 << 20) },
    Fault("huge-header") { .tooLarge(host: $0, .headers, limit: 64 << 10) },
    Fault("many-headers") { .tooLarge(host: $0, .headers, limit: 64 << 10) },
    Fault("continue-flood") { .tooLarge(host: $0, .headers, limit: 64 << 10) },
  ]

  static let slow = [
    "silence", "slow-status", "slow-headers", "slow-body", "slow-chunks", "stall-headers",
    "stall-body", "continue-slowly",
  ].map { Fault($0, within: .milliseconds(400)) { .timedOut(host: $0, .answering) } }

  static let connections = [
    Fault("ok", at: "nobody") { .cannotConnect(host: $0) },
    Fault("ok", at: "hello-close") { .cannotEncrypt(host: $0) },
    Fault("ok", at: "hello-reset") { .cannotEncrypt(host: $0) },
    Fault("ok", at: "hello-garbage") { .cannotEncrypt(host: $0) },
    Fault("ok", at: "old") { .cannotEncrypt(host: $0) },
    Fault("ok", at: "other-host") { .certificateRefused(host: $0, .untrusted) },
    Fault("ok", at: "expired") { .certificateRefused(host: $0, .untrusted) },
    Fault("ok", at: "early") { .certificateRefused(host: $0, .untrusted) },
    Fault("ok", at: "self-signed") { .certificateRefused(host: $0, .untrusted) },
    Fault("ok", at: "unknown") { .certificateRefused(host: $0, .untrusted) },
  ]

  @Test(arguments: cut + foreign + packing + redirects + large + slow + connections)
  func isAnErrorOfItsOwn(_ fault: Fault) throws {
    let client = try Web.client(Web.rules(total: fault.total))
    let error = try Web.failure(of: Web.secretive(fault.path, at: fault.server), client)
    #expect(error == fault.error(try Web.host(fault.server)))
  }

  @Test(arguments: ["no-chunk", "endless-chunk", "cut-status"])
  func isAnErrorThatVersionsOfTheLibraryNameDifferently(path: String) throws {
    let error = try Web.failure(of: Web.secretive(path, at: "plain"), Web.client())
    #expect([.foreignProtocol, .unavailable].contains(error.exitClass), "\(error)")
  }

  @Test(arguments: [
    ("no-length-cut", "{\"status\":"), ("short-length", "{\"sta"), ("gzip-empty", ""),
  ])
  func isNoticedByNobodyButTheReaderOfTheBody(path: String, body: String) throws {
    let client = try Web.client(Web.rules(tries: 2))
    let answer = try client.answer(to: WebRequest(.get, Web.address(path)))
    #expect(String(decoding: answer.body, as: UTF8.self) == body)
    // What follows on a connection after a length that is too small is nobody's answer.
    let next = try client.answer(to: WebRequest(.get, Web.address("ok")))
    #expect(String(decoding: next.body, as: UTF8.self).hasPrefix("{\"status\":true"))
  }

  @Test func aCutBelowTheEncryptionIsNoticedByTheLibraryOrNobody() throws {
    let client = try Web.client()
    let request = WebRequest(.get, try Web.address("cut-tls"))
    let outcome = Result { () throws(TransportError) in try client.answer(to: request).status }
    #expect([.success(200), .failure(.incomplete(host: try Web.host()))].contains(outcome))
  }

  @Test func aServerThatNeverShakesHandsIsLeft() throws {
    let client = try Web.client(Web.rules(total: .milliseconds(400)))
    let error = try Web.failure(of: Web.secretive("ok", at: "mute"), client)
    let host = try Web.host("mute")
    #expect(error.code == "timed-out" && error.host == host)
  }

  @Test func aRedirectIsNotFollowed() throws {
    let target = "http://\(try Web.host("plain"))/ok?key=elsewhere"
    _ = try Web.failure(of: Web.secretive("redirect?status=302&to=\(target)"), Web.client())
    #expect(try Web.arrivals("elsewhere").isEmpty)
  }

  @Test(arguments: [
    "host.invalid", "no-such-host.localhost.invalid:8443",
  ])
  func aHostWithoutAddressIsSaid(host: String) throws {
    let request = WebRequest(.get, try WebAddress("https://\(host)/x?token=vogel"))
    let error = try Web.failure(of: request, Web.client())
    #expect(error == .cannotResolve(host: host))
  }

  @Test func aCrawlEndsBeforeTheTotalTime() throws {
    var rules = try Web.rules(total: .seconds(20))
    rules.limits.crawlingSeconds = 1
    let error = try Web.failure(of: Web.secretive("slow-body"), Web.client(rules))
    #expect(error == .timedOut(host: try Web.host(), .answering))
  }

  @Test func onAKeptConnectionItIsTheAnswerThatTakesTooLong() throws {
    let client = try Web.client(Web.rules(total: .milliseconds(700)))
    _ = try client.answer(to: WebRequest(.get, Web.address("ok")))
    let error = try Web.failure(of: Web.secretive("stall-body"), client)
    #expect(error == .timedOut(host: try Web.host(), .answering))
  }

  @Test func theSystemsAuthoritiesDoNotKnowOurs() throws {
    var rules = try Web.rules()
    rules.authorities = nil
    let error = try Web.failure(of: Web.secretive("ok"), Web.client(rules))
    #expect(error == .certificateRefused(host: try Web.host(), .untrusted))
    rules.authorities = "/nonexistent/authority.pem"
    let other = try Web.failure(of: Web.secretive("ok"), Web.client(rules))
    #expect(other == .certificateRefused(host: try Web.host(), .unreadableAuthorities))
    #expect(other.exitClass == .configuration)
  }

  @Test func whoeverLosesInterestIsNotKeptWaiting() throws {
    let time = FakeTime()
    time.interrupt()
    let error = try Web.failure(
      of: Web.secretive("silence"), Web.client(Web.rules(total: .seconds(20)), time: time))
    #expect(error == .interrupted(host: try Web.host()))
  }

  @Test func nothingIsSentToAServerWithoutProof() throws {
    for server in ["other-host", "expired", "self-signed", "unknown"] {
      let key = "unproven-\(server)"
      _ = try Web.failure(
        of: Web.secretive("ok?key=\(key)", at: server, method: .post), Web.client())
      #expect(try Web.arrivals(key).isEmpty)
    }
  }
}
