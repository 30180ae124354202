import CZlib
import Files
import Foundation
import Testing
import TestSupport

/// A stream that breaks the format in one way.
struct BrokenStream: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let bytes: [UInt8]
  let fault: GzipFault

  init(_ name: String, _ bytes: [UInt8], _ fault: GzipFault) {
    testDescription = name
    self.bytes = bytes
    self.fault = fault
  }

  init(_ name: String, byte: Int, flipping bits: UInt8, _ fault: GzipFault) {
    var bytes = gzipMember(Self.text)
    bytes[byte < 0 ? bytes.count + byte : byte] ^= bits
    self.init(name, bytes, fault)
  }

  static let text = Array("one line\nanother line\n".utf8)

  static let all = [
    BrokenStream("checksum", byte: -8, flipping: 1, .wrongChecksum),
    BrokenStream("checksum, high byte", byte: -5, flipping: 0x80, .wrongChecksum),
    BrokenStream("length", byte: -4, flipping: 1, .wrongLength),
    BrokenStream("length, high byte", byte: -1, flipping: 0x80, .wrongLength),
    BrokenStream("flag 32", byte: 3, flipping: 0x20, .malformed("unknown header flags set")),
    BrokenStream("flag 64", byte: 3, flipping: 0x40, .malformed("unknown header flags set")),
    BrokenStream("flag 128", byte: 3, flipping: 0x80, .malformed("unknown header flags set")),
    BrokenStream("method", byte: 2, flipping: 1, .malformed("unknown compression method")),
    BrokenStream("block type", byte: 10, flipping: 0x04, .malformed("invalid block type")),
    BrokenStream("garbage behind", gzipMember(text) + [65], .trailingGarbage),
    BrokenStream("text behind", gzipMember(text) + text, .trailingGarbage),
    BrokenStream("garbage like a member", gzipMember(text) + [0x1F, 65], .trailingGarbage),
    BrokenStream("half a magic behind", gzipMember(text) + [0x1F], .cut),
    BrokenStream("garbage behind zeros", gzipMember(text) + [0, 0, 65], .trailingGarbage),
    BrokenStream(
      "member behind zeros", gzipMember(text) + [0] + gzipMember(text), .trailingGarbage),
    BrokenStream("gzip in gzip", gzipMember(gzipMember(text)), .nested),
    BrokenStream("gzip in a second member", gzipMember([]) + gzipMember(gzipMember(text)), .nested),
    BrokenStream("gzip divided", gzipMember([0x1F]) + gzipMember([0x8B, 8]), .nested),
  ]
}

@Suite struct GzipReaderTests {
  @Test(arguments: BrokenStream.all)
  func refuses(stream: BrokenStream) throws {
    for buffer in [1, 2, 4096] {
      for piece in [1, 3, Int.max] {
        let reading = try Reading(stream.bytes, piece: piece, buffer: buffer)
        #expect(reading.fault == stream.fault)
        #expect(reading.error?.exitClass == .damagedInput)
      }
    }
  }

  @Test(arguments: 1...9 as ClosedRange<Int32>)
  func readsEveryLevel(level: Int32) throws {
    var random = SplitMix64(seed: 4)
    let bytes = random.lines(50_000)
    #expect(try Reading(gzipMember(bytes, level: level)) == Reading(bytes: bytes))
  }

  @Test func readsStoredBlocks() throws {
    var random = SplitMix64(seed: 5)
    let bytes = random.bytes(300_000)
    #expect(try Reading(gzipMember(bytes, level: 0)) == Reading(bytes: bytes))
  }

  @Test func readsManyMembersThatAreCutInsideLines() throws {
    var random = SplitMix64(seed: 6)
    let bytes = random.lines(30_000)
    var stream: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 0...500, using: &random)
      stream += gzipMember(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    #expect(try Reading(stream) == Reading(bytes: bytes))
  }

  @Test func readsNothingFromEmptyMembers() throws {
    #expect(try Reading(gzipMember([]) + gzipMember([]), piece: 1) == Reading())
  }

