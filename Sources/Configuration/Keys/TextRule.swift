/// Which texts there may be.
public enum TextRule: Sendable, Equatable {
  /// Any text on one line.
  case line
  /// What must never be shown.
  case secret
  /// A secret that may have blanks in it.
  case password
  /// A secret for one-time passwords.
  case base32
  /// A path of a file or a folder.
  case path
  /// An address of one of these schemes, such as `https`; the insecure one of a pair is allowed on this
  /// machine alone.
  case url([String])
  /// Such an address that is a secret itself, as what stands in it lets in.
  case secretURL([String])
  /// A folder, or a place in a bucket: `s3://BUCKET/PREFIX`.
  case archive
  /// The name or the address of a machine.
  case host
  /// A mail address.
  case address
  /// Six pairs of hexadecimal digits.
  case hardwareAddress
  /// A name such as `breakout_2`.
  case name
  /// A name such as `MID_MORNING`.
  case windowName
  /// A name of letters, digits and hyphens.
  case label
  /// A code of letters and digits, such as a broker gives its clients.
  case code
  /// A moment with its offset from Greenwich.
  case moment
  /// The trading symbol of a contract.
  case symbol
  /// An underlying of the market's tables.
  case underlying
  /// A condition on records.
  case condition

  /// Whether what it holds must never be shown.
  var isSecret: Bool {
    switch self {
    case .secret, .password, .base32, .secretURL: true
    default: false
    }
  }

  /// What is wanted, to follow "expected".
  var wanted: String {
    switch self {
    case .line: "a text on one line"
    case .secret: "a secret without blanks"
    case .password: "a password on one line"
    case .base32: "a secret of the letters A to Z and the digits 2 to 7"
    case .path: "a path without '..'"
    case .url(let schemes), .secretURL(let schemes):
      "an address that begins with \(schemes.joined(separator: ":// or "))://"
    case .archive: "a folder or s3://BUCKET/PREFIX"
    case .host: "the name or the address of a machine"
    case .address: "a mail address"
    case .hardwareAddress: "six pairs of hexadecimal digits such as '00:1A:2B:3C:4D:5E'"
    case .name: "a name of small letters, digits and _"
    case .windowName: "a name of capital letters, digits and _"
    case .label: "a word of letters, digits and hyphens"
    case .code: "a code of letters and digits"
    case .moment: "a moment such as '2026-08-03T10:15:00+05:30'"
    case .symbol: "the trading symbol of a contract"
    case .underlying: "the name of an underlying"
    case .condition: "a condition such as 'strike > 24000'"
    }
  }
}
