internal import Transport

/// Writes texts so that they may stand in an address or in a form.
enum PercentText {
  /// The text with everything but letters, digits and four marks replaced, and a colon where it may
  /// stand: in a query nothing but room is gained by replacing it.
  static func quoted(_ bytes: [UInt8], keepsColon: Bool = false) -> [UInt8] {
    var text: [UInt8] = []
    for byte in bytes {
      if isPlain(byte) || keepsColon && byte == UInt8(ascii: ":") {
        text.append(byte)
      } else {
        text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return text
  }

  /// The same for a text.
  static func quoted(_ text: String, keepsColon: Bool = false) -> String {
    String(decoding: quoted(Array(text.utf8), keepsColon: keepsColon), as: UTF8.self)
  }

  /// Fields as a form or a query has them, under cover.
  static func form(_ fields: KeyValuePairs<String, Secret>) -> Secret {
    let parts = fields.map { Array("\($0.key)=".utf8) + quoted($0.value.revealed) }
    return Secret(bytes: Array(parts.joined(separator: "&".utf8)))
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
