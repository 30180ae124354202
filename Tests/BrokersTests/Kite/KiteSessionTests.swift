import Brokers
import Records
import Scalars
import Testing
import Transport

@Suite struct KiteSessionTests {
  private static let client = KiteClient(apiKey: Secret(" key\n"), apiSecret: Secret("secret"))

  private static func text(_ secret: Secret) -> String {
    String(decoding: secret.revealed, as: UTF8.self)
  }

  private static func session(_ start: String) throws -> KiteSession {
    KiteSession(token: Secret("access"), clientCode: "AB1234", start: try time(start))
  }

  @Test func theLoginsAddressNamesTheApp() {
    #expect(
      Self.text(Self.client.loginAddress())
        == "https://kite.zerodha.com/connect/login?v=3&api_key=key")
    #expect(
      Self.text(Self.client.loginAddress("https://127.0.0.1/l", parameters: "a=1&b=é"))
        == "https://127.0.0.1/l?v=3&api_key=key&redirect_params=a%3D1%26b%3D%C3%A9")
  }

  /// The contract's vector of the checksum.
  @Test func aRequestTokenBuysASession() throws {
    let request = Self.client.logIn(try KiteRequestToken(pasted: Secret("req")))
    #expect(request.method == .post && request.path == "/session/token")
    #expect(request.content == .form && !request.mayRepeat && !request.needsSession)
    #expect(
      body(request) == "api_key=key&request_token=req&checksum="
        + "763338dd74460b90ae4a5da9ea4258b619794676b70ead4db924803e3eba7a3e")
    #expect(!"\(request)".contains("req&"))
    let sent = try request.webRequest(to: "https://api.kite.trade", headers: [])
    #expect(sent.body?.type == "application/x-www-form-urlencoded")
  }

  @Test(arguments: [
    "req", " req\r\n", "https://127.0.0.1/?request_token=req&action=login&status=success",
    "https://127.0.0.1:5000/back?status=success&type=login&request_token=req",
    "https://127.0.0.1/?status=success&request_token=req#top", "request_token=req&status=success",
    "http://localhost/?request_token=req",
  ])
  func takesWhatAPersonPastes(text: String) throws {
    let token = try KiteRequestToken(pasted: Secret(text))
    #expect(body(Self.client.logIn(token))?.contains("request_token=req&") == true)
  }

  @Test(arguments: [
    ("", KiteRequestToken.Fault.empty), (" \n", .empty),
    ("https://127.0.0.1/?status=error&request_token=req", .failedLogin),
    ("https://127.0.0.1/?request_token=req&status=cancelled", .failedLogin),
    ("https://127.0.0.1/?status=success", .noToken), ("https://127.0.0.1/", .noToken),
    ("https://127.0.0.1/?request_token=&status=success", .noToken),
    ("https://127.0.0.1/#request_token=req", .noToken),
    ("https://127.0.0.1/?request_token=a&request_token=b", .severalTokens),
    ("https://127.0.0.1/?request_token=a%20b", .characters), ("re q", .characters),
    ("réq", .characters), (String(repeating: "a", count: 129), .characters),
  ])
  func saysWhatIsWrongWithIt(text: String, fault: KiteRequestToken.Fault) {
    #expect(throws: fault) { try KiteRequestToken(pasted: Secret(text)) }
  }

  static let answer = """
    {"user_type":"individual","email":"","user_name":"X Y","user_shortname":"X","broker":"ZERODHA",
    "exchanges":["NSE","NFO"],"products":["CNC"],"order_types":["MARKET"],"avatar_url":"abc",
    "user_id":"AB1234","api_key":"key","access_token":"access","public_token":"p","enctoken":"e",
    "refresh_token":"","silo":"","login_time":"2021-01-01 16:15:14","meta":{"demat_consent":"physical"}}
    """

  @Test func readsASession() throws {
    let session = try KiteSession(json(Self.answer))
    #expect(Self.text(session.token) == "access" && session.clientCode == "AB1234")
    #expect(session.start == (try time("2021-01-01T16:15:14+05:30")))
    #expect(!"\(session)".contains("access"))
  }

  @Test(arguments: [
    (#""access_token":"access","#, #""access_token":"","#, "access_token"),
    (#""user_id":"AB1234","#, "", "user_id"),
    ("2021-01-01 16:15:14", "2021-01-01T16:15:14+05:30", "login_time"),
    ("2021-01-01 16:15:14", "2021-02-30 16:15:14", "login_time"),
  ])
  func aSessionThatCannotBeReadIsNone(sound: String, broken: String, field: String) throws {
    let data = try json(Self.answer.replacing(sound, with: broken))
    #expect {
      try KiteSession(data)
    } throws: {
      ($0 as? WireFault)?.field == "data.\(field)"
    }
  }

  @Test(arguments: [
    ("2026-11-20T09:00:00+05:30", "2026-11-20T15:30:00+05:30", true),
    ("2026-11-20T09:00:00+05:30", "2026-11-21T05:59:59+05:30", true),
    ("2026-11-20T09:00:00+05:30", "2026-11-21T06:00:00+05:30", false),
    ("2026-11-20T09:00:00+05:30", "2026-11-23T09:15:00+05:30", false),
    ("2026-11-20T05:30:00+05:30", "2026-11-20T06:00:00+05:30", false),
    ("2026-11-20T06:00:00+05:30", "2026-11-21T05:00:00+05:30", true),
  ])
  func aSessionOfAnEarlierDayNeedsAPerson(start: String, now: String, isGood: Bool) throws {
    let outcome = KiteSession.current(try Self.session(start), at: try time(now))
    switch outcome {
    case .ok: #expect(isGood)
    case .session(.person, let failure):
      #expect(!isGood && failure.message.hasPrefix("no Kite session for today"))
    default: Issue.record("\(outcome)")
    }
  }

  @Test func withoutASessionAPersonIsNeeded() throws {
    let outcome = KiteSession.current(nil, at: try time("2026-11-20T09:15:00+05:30"))
    guard case .session(.person, let failure) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(failure.message == "no Kite session for today: somebody has to log in")
  }

  @Test func everyRequestSaysWhoAsks() throws {
    let session = try Self.session("2026-11-20T09:00:00+05:30")
    let headers = Self.client.headers(session)
    #expect(headers.map(\.name) == ["X-Kite-Version", "Authorization"])
    #expect(headers.map { Self.text($0.value) } == ["3", "token key:access"])
    #expect(Self.client.headers(nil).map(\.name) == ["X-Kite-Version"])
    #expect(
      Self.text(Self.client.streamAddress(session))
        == "wss://ws.kite.trade?api_key=key&access_token=access")
  }

  @Test func loggingOutHidesTheTokens() throws {
    let request = Self.client.logOut(try Self.session("2026-11-20T09:00:00+05:30"))
    #expect(request.method == .delete && request.path == "/session/token")
    #expect(request.secretQuery.map(Self.text) == "api_key=key&access_token=access")
    #expect(!"\(request)".contains("access_token"))
    let sent = try request.webRequest(to: "https://api.kite.trade/", headers: [])
    #expect(sent.headers.isEmpty && !"\(sent)".contains("access"))
  }
}
