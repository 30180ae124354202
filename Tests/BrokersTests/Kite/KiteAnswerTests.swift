import Brokers
import Records
import Testing

/// The table of errors of the contract, §3, and what comes without the envelope.
@Suite struct KiteAnswerTests {
  enum Gist: Equatable, Sendable {
    case ok, nothing, transient, rateLimited, person, rejected, protocolBroken
  }

  private func gist<Payload>(_ outcome: BrokerOutcome<Payload>) -> Gist? {
    switch outcome {
    case .ok: .ok
    case .nothing: .nothing
    case .transient: .transient
    case .rateLimited: .rateLimited
    case .session(.person, _): .person
    case .session: nil
    case .rejected: .rejected
    case .protocolBroken: .protocolBroken
    }
  }

  private func read(
    _ body: String, _ status: Int = 200, type: String? = "application/json"
  ) -> BrokerOutcome<JSONValue> {
    KiteAnswer.outcome(status: status, type: type, body: Array(body.utf8))
  }

  private func table(
    _ body: String, _ status: Int = 200, type: String? = "text/csv"
  ) -> BrokerOutcome<[UInt8]> {
    KiteAnswer.table(status: status, type: type, body: Array(body.utf8))
  }

  static func error(_ type: String, _ message: String = "some words") -> String {
    #"{"status":"error","message":"\#(message)","error_type":"\#(type)","data":null}"#
  }

  static let errors: [(type: String, status: Int, gist: Gist)] = [
    ("TokenException", 403, .person), ("TokenException", 400, .person),
    ("PermissionException", 403, .rejected), ("UserException", 403, .rejected),
    ("UserException", 400, .rejected), ("InputException", 400, .rejected),
    ("InputException", 403, .rejected), ("OrderException", 500, .rejected),
    ("OrderException", 400, .rejected), ("MarginException", 400, .rejected),
    ("HoldingException", 400, .rejected), ("NetworkException", 503, .transient),
    ("NetworkException", 429, .rateLimited), ("DataException", 502, .transient),
    ("DataException", 504, .transient), ("GeneralException", 500, .transient),
    // The status speaks where the kind is new or missing.
    ("NewException", 403, .person), ("NewException", 401, .person),
    ("NewException", 429, .rateLimited), ("NewException", 502, .transient),
    ("NewException", 400, .rejected), ("", 404, .rejected), ("", 410, .rejected),
    ("", 503, .transient), ("", 403, .person), ("tokenexception", 400, .rejected),
  ]

  @Test(arguments: errors)
  func judgesByKindAndThenByStatus(type: String, status: Int, expected: Gist) {
    #expect(gist(read(Self.error(type), status)) == expected)
    // So it does where a table was asked for, whatever the answer is called.
    for name in ["application/json", "text/csv", nil] {
      #expect(gist(table(Self.error(type), status, type: name)) == expected)
    }
  }

  @Test func theTableHasWhatTheContractHas() {
    let acts = Dictionary(grouping: KiteErrorType.all, by: \.act).mapValues { $0.map(\.name) }
    #expect(acts[.logIn] == ["TokenException"] && acts[.backOff] == ["NetworkException"])
    #expect(acts[.retry] == ["DataException"] && acts[.retryOnce] == ["GeneralException"])
    #expect(acts[.stop]?.count == 6 && KiteErrorType.all.count == 10)
  }

