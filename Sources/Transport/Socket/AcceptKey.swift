private import Digests

/// The word by which a server shows that it has read a key, by RFC 6455, 4.2.2.
enum AcceptKey {
  /// What every server adds to the key, so that none gives the right answer by chance.
  private static let addition = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

  /// The answer to a key in the form in which it is sent.
  static func answer(to key: String) -> String {
    // The hash proves no origin, and need not here.
    Base64.text(SHA1.bytes(of: Array((key + addition).utf8)))
  }
}
