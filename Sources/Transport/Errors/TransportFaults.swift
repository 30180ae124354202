/// Why libcurl cannot be used.
package enum LibraryFault: Sendable, Equatable {
  /// It is not installed.
  case missing
  /// It is older than what is relied on.
  case tooOld(version: String)
  /// It was built without something that is needed.
  case incomplete
}

/// Why an address is none, told without the address.
package enum AddressFault: Sendable, Equatable {
  /// It does not begin with `https://` or `http://`.
  case scheme
  /// It is for sockets and does not begin with `wss://` or `ws://`.
  case socketScheme
  /// Its host or its port cannot be.
  case host
  /// It holds a space, a control character, a fragment or letters outside ASCII.
  case characters
  /// It holds a name or a password.
  case credentials
  /// It is not encrypted, where only encrypted ones are allowed.
  case plain
}

/// What stands in the way of sending something at all.
package enum SendingFault: Sendable, Equatable {
  /// A header has a name that is none, or a line break or another control character in it.
  case header
  /// A mail address is empty, or holds characters that no address has.
  case mailAddress
  /// A mail goes to nobody.
  case noRecipient
  /// A password would go out unencrypted.
  case passwordUnencrypted
  /// A name or a password holds a zero byte.
  case login
  /// The server knows no way of logging in, or none that we know.
  case noWayIn
}

/// Where time ran out.
package enum WaitingStage: Sendable, Equatable {
  /// Before there was a connection.
  case connecting
  /// Before the answer was whole.
  case answering
  /// Before all that was to be sent had been taken.
  case sending
}

/// Why a certificate is refused.
package enum CertificateFault: Sendable, Equatable {
  /// It is expired, for another host, or of nobody who is trusted.
  case untrusted
  /// The file with the authorities to trust cannot be read.
  case unreadableAuthorities
}

/// The part of an answer that is too large.
package enum AnswerPart: Sendable, Equatable {
  /// Status and headers.
  case headers
  /// The body, after it was unpacked.
  case body
  /// A message of a socket, all its pieces together.
  case message
}

/// How an answer breaks its protocol.
package enum ProtocolFault: Sendable, Equatable {
  /// It sends us somewhere else, where nothing of ours may go.
  case redirect(status: Int)
  /// It is no answer of this protocol.
  case garbage
  /// It is packed in a way that was not asked for, or that cannot be unpacked.
  case packing
  /// It does not change over to the protocol of sockets, or not in the way that was asked for.
  case noSocket(status: Int)
  /// Its frames break the protocol of sockets.
  case frames(SocketFault)
}

/// The number by which a server refuses.
package enum Refusal: Sendable, Equatable {
  /// A status of HTTP.
  case web(status: Int)
  /// A reply code of SMTP.
  case mail(code: Int)
  /// A status of HTTP instead of a socket, and why, in the server's own words.
  case socket(status: Int, reason: String?)

  /// The number.
  package var number: Int {
    switch self {
    case .web(let status), .socket(let status, _): status
    case .mail(let code): code
    }
  }

  /// Whether it says that the login is at fault.
  var concernsLogin: Bool {
    switch self {
    case .web(let status), .socket(let status, _): status == 401 || status == 403
    case .mail(let code): [530, 534, 535, 538].contains(code)
    }
  }

  /// Whether it says that the same may be accepted later.
  var isTemporary: Bool {
    switch self {
    case .web(let status), .socket(let status, _): status == 429 || status == 503
    case .mail(let code): (400..<500).contains(code)
    }
  }
}
