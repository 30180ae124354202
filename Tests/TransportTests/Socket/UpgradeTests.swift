import TestSupport
import Testing

@testable import Transport

@Suite struct UpgradeTests {
  /// The key of RFC 6455, 1.2.
  static let key = "dGhlIHNhbXBsZSBub25jZQ=="
  static let good = [
    "HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade",
    "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
  ]

  static func request(
    _ address: String = "https://h/chat", headers: [WebHeader] = [], subprotocol: String? = nil,
    reasonHeader: String? = nil
  ) throws -> SocketRequest {
    SocketRequest(
      try WebAddress(address), headers: headers, subprotocol: subprotocol,
      reasonHeader: reasonHeader)
  }

  /// Reads an answer in pieces of one size and checks it; returns what is left.
  @discardableResult
  static func rest(
    of bytes: [UInt8], size: Int = .max, limit: Int = 1000, for request: SocketRequest? = nil
  ) throws -> ArraySlice<UInt8> {
    let request = try request ?? Self.request()
    var answer = UpgradeAnswer(limit: limit)
    var (place, end) = (0, 0)
    while end < bytes.count {
      end = size < bytes.count - end ? end + size : bytes.count
      if try answer.take(bytes, from: &place, to: end, host: "h") {
        try UpgradeCheck(request: request, key: key).check(answer)
        return bytes[place...]
      }
    }
    throw TransportError.incomplete(host: "h")
  }

  static func bytes(_ lines: [String]) -> [UInt8] {
    Array((lines + ["", ""]).joined(separator: "\r\n").utf8)
  }

  @Test func asksAsTheStandardSays() throws {
    let request = try Self.request(
      "https://h:8443/chat?a=b", headers: [WebHeader("X-Key", Secret(Canary.text))],
      subprotocol: "ticks")
    let text = String(decoding: request.bytes(key: Self.key, userAgent: "angelx/1"), as: UTF8.self)
    #expect(
      text.split(separator: "\r\n", omittingEmptySubsequences: false) == [
        "GET /chat?a=b HTTP/1.1", "Host: h:8443", "User-Agent: angelx/1", "Upgrade: websocket",
        "Connection: Upgrade", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version: 13", "Sec-WebSocket-Protocol: ticks",
        "X-Key: \(Canary.text)", "", "",
      ])
    Canary.expectNone(in: request)
  }

  @Test(arguments: [
    ("https://h", "/"), ("https://h/", "/"), ("https://h?a=b", "/?a=b"), ("http://h:80/x", "/x"),
  ])
  func asksForThePath(address: String, target: String) throws {
    #expect(try WebAddress(address).target == target)
  }

  @Test(arguments: [
    "Host", "UPGRADE", "Connection", "sec-websocket-key", "Sec-WebSocket-Extensions",
    "Content-Length", "a b", "",
  ])
  func headersOfTheProtocolAreNotTheCallers(name: String) throws {
    #expect(try !Self.request(headers: [WebHeader(name, "x")]).isSendable)
    #expect(try Self.request(headers: [WebHeader("X-Other", "x")]).isSendable)
  }

  @Test func aLineBreakIsNotSent() throws {
    #expect(try !Self.request(headers: [WebHeader("X-Key", "a\r\nX-Other: b")]).isSendable)
    #expect(try !Self.request(subprotocol: "a\r\n").isSendable)
  }

  @Test(arguments: [1, 2, 7, .max])
  func whatFollowsAreFrames(size: Int) throws {
    let frame = ServerFrames.frame(.text, [0x61])
    let left = try Self.rest(of: Self.bytes(Self.good) + frame, size: size)
    #expect(Array(left) == frame)
  }

  /// The good answer with one line changed, or others at its end.
  private static func changed(_ place: Int, _ lines: String...) -> [String] {
    var changed = good
    changed.replaceSubrange(place..<min(place + 1, good.count), with: lines)
    return changed
  }

  static let otherWays: [[String]] = [
    changed(0, "HTTP/1.1 101"), changed(1, "upgrade: WebSocket"),
    changed(4, "Connection: keep-alive"), changed(2, "Connection: keep-alive, upgrade"),
    changed(0, "HTTP/1.1 103 Early Hints", "Link: x", "", good[0]),
    changed(4, "Sec-WebSocket-Extensions:"),
  ]

  @Test(arguments: otherWays)
  func anAnswerMayBeWrittenInMoreThanOneWay(lines: [String]) throws {
    try Self.rest(of: Self.bytes(lines))
  }

  static let wrong: [[String]] = [
    changed(1), changed(2), changed(3),
    changed(3, "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOp="),
    changed(3, "Sec-WebSocket-Accept: S3PPLMBITXAQ9KYGZZHZRBK+XOO="),
    changed(2, "Connection: close"), changed(1, "Upgrade: h2c"), changed(4, "Upgrade: h2c"),
    changed(4, "Sec-WebSocket-Extensions: permessage-deflate"),
    changed(4, "Sec-WebSocket-Protocol: ticks"), changed(4, good[3]),
  ]

  @Test(arguments: wrong)
  func anAnswerThatIsNotRightIsRefused(lines: [String]) {
    #expect(throws: TransportError.notTheProtocol(host: "h", .noSocket(status: 101))) {
      try Self.rest(of: Self.bytes(lines))
    }
  }

  @Test func theProtocolInsideIsTheOneAskedFor() throws {
    let request = try Self.request(subprotocol: "ticks")
    let line = "Sec-WebSocket-Protocol: "
    try Self.rest(of: Self.bytes(Self.good + [line + "ticks"]), for: request)
    for lines in [[], [line + "other"], [line + "ticks", line + "ticks"]] {
      #expect(throws: TransportError.notTheProtocol(host: "h", .noSocket(status: 101))) {
        try Self.rest(of: Self.bytes(Self.good + lines), for: request)
      }
    }
  }

  @Test(arguments: [
    "HTTP/1.1 10", "HTTP/2 101", "HTTP/1.1 1010", "HTTP/1.1 abc Fine", "HTTP/1.1 600 x",
    "220 mail ESMTP ready", "", "HTTP/1.1  101", "HTTP/1.1 099 x",
  ])
  func whatIsNoAnswerIsSaid(line: String) {
    #expect(throws: TransportError.notTheProtocol(host: "h", .garbage)) {
      try Self.rest(of: Self.bytes([line] + Self.good[1...]))
    }
  }

  @Test(
    arguments: [
      (200, .notTheProtocol(host: "h", .noSocket(status: 200))),
      (302, .notTheProtocol(host: "h", .redirect(status: 302))),
      (400, .refused(host: "h", .socket(status: 400, reason: nil))),
      (401, .loginRefused(host: "h", .socket(status: 401, reason: nil))),
      (403, .loginRefused(host: "h", .socket(status: 403, reason: nil))),
      (429, .refused(host: "h", .socket(status: 429, reason: nil))),
      (503, .refused(host: "h", .socket(status: 503, reason: nil))),
    ] as [(Int, TransportError)])
  func anotherStatusIsAnErrorOfItsOwn(status: Int, error: TransportError) {
    #expect(throws: error) { try Self.rest(of: Self.bytes(["HTTP/1.1 \(status) x"])) }
  }

  @Test func headersHaveALimit() throws {
    let bytes = Self.bytes(Self.good)
    try Self.rest(of: bytes, limit: bytes.count)
    let long = ["HTTP/1.1 101" + String(repeating: " ", count: 999)]
    let notices = Array(repeating: ["HTTP/1.1 100 x", ""], count: 99).flatMap(\.self)
    for (lines, limit) in [(Self.good, bytes.count - 1), (long, 1000), (notices, 1000)] {
      #expect(throws: TransportError.tooLarge(host: "h", .headers, limit: limit)) {
        try Self.rest(of: Self.bytes(lines), limit: limit)
      }
    }
  }
}

