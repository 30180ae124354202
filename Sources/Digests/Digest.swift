/// A hash of 256 bits.
public struct Digest: Sendable, Hashable {
  private let words: SIMD8<UInt32>

  init(words: SIMD8<UInt32>) {
    self.words = words
  }

  /// The hash that stands before the first line of a chain.
  public static let zero = Digest(words: .zero)

  /// The hash as its 32 bytes.
  package var bytes: [UInt8] {
    words.indices.flatMap { index in
      stride(from: 24, through: 0, by: -8).map {
        UInt8(truncatingIfNeeded: words[index] >> UInt32($0))
      }
    }
  }
}

extension Digest: CustomStringConvertible {
  /// The hash as 64 hexadecimal digits in lower case.
  public var description: String {
    var text = ""
    for index in words.indices {
      let digits = String(words[index], radix: 16)
      text += String(repeating: "0", count: 8 - digits.count) + digits
    }
    return text
  }

  /// Reads 64 hexadecimal digits in lower case, and nothing else.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 64 else { return nil }
    var words = SIMD8<UInt32>()
    for (index, byte) in text.utf8.enumerated() {
      guard let digit = Self.digit(byte) else { return nil }
      words[index / 8] = words[index / 8] << 4 | digit
    }
    self.words = words
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    default: nil
    }
  }
}
