package import Transport

/// What happens to a request for quotes whose address is too long for something on the way.
package enum KiteQuoteSetback: Sendable, Hashable, CaseIterable {
  /// A page came, as proxies send it.
  case page
  /// The status says that the address is too long.
  case tooLong
  /// The connection ended without an answer.
  case reset

  /// Looks at an answer; nil where it is the broker's own, or says something else, such as that the
  /// session is over.
  package init?(status: Int, type: String?, body: [UInt8]) {
    switch status {
    case 414: self = .tooLong
    case 401, 403, 429: return nil
    default:
      guard case .page = KiteBody(body, type: type) else { return nil }
      self = .page
    }
  }

  /// Looks at what went wrong on the way; nil where that has nothing to do with the size.
  package init?(_ error: TransportError) {
    guard case .incomplete = error else { return nil }
    self = .reset
  }
}

extension KiteQuoteRequest {
  /// The same in two requests of half the size, for after a setback; nil for one instrument, which
  /// cannot be halved: then the setback is the answer.
  package var halves: [KiteQuoteRequest]? {
    guard instruments.count > 1 else { return nil }
    let middle = (instruments.count + 1) / 2
    return [
      KiteQuoteRequest(Array(instruments[..<middle]), mode),
      KiteQuoteRequest(Array(instruments[middle...]), mode),
    ]
  }
}