@Suite struct ServerReasonTests {
  private func reason(_ text: String, _ address: String = "https://h/x") throws -> String? {
    let secret = Secret(Canary.text)
    let request = try UpgradeTests.request(
      address,
      headers: [
        WebHeader("Authorization", secret.following("Bearer ")),
        WebHeader("X-Pair", secret.following("token key12:")), WebHeader("X-Short", "in"),
      ],
      reasonHeader: "X-Error-Message")
    let lines = ["HTTP/1.1 401 Unauthorized", "x-error-message: \(text)"]
    let error = #expect(throws: TransportError.self) {
      try UpgradeTests.rest(of: UpgradeTests.bytes(lines), for: request)
    }
    Canary.expectNone(in: error as Any)
    guard case .loginRefused("h", .socket(401, let reason)) = error else {
      Issue.record("another error")
      return nil
    }
    return reason
  }

  @Test(arguments: [
    "Invalid Header - Invalid Auth token", "Invalid Header - Invalid API Key", "bearer expected",
  ])
  func isTakenFromTheHeaderAskedFor(text: String) throws {
    #expect(try reason(text) == text)
  }

  @Test func isNotTakenFromOtherHeaders() throws {
    #expect(throws: TransportError.refused(host: "h", .socket(status: 400, reason: nil))) {
      try UpgradeTests.rest(
        of: UpgradeTests.bytes(["HTTP/1.1 400 x", "x-error-message: y"]))
    }
  }

  @Test(arguments: [
    "unknown token \(Canary.text)", "unknown \(Canary.text.uppercased())!", "no key12 here",
  ])
  func isWithheldWhereItRepeatsASecret(text: String) throws {
    #expect(try reason(text) == nil)
  }

  @Test(arguments: ["kanarie%2Fvogel%2B%227", "kanarie/vogel+\"7"])
  func isWithheldWhereItRepeatsTheQuery(text: String) throws {
    let address = "https://h/x?api_key=kanarie%2Fvogel%2B%227"
    #expect(try reason("no \(text)", address) == nil)
    #expect(try reason("no api_key", address) == "no api_key")
  }

  @Test func isOneLineThatCanBeShown() throws {
    #expect(try reason("a\u{1B}[31mré\u{7F}d") == "a?[31mr???d")
    #expect(try reason(String(repeating: "x", count: 900))?.count == 200)
    #expect(try reason("") == nil)
  }
}
