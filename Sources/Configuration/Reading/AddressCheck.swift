/// Looks at an address of the network: its scheme, its host and what must not stand in it.
struct AddressCheck {
  /// The schemes that it may have, the secure ones.
  let schemes: [String]
  /// Whether it must not be repeated.
  var isSecret = false

  /// What each secure scheme is without encryption, which is allowed on this machine alone: there a test
  /// stands in for the other side.
  private static let insecure = ["https": "http", "wss": "ws"]

  /// What is wrong with an address; nil where it is sound.
  func problem(in text: String) -> (message: String, fix: String?)? {
    let scheme = text.prefix { $0 != ":" }.lowercased()
    guard text.dropFirst(scheme.count).hasPrefix("://") else {
      return (mismatch(text), nil)
    }
    let rest = text.dropFirst(scheme.count + 3)
    let authority = rest.prefix { !"/?#".contains($0) }
    if authority.contains("@") {
      return ("an address holds no user and no password", "there are keys for them")
    }
    if rest.contains("#") { return ("'#' means nothing in an address", "take it out") }
    if text.utf8.contains(where: { $0 <= 0x20 }) { return ("an address has no blanks", nil) }
    let (host, port) = Self.parts(of: authority)
    guard TextRule.isHost(host), !host.isEmpty else {
      return ("\(quoted(host)) is no name of a machine", nil)
    }
    if let port, Int(port).map({ (1...65_535).contains($0) }) != true {
      return ("\(quoted(port)) is no port", "a port is a number from 1 to 65535")
    }
    if schemes.contains(scheme) { return nil }
    if schemes.contains(where: { Self.insecure[$0] == scheme }) {
      if Self.isThisMachine(host) { return nil }
      return (
        "\(scheme):// is not encrypted",
        "write \(schemes[0])://; the other is for 127.0.0.1, [::1] and localhost"
      )
    }
    return (mismatch(text), nil)
  }

  private func mismatch(_ text: String) -> String {
    "expected \(TextRule.url(schemes).wanted)" + (isSecret ? "" : ", found \(quoted(text))")
  }

  /// The host and the port behind the last colon.
  private static func parts(of authority: Substring) -> (host: Substring, port: Substring?) {
    let closing = authority.lastIndex(of: "]") ?? authority.startIndex
    guard let colon = authority[closing...].lastIndex(of: ":") else { return (authority, nil) }
    return (authority[..<colon], authority[authority.index(after: colon)...])
  }

  private static func isThisMachine(_ host: Substring) -> Bool {
    ["127.0.0.1", "[::1]", "localhost"].contains(String(host).lowercased())
  }
}
