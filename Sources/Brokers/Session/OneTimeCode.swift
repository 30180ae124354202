package import Scalars
package import Transport
private import Digests

/// The six digits of an authenticator app, by RFC 6238: SHA-1, windows of 30 s counted from 1970.
package struct OneTimeCode: Sendable {
  /// How long a code is good, in seconds.
  package static let window: Int64 = 30

  /// With less than this left of a window a code may be too old when it arrives, in seconds.
  package static let margin: Int64 = 3

  private let key: Secret

  /// Takes the secret of the app in Base32; nil where it is none, or empty.
  package init?(secret: Secret) {
    guard let bytes = Base32.bytes(secret.revealed), !bytes.isEmpty else { return nil }
    key = Secret(bytes: bytes)
  }

  /// The code at a time.
  package func code(at time: Timestamp) -> Secret {
    let counter = UInt64(bitPattern: Self.number(at: time))
    let message = stride(from: 56, through: 0, by: -8).map { shift in
      UInt8(truncatingIfNeeded: counter >> UInt64(shift))
    }
    let hash = HMAC<SHA1>.code(of: message, key: key.revealed)
    // The low half of the last byte says which four bytes are taken, without their sign.
    let start = Int(hash[19] & 15)
    let number = hash[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    let digits = String((number & 0x7FFF_FFFF) % 1_000_000)
    return Secret(String(repeating: "0", count: 6 - digits.count) + digits)
  }

  /// Which window a time lies in, counted from 1970.
  package static func number(at time: Timestamp) -> Int64 {
    let length = window * 1000
    let (quotient, rest) = time.milliseconds.quotientAndRemainder(dividingBy: length)
    return rest < 0 ? quotient - 1 : quotient
  }

  /// How much is left of the window at a time: more than nothing.
  package static func left(at time: Timestamp) -> TimeSpan {
    TimeSpan(milliseconds: (number(at: time) + 1) * window * 1000 - time.milliseconds)
  }

  /// How long to wait before a code is made, so that it does not grow old on its way.
  ///
  /// - Parameters:
  ///   - time: The time now.
  ///   - used: The window whose code was sent before, for a code is good once.
  package static func wait(at time: Timestamp, used: Int64? = nil) -> TimeSpan {
    if let used, used >= number(at: time) {
      return TimeSpan(milliseconds: (used + 1) * window * 1000 - time.milliseconds)
    }
    let left = left(at: time)
    return left.milliseconds < margin * 1000 ? left : TimeSpan(milliseconds: 0)
  }
}
