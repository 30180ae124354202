/// The hash SHA-256 of bytes that come in pieces, as FIPS 180-4 defines it.
public struct SHA256: Sendable {
  private var words = Self.first
  /// The bytes of a block that is not yet whole.
  private var rest: [UInt8] = []
  private var count: UInt64 = 0
  /// The message schedule, kept so that a block allocates nothing.
  private var schedule = [UInt32](repeating: 0, count: 64)

  /// How many bytes a block has.
  package static let blockSize = 64

  /// Begins with no bytes.
  public init() {
    rest.reserveCapacity(Self.blockSize)
  }

  /// Adds bytes behind those that were added before.
  public mutating func add(_ bytes: Span<UInt8>) {
    count += UInt64(bytes.count)
    var start = 0
    if !rest.isEmpty {
      start = min(Self.blockSize - rest.count, bytes.count)
      for index in 0..<start { rest.append(bytes[index]) }
      guard rest.count == Self.blockSize else { return }
      digestRest()
    }
    while bytes.count - start >= Self.blockSize {
      digest(bytes, from: start)
      start += Self.blockSize
    }
    for index in start..<bytes.count { rest.append(bytes[index]) }
  }

  /// The hash of all bytes that were added; more may follow.
  public var digest: Digest {
    var last = self
    last.close()
    return Digest(words: last.words)
  }

  /// Adds the mark, the zeros and the length that stand behind the last byte.
  private mutating func close() {
    rest.append(0x80)
    if rest.count > Self.blockSize - 8 {
      rest.append(contentsOf: repeatElement(0, count: Self.blockSize - rest.count))
      digestRest()
    }
    rest.append(contentsOf: repeatElement(0, count: Self.blockSize - 8 - rest.count))
    let bits = count &* 8
    for shift in stride(from: 56, through: 0, by: -8) {
      rest.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    digestRest()
  }

  private mutating func digestRest() {
    let block = rest
    digest(block.span, from: 0)
    rest.removeAll(keepingCapacity: true)
  }

  private mutating func digest(_ bytes: Span<UInt8>, from start: Int) {
    fillSchedule(bytes, from: start)
    var (a, b, c, d) = (words[0], words[1], words[2], words[3])
    var (e, f, g, h) = (words[4], words[5], words[6], words[7])
    for round in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let sum = Self.turned(e, 6) ^ Self.turned(e, 11) ^ Self.turned(e, 25)
      let first = h &+ sum &+ choice &+ Self.constants[round] &+ schedule[round]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let second = (Self.turned(a, 2) ^ Self.turned(a, 13) ^ Self.turned(a, 22)) &+ majority
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    words &+= SIMD8(a, b, c, d, e, f, g, h)
  }

  private mutating func fillSchedule(_ bytes: Span<UInt8>, from start: Int) {
    for index in 0..<16 {
      let place = start + 4 * index
      schedule[index] =
        UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16
        | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
    }
    for index in 16..<64 {
      let (near, far) = (schedule[index - 2], schedule[index - 15])
      let nearMix = Self.turned(near, 17) ^ Self.turned(near, 19) ^ (near >> 10)
      let farMix = Self.turned(far, 7) ^ Self.turned(far, 18) ^ (far >> 3)
      schedule[index] = schedule[index - 16] &+ farMix &+ schedule[index - 7] &+ nearMix
    }
  }

  @inline(__always)
  private static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word >> bits | word << (32 - bits)
  }
}

extension SHA256 {
  /// The hash of bytes that are all there.
  public static func digest(of bytes: Span<UInt8>) -> Digest {
    var hash = SHA256()
    hash.add(bytes)
    return hash.digest
  }

  /// The hash of a text in UTF-8.
  public static func digest(of text: String) -> Digest {
    let bytes = Array(text.utf8)
    return digest(of: bytes.span)
  }

  /// The first 32 bits of the fractional parts of the square roots of the first eight primes.
  private static let first = SIMD8<UInt32>(
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB,
    0x5BE0_CD19)

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4,
    0xAB1C_5ED5, 0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE,
    0x9BDC_06A7, 0xC19B_F174, 0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F,
    0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA, 0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7,
    0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967, 0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC,
    0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85, 0xA2BF_E8A1, 0xA81A_664B,
    0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070, 0x19A4_C116,
    0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7,
    0xC671_78F2,
  ]
}
