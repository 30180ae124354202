import Testing

@testable import Transport

@Suite struct AcceptKeyTests {
  /// The first two are of RFC 6455, 1.3, and of the page about sockets in Wikipedia; the others were
  /// made by Python's hashlib, with keys as long as padding is about.
  @Test(arguments: [
    ("dGhlIHNhbXBsZSBub25jZQ==", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="),
    ("x3JJHMbDL1EzLkh9GBhXDw==", "HSmrc0sMlYUkAGmm5OPpG2HaGWk="),
    ("", "Kfh9QIsMVZcl6xEPYxPHzW8SZ8w="),
    (String(repeating: "a", count: 19), "yzaGyu0mcUukN7CdsSwa30tnCpc="),
    (String(repeating: "a", count: 20), "dUYRM7bOMwDmbriNIPr11x+r3E0="),
    (String(repeating: "a", count: 28), "xMWmCBqYJY4uXzUs8PNU1t+Pzro="),
    (String(repeating: "a", count: 92), "QozTWdJkJ6Mr6+QwqAHt8yNpBdc="),
  ])
  func isTheOneOfTheStandard(key: String, answer: String) {
    #expect(AcceptKey.answer(to: key) == answer)
  }
}
