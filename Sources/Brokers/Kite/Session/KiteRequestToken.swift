package import Transport

/// What a login with the browser gives: it lives for minutes and works once.
package struct KiteRequestToken: Sendable {
  /// Why a text holds none; the text is not shown.
  package enum Fault: Error, Sendable, Hashable, CaseIterable {
    /// There is nothing in it.
    case empty
    /// It is an address that says that the login did not succeed.
    case failedLogin
    /// It is an address without a token.
    case noToken
    /// It holds several tokens.
    case severalTokens
    /// It holds something that no token has.
    case characters
  }

  let secret: Secret

  /// The most bytes that a token may have; those of the broker have 32.
  private static let longest = 128

  /// Takes what a person pasted: the address to which the browser was sent, or the token alone.
  package init(pasted: Secret) throws(Fault) {
    let text = pasted.trimmed.revealed
    guard !text.isEmpty else { throw .empty }
    let isAddress = text.contains { "?=&/#:".utf8.contains($0) }
    let token = isAddress ? try Self.token(inAddress: text) : text
    let isPlain = token.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard isPlain, token.count <= Self.longest else { throw .characters }
    secret = Secret(bytes: token)
  }

  /// Looks through the query of an address.
  private static func token(inAddress text: [UInt8]) throws(Fault) -> [UInt8] {
    let address = text.prefix { $0 != UInt8(ascii: "#") }
    let query = address.firstIndex(of: UInt8(ascii: "?")).map { address[($0 + 1)...] } ?? address
    var tokens: [[UInt8]] = []
    for field in query.split(separator: UInt8(ascii: "&")) {
      let parts = field.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      if parts[0].elementsEqual("request_token".utf8) { tokens.append(Array(parts[1])) }
      if parts[0].elementsEqual("status".utf8), !parts[1].elementsEqual("success".utf8) {
        throw .failedLogin
      }
    }
    guard let token = tokens.first, !token.isEmpty else { throw .noToken }
    guard tokens.count == 1 else { throw .severalTokens }
    return token
  }
}
