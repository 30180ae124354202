import Brokers
import Records
import Scalars
import Testing
import Transport

@Suite struct SessionTests {
  private static func base64(_ text: String) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    let bits = text.utf8.map { byte in
      let digits = String(byte, radix: 2)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
    return stride(from: 0, to: bits.count, by: 6).map { start in
      let piece = bits.dropFirst(start).prefix(6)
      let full = piece + String(repeating: "0", count: 6 - piece.count)
      return String(letters[Int(full, radix: 2) ?? 0])
    }.joined()
  }

  static func token(_ payload: String) -> String {
    "\(base64(#"{"alg":"HS512"}"#)).\(base64(payload)).c2lnbmF0dXJl"
  }

  /// 2026-11-21 00:00 in India.
  private static let midnight: Int64 = 1_795_199_400

  @Test(arguments: ["", "Bearer ", "bearer  ", "Bearer Bearer "])
  func readsWhenItEndsFromTheToken(prefix: String) throws {
    let token = Self.token(#"{"username":"A1","exp":\#(Self.midnight)}"#)
    let data = try json(
      #"{"jwtToken":"\#(prefix)\#(token)","refreshToken":"r","feedToken":"f","state":null}"#)
    let session = try SmartAPISession(data)
    #expect(session.token.revealed == Array(token.utf8))
    #expect(session.end == (try time("2026-11-21T00:00:00+05:30")))
    #expect(session.isGood(at: session.end - TimeSpan(milliseconds: 120_001)))
    #expect(!session.isGood(at: session.end - TimeSpan(milliseconds: 120_000)))
  }

  @Test(arguments: [
    "x", "a.b", "a.b.c.d", "..", "a.!!.c", token("{}"), token(#"{"exp":null}"#), token("[1]"),
    token(#"{"exp":"soon"}"#), token(#"{"exp":0}"#), token(#"{"exp":1e300}"#), token("{"),
  ])
  func neverGuessesWhenItEnds(token: String) throws {
    let data = try json(#"{"jwtToken":"\#(token)","refreshToken":"r","feedToken":"f"}"#)
    #expect {
      try SmartAPISession(data)
    } throws: {
      ($0 as? WireFault)?.field == "data.jwtToken" && !"\($0)".contains(token)
    }
  }

  @Test func aRefreshKeepsTheFeedToken() throws {
    let token = Self.token(#"{"exp":\#(Self.midnight)}"#)
    let first = try SmartAPISession(
      json(#"{"jwtToken":"\#(token)","refreshToken":"r","feedToken":"f"}"#))
    let second = try json(#"{"jwtToken":"\#(token)","refreshToken":"r2"}"#)
    #expect(try SmartAPISession(second, after: first).feedToken.revealed == Array("f".utf8))
    #expect(try SmartAPISession(second, after: first).refreshToken.revealed == Array("r2".utf8))
    #expect(throws: WireFault(field: "data.feedToken", reason: .missing)) {
      try SmartAPISession(second)
    }
  }

  @Test func everyRequestSaysWhoAsks() throws {
    let client = SmartAPIClient(
      apiKey: Secret(" \tkey\n"), localAddress: "10.0.0.1", publicAddress: "192.0.2.1",
      hardwareAddress: "00:11:22:33:44:55")
    let headers = client.headers(Secret("jwt")).map {
      "\($0.name): \(String(decoding: $0.value.revealed, as: UTF8.self))"
    }
    #expect(
      headers == [
        "Accept: application/json", "X-UserType: USER", "X-SourceID: WEB",
        "X-ClientLocalIP: 10.0.0.1", "X-ClientPublicIP: 192.0.2.1",
        "X-MACAddress: 00:11:22:33:44:55", "X-PrivateKey: key", "Authorization: Bearer jwt",
      ])
    #expect(client.headers(nil).allSatisfy { $0.name != "Authorization" })
    #expect(!"\(client) \(client.headers(Secret("jwt")))".contains("jwt"))
  }

  @Test func theStreamIsToldTheTokens() throws {
    let token = Self.token(#"{"exp":\#(Self.midnight)}"#)
    let session = try SmartAPISession(
      json(#"{"jwtToken":"\#(token)","refreshToken":"r","feedToken":"f"}"#))
    let headers = SmartAPIClient(apiKey: Secret("key")).streamHeaders(session, clientCode: "A1")
    #expect(
      headers.map(\.name) == [
        "Authorization", "x-api-key", "x-client-code", "x-feed-token",
      ])
    #expect(headers[0].value.revealed == Array("Bearer \(token)".utf8))
    #expect(headers[3].value.revealed == Array("f".utf8))
  }
}