  @Test func aLimitIsToldByItsWordsToo() {
    #expect(gist(read(Self.error("NetworkException", "Too many requests"), 503)) == .rateLimited)
    // Only what may be repeated is a limit.
    #expect(
      gist(read(Self.error("InputException", "Too many tokens requested"), 400)) == .rejected)
  }

  @Test func keepsKindAndWords() throws {
    let failure = try #require(read(Self.error("InputException", #"not\nthis"#), 400).failure)
    #expect(failure.code == "InputException" && failure.message == "not this")
    #expect(failure.mostRepeats == nil && !failure.concernsAddress)
    #expect(read(Self.error("GeneralException"), 500).failure?.mostRepeats == 1)
    #expect(read(#"{"status":"error"}"#, 400).failure?.message == "failed without a reason")
    #expect(
      read(Self.error("PermissionException", "IP not whitelisted"), 403).failure?.concernsAddress
        == true)
  }

  static let page = "<!DOCTYPE html><html><body>Request-URI Too Large</body></html>"

  static let strangers: [(body: String, status: Int, type: String?, gist: Gist)] = [
    (page, 200, "text/html; charset=UTF-8", .transient),
    (page, 200, "application/json", .transient),
    (page, 200, nil, .transient), (page, 414, "text/html", .protocolBroken),
    (page, 400, "text/html", .protocolBroken), (page, 502, "text/html", .transient),
    (page, 403, "text/html", .person), (page, 429, "text/html", .rateLimited),
    // What is called a page is none of the broker's answers.
    (#"{"status":"success","data":1}"#, 200, "text/html", .transient),
    ("", 200, nil, .transient), (" \r\n", 200, "application/json", .transient),
    ("", 403, nil, .person), ("", 429, nil, .rateLimited), ("", 404, nil, .protocolBroken),
    ("instrument_token,exchange_token\n", 200, "text/csv", .protocolBroken),
    ("Bad Gateway", 502, "text/plain", .transient), ("hello", 200, "text/plain", .transient),
    ("Not Found", 404, "text/plain", .protocolBroken), ("slow", 429, "text/plain", .rateLimited),
    ("[]", 200, nil, .protocolBroken), ("{}", 200, nil, .protocolBroken),
    ("{}", 503, nil, .transient), ("{", 200, nil, .protocolBroken), ("{", 502, nil, .transient),
    ("{", 403, nil, .person), (#"{"status":true,"data":1}"#, 200, nil, .protocolBroken),
    (#"{"status":"done","data":1}"#, 200, nil, .protocolBroken),
    (#"{"status":"success"}"#, 200, nil, .protocolBroken),
    (#"{"status":"success","data":1}"#, 500, nil, .transient),
    (#"{"status":"success","data":1}"#, 400, nil, .protocolBroken),
    (#"{"status":"success","data":{"a":1,"a":2}}"#, 200, nil, .protocolBroken),
    (#"{"status":"success","data":{"a":1}"#, 200, nil, .protocolBroken),
  ]

  @Test(arguments: strangers)
  func tellsWhatIsNoAnswer(body: String, status: Int, type: String?, expected: Gist) {
    #expect(gist(read(body, status, type: type)) == expected)
  }

  @Test(arguments: [
    (#"{"status":"success","data":{}}"#, Gist.ok), (#"{"status":"success","data":true}"#, .ok),
    (#"  {"status":"success","data":[1]}"#, .ok), (#"{"data":{"a":1},"status":"success"}"#, .ok),
    (#"{"status":"success","data":[]}"#, .nothing),
    (#"{"status":"success","data":null}"#, .nothing),
  ])
  func readsTheEnvelope(body: String, expected: Gist) {
    for type in ["application/json", "application/json; charset=utf-8", "text/plain", nil] {
      #expect(gist(read(body, type: type)) == expected)
    }
  }

  @Test func aTableHasNoEnvelope() {
    let rows = "instrument_token,exchange_token\n1,2\n"
    for type in ["text/csv", "application/octet-stream", nil] {
      guard case .ok(let bytes) = table(rows, type: type) else {
        Issue.record("\(table(rows, type: type))")
        continue
      }
      #expect(bytes == Array(rows.utf8))
    }
    #expect(gist(table(rows, 502)) == .transient && gist(table(rows, 404)) == .protocolBroken)
    #expect(gist(table("", 200)) == .transient && gist(table(Self.page, 200)) == .transient)
    for data in ["[]", "{}", "null", "1"] {
      #expect(gist(table(#"{"status":"success","data":\#(data)}"#)) == .protocolBroken)
    }
  }

  /// A login's answer that was cut says nothing of the token in it.
  @Test func noTokenGetsIntoAMessage() {
    let whole = #"{"status":"success","data":{"access_token":"canary","x":[canary]}}"#
    for count in 1..<whole.utf8.count {
      #expect(!"\(read(String(whole.prefix(count))))".contains("canary"))
    }
  }
}
