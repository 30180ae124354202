/// Where a request goes: an address whose parts were looked at before anything is sent there.
///
/// It shows its host alone, because paths and queries hold what is nobody's business.
package struct WebAddress: Sendable, Discreet {
  /// What is spoken there.
  private enum Scheme: String {
    case https, http
    /// The protocol of sockets, with encryption and without.
    case wss, ws
  }

  /// The host, with its port where that is given.
  package let host: String
  private let scheme: Scheme
  /// What follows the host.
  private let rest: String

  /// Whether the connection is encrypted.
  package var isEncrypted: Bool { scheme == .https || scheme == .wss }

  /// Whether sockets alone are to be had there.
  var isForSockets: Bool { scheme == .wss || scheme == .ws }

  /// All of it.
  var text: String { "\(scheme)://\(host)\(rest)" }

  /// The path and the query, as a request names them.
  var target: String { rest.hasPrefix("/") ? rest : "/\(rest)" }

  /// Takes an address of the form `https://host:port/path?query`.
  ///
  /// - Throws: ``TransportError/badAddress(_:)``.
  package init(_ text: String) throws(TransportError) {
    try self.init(text, [.https, .http], otherwise: .scheme)
  }

  /// Takes the address of a socket, of the form `wss://host:port/path?query`.
  ///
  /// - Throws: ``TransportError/badAddress(_:)``.
  package init(socket text: String) throws(TransportError) {
    try self.init(text, [.wss, .ws], otherwise: .socketScheme)
  }

  private init(
    _ text: String, _ schemes: [Scheme], otherwise fault: AddressFault
  ) throws(TransportError) {
    // Where two readers of an address disagree about its host, they disagree about such characters.
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      !text.utf8.contains(where: { [UInt8(ascii: "#"), UInt8(ascii: "\\")].contains($0) })
    else { throw .badAddress(.characters) }
    guard let (scheme, rest) = Self.split(text, schemes) else {
      throw .badAddress(fault)
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    if authority.contains("@") { throw .badAddress(.credentials) }
    guard Self.isHost(authority) else { throw .badAddress(.host) }
    host = String(authority)
    self.scheme = scheme
    self.rest = String(rest.dropFirst(authority.count))
  }

  private init(host: String, isEncrypted: Bool) {
    self.host = host
    scheme = isEncrypted ? .https : .http
    rest = "/"
  }

  /// The same server as one of the web, and nothing in particular of it.
  package var root: WebAddress { WebAddress(host: host, isEncrypted: isEncrypted) }

  /// The scheme and the host.
  package var description: String { "\(scheme)://\(host)" }

  private static func split(
    _ text: String, _ schemes: [Scheme]
  ) -> (scheme: Scheme, rest: Substring)? {
    for scheme in schemes where text.lowercased().hasPrefix("\(scheme)://") {
      return (scheme, text.dropFirst("\(scheme)://".count))
    }
    return nil
  }

  private static func isHost(_ authority: Substring) -> Bool {
    var name = authority
    if let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]") {
      guard let port = Int(authority[authority.index(after: colon)...]),
        (1...65_535).contains(port), !authority.hasSuffix(":+\(port)")
      else { return false }
      name = authority[..<colon]
    }
    if name.hasPrefix("["), name.hasSuffix("]") {
      name = name.dropFirst().dropLast()
      return !name.isEmpty && name.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    return !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
          UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
