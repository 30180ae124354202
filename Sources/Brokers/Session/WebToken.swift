package import Scalars
package import Transport
private import Records

/// A token as RFC 7519 defines it, of which only the end of its life is read.
///
/// Who made it is not verified: that is the broker's business, and all that is asked is until when
/// the broker takes it.
package enum WebToken {
  /// The token without the word that some answers put before it.
  package static func plain(_ token: Secret) -> Secret {
    let prefix = Array("bearer ".utf8)
    let start = token.revealed.prefix(prefix.count).map { $0 | 0x20 }
    guard start == prefix else { return token }
    return plain(Secret(bytes: Array(token.revealed.dropFirst(prefix.count).drop { $0 == 0x20 })))
  }

  /// Until when a token is good; nil where it does not say.
  package static func expiry(of token: Secret) -> Timestamp? {
    let parts = token.revealed.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let payload = Base64URL.bytes(parts[1]),
      let document = try? JSONDocument(payload), let field = document.root["exp"],
      case .exact(let seconds)? = WireType<Number>.number.read(field)
    else { return nil }
    return try? Timestamp(epoch: .exact(seconds))
  }
}
