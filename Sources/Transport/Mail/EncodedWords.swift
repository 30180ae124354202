internal import Scalars

/// Text in a header, by RFC 2047 where it is more than plain ASCII.
enum EncodedWords {
  /// The bytes that fit into one word: 75 less `=?utf-8?B??=`, as three quarters of Base64.
  private static let room = 45
  /// The longest plain text that needs no second line.
  private static let plainRoom = 900

  /// The text as it stands in a header, perhaps in several lines.
  static func text(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    // What looks like such a word would be taken for one.
    if isPlain, !text.contains(text: "=?"), text.utf8.count <= plainRoom { return text }
    return pieces(of: text).map { "=?utf-8?B?\(Base64.text($0))?=" }.joined(separator: "\r\n ")
  }

  /// Pieces that each fit into a word and cut no character.
  private static func pieces(of text: String) -> [[UInt8]] {
    var pieces: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if pieces[pieces.count - 1].count + bytes.count > room { pieces.append([]) }
      pieces[pieces.count - 1] += bytes
    }
    return pieces
  }
}
