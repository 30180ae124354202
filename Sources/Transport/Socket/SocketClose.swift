/// How the other side took its leave.
package struct SocketClose: Sendable, Equatable {
  /// It has done what it was there for.
  package static let done: UInt16 = 1000
  /// It goes away, as a server does that is shut down.
  package static let goingAway: UInt16 = 1001
  /// It was sent what is not of the protocol.
  package static let protocolError: UInt16 = 1002
  /// It was sent text that is no UTF-8.
  package static let badText: UInt16 = 1007
  /// It was sent more than it takes.
  package static let tooLarge: UInt16 = 1009

  /// Why; nil where it did not say.
  package let code: UInt16?
  /// The same in its own words, which may be empty.
  package let reason: String

  /// Whether a code may be sent at all, by RFC 6455, 7.4, and what was registered since.
  static func maySend(_ code: UInt16) -> Bool {
    switch code {
    // 1004 means nothing yet; 1005 and 1006 stand for what was not sent.
    case 1000...1003, 1007...1014, 3000...4999: true
    default: false
    }
  }

  /// Reads what a closing frame holds.
  init(content: [UInt8]) throws(SocketFault) {
    guard !content.isEmpty else {
      (code, reason) = (nil, "")
      return
    }
    guard content.count >= 2 else { throw .closing }
    let code = UInt16(content[0]) << 8 | UInt16(content[1])
    guard Self.maySend(code) else { throw .closing }
    guard let reason = String(validating: content[2...], as: UTF8.self) else { throw .text }
    self.code = code
    self.reason = reason
  }

  /// What a closing frame holds that gives a code.
  static func content(_ code: UInt16) -> [UInt8] {
    [UInt8(code >> 8), UInt8(truncatingIfNeeded: code)]
  }
}
