/// The hash SHA-1, as RFC 3174 defines it.
///
/// It is broken as a hash of files. One-time codes are made with it all the same, and HMAC does not
/// rest on what was broken.
package enum SHA1: HashFunction {
  /// How many bytes a block has.
  package static let blockSize = 64

  private typealias State = (UInt32, UInt32, UInt32, UInt32, UInt32)

  /// The hash as its 20 bytes.
  package static func bytes(of message: [UInt8]) -> [UInt8] {
    let padded = padded(message)
    var state: State = (0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0)
    var schedule = [UInt32](repeating: 0, count: 80)
    for start in stride(from: 0, to: padded.count, by: blockSize) {
      fill(&schedule, from: padded[start..<start + blockSize])
      digest(schedule, into: &state)
    }
    return [state.0, state.1, state.2, state.3, state.4].flatMap(bigEndian)
  }

  /// The message with the mark, the zeros and the length that stand behind its last byte.
  private static func padded(_ message: [UInt8]) -> [UInt8] {
    var bytes = message
    bytes.append(0x80)
    let gap = (blockSize - 8 - bytes.count % blockSize + blockSize) % blockSize
    bytes.append(contentsOf: repeatElement(0, count: gap))
    let bits = UInt64(message.count) &* 8
    return bytes + bigEndian(UInt32(bits >> 32)) + bigEndian(UInt32(truncatingIfNeeded: bits))
  }

  private static func fill(_ schedule: inout [UInt32], from block: ArraySlice<UInt8>) {
    for index in 0..<16 {
      let place = block.startIndex + 4 * index
      schedule[index] = block[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<80 {
      let mixed =
        schedule[index - 3] ^ schedule[index - 8] ^ schedule[index - 14] ^ schedule[index - 16]
      schedule[index] = turned(mixed, 1)
    }
  }

  private static func digest(_ schedule: [UInt32], into state: inout State) {
    var (a, b, c, d, e) = state
    for round in 0..<80 {
      let (mix, constant): (UInt32, UInt32) =
        switch round {
        case 0..<20: ((b & c) | (~b & d), 0x5A82_7999)
        case 20..<40: (b ^ c ^ d, 0x6ED9_EBA1)
        case 40..<60: ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      let sum = turned(a, 5) &+ mix &+ e &+ schedule[round] &+ constant
      (a, b, c, d, e) = (sum, a, turned(b, 30), c, d)
    }
    state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
  }

  private static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word << bits | word >> (32 - bits)
  }

  private static func bigEndian(_ word: UInt32) -> [UInt8] {
    stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
  }
}
