internal import Brokers

/// Puts a mark in the place of what is secret, wherever it turns up.
struct SecretCover {
  /// What stands where something secret was.
  static let mark = "‹secret›"

  /// A shorter secret stands in prices and numbers of instruments by chance: a PIN has four digits.
  private static let shortestInData = 8
  /// And a shorter one in words.
  private static let shortestInWords = 4

  private let secrets: [[UInt8]]

  init(_ secrets: [[UInt8]]) { self.secrets = secrets }

  /// The bytes of an answer without what is secret.
  func data(_ bytes: [UInt8]) -> [UInt8] {
    secrets.filter { $0.count >= Self.shortestInData }.reduce(bytes) { bytes, secret in
      bytes.covering(secret, atLeast: secret.count, by: Self.mark)
    }
  }

  /// What a broker says, without what is secret, and without a beginning of that: a long text is quoted in
  /// part, and may have been cut in the middle of it.
  func words(_ text: String) -> String {
    let words = secrets.filter { $0.count >= Self.shortestInWords }.reduce(Array(text.utf8)) {
      $0.covering($1, atLeast: min(Self.shortestInData, $1.count), by: Self.mark)
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// A failure without what is secret in the broker's words.
  func failure(_ failure: BrokerFailure) -> BrokerFailure {
    BrokerFailure(
      code: words(failure.code), message: words(failure.message),
      concernsAddress: failure.concernsAddress, mostRepeats: failure.mostRepeats)
  }
}

extension BrokerOutcome {
  /// The same without what is secret in the broker's words.
  ///
  /// - Parameter cover: makes the cover; most outcomes need none.
  func covered(_ cover: () -> SecretCover) -> BrokerOutcome {
    switch self {
    case .ok, .nothing: self
    case .transient(let failure): .transient(cover().failure(failure))
    case .rateLimited(let failure): .rateLimited(cover().failure(failure))
    case .session(let remedy, let failure): .session(remedy, cover().failure(failure))
    case .rejected(let failure): .rejected(cover().failure(failure))
    case .protocolBroken(let failure): .protocolBroken(cover().failure(failure))
    }
  }
}

extension [UInt8] {
  /// The bytes with a mark in the place of whatever begins as a secret does, for so many bytes at least.
  fileprivate func covering(_ secret: [UInt8], atLeast shortest: Int, by mark: String) -> [UInt8] {
    var result: [UInt8] = []
    var place = startIndex
    while let first = self[place...].firstIndex(of: secret[0]) {
      result += self[place..<first]
      let alike = zip(self[first...], secret).prefix { $0 == $1 }.count
      result += alike >= shortest ? Array(mark.utf8) : [self[first]]
      place = first + (alike >= shortest ? alike : 1)
    }
    return result + self[place...]
  }
}
