import Brokers
import Records
import Testing

/// The order of tests of the contract, §4.2, and its table of codes, §4.3.
@Suite struct AnswerTests {
  /// What is left of an outcome when its words are left out.
  enum Gist: Equatable, Sendable {
    case ok, nothing, transient, rateLimited, logIn, refresh, person, rejected, protocolBroken
  }

  private func gist(_ outcome: BrokerOutcome<JSONValue>) -> Gist {
    switch outcome {
    case .ok: .ok
    case .nothing: .nothing
    case .transient: .transient
    case .rateLimited: .rateLimited
    case .session(.logIn, _): .logIn
    case .session(.refresh, _): .refresh
    case .session(.person, _): .person
    case .rejected: .rejected
    case .protocolBroken: .protocolBroken
    }
  }

  static let page = "<html><head><link href=\"/static/a.css\"></head><body>Your ip</body></html>"

  static let texts: [(body: String, status: Int, gist: Gist)] = [
    ("", 200, .transient), ("", 403, .transient), (" \r\n\t ", 200, .transient),
    ("", 500, .transient), ("", 429, .rateLimited), (" ", 429, .rateLimited),
    ("Access denied because of exceeding access rate", 403, .rateLimited),
    ("ACCESS DENIED because of EXCEEDING access rate", 200, .rateLimited),
    ("Rate Limit reached", 500, .rateLimited), ("slow down", 429, .rateLimited),
    (page, 429, .rateLimited),
    ("Forbidden", 403, .logIn), ("Unauthorized", 401, .logIn), (page, 403, .logIn),
    ("Your IP is not registered", 403, .rejected), ("address is not whitelisted", 403, .rejected),
    ("Skipped the tip", 403, .logIn),
    ("Bad Gateway", 502, .transient), (page, 503, .transient),
    (page, 200, .protocolBroken), ("OK", 200, .protocolBroken), ("Not Found", 404, .protocolBroken),
    (#"{"message":"Access denied because of exceeding access rate"}"#, 403, .rateLimited),
    (#"{"message":"Invalid Token","errorcode":"AG8001"}"#, 401, .logIn),
    (#"{"message":"hello"}"#, 200, .protocolBroken),
    ("{", 200, .protocolBroken), (#"{"status":true,"data":{"a":1}"#, 200, .protocolBroken),
    (#"{"status":true,"data":{"a":1,"a":2}}"#, 200, .protocolBroken),
    (#"{"status":true,"status":false,"data":1}"#, 200, .protocolBroken),
    ("[]", 200, .protocolBroken), ("{}", 200, .protocolBroken), ("{}", 503, .transient),
    (#"{"error":"x"}"#, 429, .rateLimited),
  ]

  @Test(arguments: texts)
  func tellsWhatIsNoAnswer(body: String, status: Int, expected: Gist) {
    #expect(gist(outcome(body, status: status)) == expected)
  }

  static let envelopes: [(body: String, gist: Gist)] = [
    (#"{"status":true,"message":"SUCCESS","errorcode":"","data":{"a":1}}"#, .ok),
    (#"{"status":"true","message":"SUCCESS","errorcode":"","data":[1]}"#, .ok),
    (#"{"success":true,"message":"","errorCode":"","data":{"a":1}}"#, .ok),
    (#"{"success":"true","data":"x"}"#, .ok), (#" {"status":true,"data":{}} "#, .ok),
    (#"{"status":true,"data":null}"#, .nothing), (#"{"status":true,"data":""}"#, .nothing),
    (#"{"status":true,"data":"null"}"#, .nothing), (#"{"status":true,"data":[]}"#, .nothing),
    // That nothing came is not said by saying nothing.
    (#"{"status":true,"message":"SUCCESS"}"#, .protocolBroken),
    (#"{"success":false,"message":"Invalid Token","errorCode":"AG8001","data":""}"#, .logIn),
    (#"{"status":false,"message":"Token Expired","errorcode":"AG8002","data":null}"#, .refresh),
    (#"{"status":"false","message":"x","errorcode":"AB1010","data":"null"}"#, .logIn),
    (#"{"status":false,"message":"new one","errorcode":"AG9999","data":null}"#, .logIn),
    (#"{"status":false,"message":"new one","errorcode":"AB7777","data":null}"#, .rejected),
    (#"{"status":false,"message":"no code","errorcode":"","data":null}"#, .rejected),
    (#"{"status":false,"message":"no code","errorcode":null,"data":null}"#, .rejected),
    (#"{"status":false}"#, .rejected), (#"{"status":null,"data":1}"#, .rejected),
    (#"{"status":1,"data":1}"#, .rejected), (#"{"status":"TRUE","data":1}"#, .rejected),
    (#"{"status":false,"message":"exceeding access rate","errorcode":""}"#, .rateLimited),
    (#"{"status":false,"message":"Rate limit hit","errorcode":"AB7777"}"#, .rateLimited),
    (#"{"status":false,"message":"exceeding access rate","errorcode":"AG9999"}"#, .rateLimited),
    (#"{"status":false,"message":"exceeding access rate","errorcode":"AB2001"}"#, .rateLimited),
    // A code that is known decides before words do.
    (#"{"status":false,"message":"exceeding access rate","errorcode":"AB1000"}"#, .rejected),
    (#"{"status":false,"message":"x","errorcode":"","errorCode":"AG8001"}"#, .logIn),
  ]

  @Test(arguments: envelopes)
  func readsBothEnvelopes(body: String, expected: Gist) {
    // The status of HTTP does not matter.
    for status in [200, 400, 403] {
      #expect(gist(outcome(body, status: status)) == expected, "\(status)")
    }
  }

  @Test(arguments: SmartAPICode.all.map(\.code))
  func followsTheTable(code: String) throws {
    let act = try #require(SmartAPICode.named(code)?.act)
    let (expected, forList): (Gist, Gist) =
      switch act {
      case .logIn: (.logIn, .logIn)
      case .refresh: (.refresh, .refresh)
      case .retry, .retryToken: (.transient, .transient)
      case .stop, .nextWindow, .dropToken: (.rejected, .rejected)
      case .notFound: (.rejected, .nothing)
      case .noData: (.nothing, .nothing)
      }
    let body = #"{"status":false,"message":"some words","errorcode":"\#(code)","data":null}"#
    #expect(gist(outcome(body)) == expected)
    #expect(gist(outcome(body, .list)) == forList)
  }

  @Test func theTableHasWhatTheContractHas() {
    let acts = Dictionary(grouping: SmartAPICode.all, by: \.act).mapValues {
      $0.map(\.code).sorted()
    }
    #expect(acts[.logIn] == ["AB1010", "AB1011", "AB8050", "AB8051", "AG8001", "AG8003"])
    #expect(acts[.refresh] == ["AG8002"])
    #expect(acts[.retry] == ["AB1004", "AB2000", "AB2001", "AB9000"])
    #expect(acts[.notFound] == ["AB1013", "AB1014", "AB1015", "AB1016"])
    #expect(acts[.nextWindow] == ["AB1050"] && acts[.noData] == ["AB9019"])
    #expect(acts[.dropToken] == ["AB4018"] && acts[.retryToken] == ["AB4030"])
    #expect(SmartAPICode.all.count == 55)
  }

  @Test func keepsCodeAndWords() throws {
    let failure = try #require(
      outcome(#"{"status":false,"message":"not\nnow","errorcode":"AB7777"}"#).failure)
    #expect(failure.code == "AB7777" && failure.message == "not now")
    let long = try #require(outcome(String(repeating: "x", count: 900), status: 500).failure)
    #expect(long.message == String(repeating: "x", count: 200) + " (status 500)")
    #expect(
      outcome(#"{"status":false,"errorcode":"AB1009"}"#).failure?.message == "Symbol Not Found")
  }

  @Test(arguments: [
    ("Request from an unregistered IP", true), ("not a static address", true),
    ("address not whitelisted", true), ("the shipping is late", false),
  ])
  func seesWhereTheAddressIsRefused(message: String, concerns: Bool) throws {
    let body = #"{"status":false,"message":"\#(message)","errorcode":"AB7777"}"#
    #expect(outcome(body).failure?.concernsAddress == concerns)
  }

  /// A login's answer that was cut says nothing of the token in it.
  @Test func noTokenGetsIntoAMessage() throws {
    let whole = #"{"status":true,"data":{"jwtToken":"eyJcanary.eyJcanary.canary","x":[canary]}}"#
    for count in 1..<whole.utf8.count {
      let found = outcome(String(whole.prefix(count)))
      #expect(gist(found) == .protocolBroken)
      #expect(!"\(found)".contains("canary"))
    }
  }
}
