/// The reason that a server gives for a refusal, as far as it may be shown.
enum ServerReason {
  /// More than this is no reason but an answer.
  private static let longest = 200
  /// Shorter values are in every sentence, and are found in it by chance.
  private static let shortestSecret = 4

  /// The reason in one line of ASCII; nil for none, and for one that repeats what was sent.
  static func text(_ text: String, hiding request: SocketRequest) -> String? {
    let bytes = text.utf8.prefix(longest)
    guard !bytes.isEmpty, !repeats(text, request) else { return nil }
    let shown = bytes.map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }
    return String(decoding: shown, as: UTF8.self)
  }

  /// Whether a value that was sent, or a word of one, is in a text.
  private static func repeats(_ text: String, _ request: SocketRequest) -> Bool {
    let spoken = Array(text.lowercased().utf8)
    return values(sentWith: request).contains { value in
      value.count >= shortestSecret && contains(value, in: spoken)
    }
  }

  /// What was sent that may be secret, whole and cut into words, in small letters.
  private static func values(sentWith request: SocketRequest) -> [[UInt8]] {
    let headers = request.headers.flatMap { words(of: $0.value.revealed) }
    let query = request.address.target.utf8.split(separator: UInt8(ascii: "?"), maxSplits: 1)
      .dropFirst().flatMap { $0.split(separator: UInt8(ascii: "&")) }
      .map { Array($0.drop { $0 != UInt8(ascii: "=") }.dropFirst()) }
    return (headers + query + query.map(unescaped)).map { value in
      Array(String(decoding: value, as: UTF8.self).lowercased().utf8)
    }
  }

  /// A value and its words, without the one before others that says what they are, as `Bearer` does.
  private static func words(of value: [UInt8]) -> [[UInt8]] {
    let words = value.split { $0 <= 0x20 || $0 == UInt8(ascii: ":") }.map(Array.init)
    return [value] + words.dropFirst(words.count > 1 ? 1 : 0)
  }

  /// A part of a query with its `%XX` undone.
  private static func unescaped(_ part: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = part[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static func contains(_ part: [UInt8], in whole: [UInt8]) -> Bool {
    whole.indices.contains { whole[$0...].starts(with: part) }
  }
}
