import TestSupport
import Testing
import Transport

@Suite struct SecretTests {
  struct Holder {
    let secret = Secret(Canary.text)
    let header = WebHeader("X-Key", Canary.text)
    let login = MailServer.Login(user: Secret(Canary.text), password: Secret(Canary.text))
    let body = WebRequest.Body(Array(Canary.text.utf8), type: "text/plain")
  }

  @Test func showsNothingWhateverIsAskedOfIt() throws {
    Canary.expectNone(in: Secret(Canary.text))
    Canary.expectNone(in: Secret(Canary.text).following("Bearer "))
    Canary.expectNone(in: Holder())
    Canary.expectNone(in: [Optional(Holder()), nil])
    let address = try WebAddress("https://a/vogel?vogel")
    Canary.expectNone(
      in: WebRequest(.post, address, headers: [Holder().header], body: Holder().body))
  }

  @Test func isTheSameTextWhateverIsInIt() {
    #expect("\(Secret(""))" == "\(Secret("abc"))")
    #expect(String(reflecting: Secret("abc")) == "‹secret›")
  }

  @Test func givesBackWhatItWasGiven() {
    #expect(Secret("₹\0x").revealed == Array("₹\0x".utf8))
    #expect(Secret(bytes: [255, 0]).revealed == [255, 0])
    #expect(Secret("b").following("a ").revealed == Array("a b".utf8))
  }
}