  @Test(arguments: [1, 511, 300_000])
  func acceptsZerosBehindTheLastMember(count: Int) throws {
    let stream = gzipMember(BrokenStream.text) + [UInt8](repeating: 0, count: count)
    #expect(try Reading(stream) == Reading(bytes: BrokenStream.text))
  }

  @Test(arguments: [1, 2, 5, Int.max])
  func skipsEveryFieldOfAHeader(piece: Int) throws {
    let member = gzipMember(BrokenStream.text)
    var header: [UInt8] = [0x1F, 0x8B, 8, 0b11111, 1, 2, 3, 4, 0, 3]
    header += [5, 0] + Array("extra".utf8)
    header += Array("../../name\0".utf8) + Array("comment\0".utf8)
    let checksum = unsafe crc32(0, header, UInt32(header.count))
    let good = header + [UInt8(checksum & 0xFF), UInt8(checksum >> 8 & 0xFF)]
    let bad = header + [UInt8(checksum & 0xFF) ^ 1, UInt8(checksum >> 8 & 0xFF)]
    let body = member.dropFirst(10)
    #expect(try Reading(good + body, piece: piece) == Reading(bytes: BrokenStream.text))
    #expect(
      try Reading(bad + body, piece: piece).fault == .malformed("header crc mismatch"))
  }

  @Test func repeatsTheErrorWhenAskedAgain() throws {
    let stream = gzipMember(BrokenStream.text).dropLast()
    var source = try ByteSource(path: "x", calls: MemoryInput(Array(stream)).calls)
    #expect(Reading(&source).fault == .cut)
    #expect(Reading(&source) == Reading(error: Reading(&source).error))
    #expect(Reading(&source).fault == .cut)
  }

  @Test func saysWhereTheDamageIs() throws {
    let stream = gzipMember(BrokenStream.text)
    let reading = try Reading(stream.dropLast(3))
    let expected = FileError.refusedGzip(path: "memory", offset: stream.count - 3, fault: .cut)
    #expect(reading.error == expected)
    #expect(
      reading.error?.description
        == """
        memory: gzip, near compressed byte \(stream.count - 3): the file ends in the middle of the \
        data; fetch or create the file again
        """)
  }
}

@Suite struct GzipCutTests {
  /// A stream whose members end where nothing is cut.
  private func check(_ bytes: [UInt8], every step: Int, from first: Int, piece: Int) throws {
    let stream = gzipMember(bytes)
    for cut in stride(from: first, to: stream.count, by: step) {
      let reading = try Reading(Array(stream[..<cut]), piece: piece, buffer: 65_536)
      let isCut = reading.fault == .cut
      let isBeginning = unsafe memcmp(bytes, reading.bytes, reading.bytes.count) == 0
      #expect(isCut && isBeginning, "cut at \(cut)")
    }
  }

  @Test(arguments: [1, Int.max])
  func noticesEveryCutOfASmallStream(piece: Int) throws {
    var random = SplitMix64(seed: 7)
    try check(random.lines(2000), every: 1, from: 2, piece: piece)
  }

  @Test func noticesEvery97thCut() throws {
    var random = SplitMix64(seed: 8)
    try check(random.lines(200_000), every: 97, from: 97, piece: 4096)
  }

  @Test func noticesEvery997thCutOfALargeStream() throws {
    var random = SplitMix64(seed: 9)
    try check(random.bytes(600_000), every: 997, from: 997, piece: .max)
  }

  @Test func handsOutTheSameBytesBeforeACutForAnyBuffer() throws {
    var random = SplitMix64(seed: 10)
    let stream = Array(gzipMember(random.lines(20_000)).dropLast(700))
    let whole = try Reading(stream, buffer: 1 << 20)
    #expect(whole.fault == .cut && whole.bytes.count > 1000)
    for buffer in [1, 2, 7, 4096] {
      for piece in [1, 7, 1000] {
        #expect(try Reading(stream, piece: piece, buffer: buffer) == whole)
      }
    }
  }
}
