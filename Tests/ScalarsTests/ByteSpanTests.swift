import Scalars
import TestSupport
import Testing

/// Bytes that are taken eight at a time, against those that are taken one by one.
struct ByteSpanTests {
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  @Test(arguments: UInt8.min...UInt8.max)
  func plainTextEndsBeforeTheFirstByteThatIsNone(byte: UInt8) {
    for count in 0..<20 {
      for place in 0..<count {
        var bytes = Array(repeating: UInt8(ascii: "x"), count: count)
        bytes[place] = byte
        let end = bytes.span.endOfPlainText(from: 0)
        #expect(end == (Self.isPlain(byte) ? count : place))
        let behind = bytes.span.endOfPlainText(from: place + 1)
        #expect(behind == count)
      }
    }
  }

  @Test func plainTextEndsWhereItDoesByteByByte() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Int.random(in: 0..<12, using: &random) == 0
          ? UInt8.random(in: 0...255, using: &random)
          : UInt8.random(in: 0x20...0x7F, using: &random)
      }
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = bytes[start...].firstIndex { !Self.isPlain($0) } ?? bytes.count
      let found = bytes.span.endOfPlainText(from: start)
      #expect(found == end)
    }
  }

  @Test func oneDifferentByteIsEnough() {
    let bytes = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
    for start in bytes.indices {
      for end in start...bytes.count {
        let wanted = Array(bytes[start..<end])
        let isThere = bytes.span.has(wanted.span, at: start)
        #expect(isThere)
        for place in wanted.indices {
          var other = wanted
          other[place] ^= 0x40
          let isThere = bytes.span.has(other.span, at: start)
          #expect(!isThere)
        }
      }
    }
  }

  @Test func nothingStandsOutside() {
    let bytes: [UInt8] = [1, 2, 3]
    for (wanted, place, isThere) in [
      ([3, 4], 2, false), ([], .max, false), ([], 3, true), ([], 4, false), ([1], -1, false),
      ([1], .max, false),
    ] as [([UInt8], Int, Bool)] {
      let found = bytes.span.has(wanted.span, at: place)
      #expect(found == isThere)
    }
  }
}
