import TestSupport
import Testing
import Transport

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://api.example.com/a?b=c", "api.example.com"), ("HTTPS://a", "a"),
    ("http://127.0.0.1:8080", "127.0.0.1:8080"), ("https://[::1]:443/x", "[::1]:443"),
    ("https://[fe80::1]", "[fe80::1]"), ("https://a_b-c.d:1?x", "a_b-c.d:1"),
  ])
  func knowsItsHost(text: String, host: String) throws {
    let address = try WebAddress(text)
    #expect(address.host == host)
    #expect(address.isEncrypted == text.lowercased().hasPrefix("https"))
  }

  @Test(arguments: [
    ("ftp://a", AddressFault.scheme), ("a.example", .scheme), ("", .scheme), ("//a", .scheme),
    ("file:///etc/passwd", .scheme), ("https:/a", .scheme), ("https://", .host),
    ("https:///a", .host), ("https://a:0", .host), ("https://a:65536", .host),
    ("https://a:", .host), ("https://a:+80", .host), ("https://a:80x/", .host),
    ("https://[::1", .host), ("https://[]", .host), ("https://a%2Fb", .host),
    ("https://a:80:90", .host), ("https://user:vogel@a/", .credentials),
    ("https://vogel@a/", .credentials), ("https://a/b c", .characters),
    ("https://a/\r\nX: y", .characters), ("https://a/#b", .characters),
    ("https://a\\@b/", .characters), ("https://a/₹", .characters), ("https://a\0", .characters),
  ])
  func refuses(text: String, fault: AddressFault) throws {
    let error = #expect(throws: TransportError.self) { try WebAddress(text) }
    #expect(error == .badAddress(fault))
    #expect(error?.exitClass == .configuration)
    #expect(error.map { "\($0)".contains("vogel") } == false)
  }

  @Test(arguments: [
    ("wss://ws.example.com?a=b", "ws.example.com", true), ("WSS://a:443/x", "a:443", true),
    ("ws://127.0.0.1:80", "127.0.0.1:80", false), ("wss://[::1]/", "[::1]", true),
  ])
  func knowsTheHostOfASocket(text: String, host: String, isEncrypted: Bool) throws {
    let address = try WebAddress(socket: text)
    #expect(address.host == host && address.isEncrypted == isEncrypted)
    #expect("\(address)" == (isEncrypted ? "wss://" : "ws://") + host)
    #expect("\(address.root)" == (isEncrypted ? "https://" : "http://") + host)
    Canary.expectNone(in: try WebAddress(socket: text + (text.contains("/x") ? "" : "/vogel")))
  }

  @Test(arguments: [
    ("https://a", AddressFault.socketScheme), ("http://a", .socketScheme), ("ws:a", .socketScheme),
    ("", .socketScheme), ("wss://", .host), ("wss://a:0", .host), ("wss://vogel@a/", .credentials),
    ("wss://a/#b", .characters),
  ])
  func refusesAsASocket(text: String, fault: AddressFault) {
    let error = #expect(throws: TransportError.self) { try WebAddress(socket: text) }
    #expect(error == .badAddress(fault))
    #expect(error.map { "\($0)".contains("vogel") } == false)
  }

  @Test func aSocketIsNoPlaceOfTheWeb() {
    #expect(throws: TransportError.badAddress(.scheme)) { try WebAddress("wss://a") }
    #expect(throws: TransportError.badAddress(.scheme)) {
      try Web.client(WebRules(userAgent: "angelx/test"))
        .answer(to: WebRequest(.get, WebAddress(socket: "wss://a.invalid/")))
    }
  }

  @Test func showsNothingButItsHost() throws {
    let address = try WebAddress("https://a:1/path-vogel?token=vogel")
    Canary.expectNone(in: address)
    #expect("\(address)" == "https://a:1")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func neverTakesTwoHostsForOne(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = ["https://", "http://", "@", ":", "/", "?", "a", "[", "]", "80", "\\", "%40", "."]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 1...6, using: &random))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      guard let address = try? WebAddress(text) else { continue }
      #expect(!address.host.contains { "@/?\\%".contains($0) }, "\(text)")
      #expect(text.contains("://\(address.host)"), "\(text)")
    }
  }
}
