import TestSupport

@testable import Transport

/// Frames as a server sends them.
enum ServerFrames {
  static func frame(
    _ kind: FrameKind, _ content: [UInt8] = [], isLast: Bool = true
  ) -> [UInt8] {
    frame(first: (isLast ? 0x80 : 0) | kind.rawValue, content)
  }

  static func frame(first: UInt8, _ content: [UInt8] = []) -> [UInt8] {
    let length = content.count
    let head: [UInt8] =
      switch length {
      case ..<126: [UInt8(length)]
      case ...65_535: [126] + bytes(of: UInt64(length)).suffix(2)
      default: [127] + bytes(of: UInt64(length))
      }
    return [first] + head + content
  }

  static func bytes(of number: UInt64) -> [UInt8] {
    (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
  }

  /// What is found in some bytes that come in pieces of given sizes, the last one over and over.
  static func items(
    in bytes: [UInt8], sizes: [Int] = [.max], limit: Int = 1 << 20
  ) throws -> [FrameReader.Item] {
    var reader = FrameReader(limit: limit)
    var items: [FrameReader.Item] = []
    var (place, end, turn) = (0, 0, 0)
    while end < bytes.count {
      let size = sizes[min(turn, sizes.count - 1)]
      turn += 1
      end = size < bytes.count - end ? end + size : bytes.count
      while let item = try reader.next(in: bytes, from: &place, to: end) { items.append(item) }
    }
    return items
  }

  /// A message in a number of pieces, with a ping between any two of them.
  static func pieces(_ kind: FrameKind, _ content: [UInt8], count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in 0..<count {
      let range = content.count * piece / count..<content.count * (piece + 1) / count
      bytes += frame(
        piece == 0 ? kind : .continuation, Array(content[range]), isLast: piece == count - 1)
      if piece < count - 1 { bytes += frame(.ping, [UInt8(piece)]) }
    }
    return bytes
  }
}
