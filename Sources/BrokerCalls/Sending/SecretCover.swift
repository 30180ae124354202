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
  func data(_ bytes: [UInt8]) -> [UInt8] { covered(bytes, Self.shortestInData) }

  /// What a broker says, without what is secret; its end may have been cut in the middle of that.
  func words(_ text: String) -> String {
    let words = secrets.reduce(covered(Array(text.utf8), Self.shortestInWords)) { words, secret in
      let lengths = Self.shortestInData...max(Self.shortestInData, secret.count)
      let cut = lengths.last { words.suffix($0).elementsEqual(secret.prefix($0)) }
      return cut.map { words.dropLast($0) + Array(Self.mark.utf8) } ?? words
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// A failure without what is secret in the broker's words.
  func failure(_ failure: BrokerFailure) -> BrokerFailure {
    BrokerFailure(
      code: words(failure.code), message: words(failure.message),
      concernsAddress: failure.concernsAddress, mostRepeats: failure.mostRepeats)
  }

  private func covered(_ bytes: [UInt8], _ shortest: Int) -> [UInt8] {
    let mark = Array(Self.mark.utf8)
    return secrets.filter { $0.count >= shortest }.reduce(bytes) { bytes, secret in
      bytes.replacing(secret, by: mark)
    }
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
  fileprivate func replacing(_ secret: [UInt8], by mark: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var place = startIndex
    while let first = self[place...].firstIndex(of: secret[0]) {
      result += self[place..<first]
      let isSecret = self[first...].starts(with: secret)
      result += isSecret ? mark : [self[first]]
      place = first + (isSecret ? secret.count : 1)
    }
    return result + self[place...]
  }
}
