import TestSupport
import Testing

@testable import Transport

@Suite struct FrameReaderTests {
  typealias Item = FrameReader.Item

  private func fault(in bytes: [UInt8], limit: Int = 1 << 20) -> SocketFault? {
    #expect(throws: SocketFault.self) {
      try ServerFrames.items(in: bytes, sizes: [1], limit: limit)
    }
  }

  /// RFC 6455, 5.7.
  @Test func readsTheFramesOfTheStandard() throws {
    let hello = Array("Hello".utf8)
    let bytes: [UInt8] =
      [0x81, 0x05] + hello + [0x01, 0x03] + hello[..<3] + [0x80, 0x02] + hello[3...]
      + [0x89, 0x05] + hello + [0x8A, 0x05] + hello
    let found = try ServerFrames.items(in: bytes)
    #expect(found == [.message(.text(hello)), .message(.text(hello)), .ping(hello), .pong])
    let long = [UInt8](repeating: 9, count: 256)
    let longer = [UInt8](repeating: 8, count: 65_536)
    let more =
      [0x82, 0x7E, 0x01, 0x00] + long + [0x82, 0x7F, 0, 0, 0, 0, 0, 1, 0, 0] + longer
    let rest = try ServerFrames.items(in: more)
    #expect(rest == [.message(.binary(long)), .message(.binary(longer))])
  }

  @Test(arguments: [0, 1, 125, 126, 127, 65_535, 65_536, 70_000])
  func readsEveryLength(length: Int) throws {
    let content = [UInt8](repeating: 3, count: length)
    let found = try ServerFrames.items(in: ServerFrames.frame(.binary, content))
    #expect(found == [.message(.binary(content))])
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func theSameIsFoundWhereverTheBytesAreCut(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<6 {
      let length = Int.random(in: 0...300, using: &random)
      let count = Int.random(in: 1...4, using: &random)
      bytes += ServerFrames.pieces(.binary, random.bytes(length), count: count)
      bytes += ServerFrames.pieces(.text, Array("₹ 1,418.40 é".utf8), count: count)
      bytes += ServerFrames.frame(.pong)
    }
    bytes += ServerFrames.frame(.close, SocketClose.content(1001) + Array("tschüß".utf8))
    let whole = try ServerFrames.items(in: bytes)
    #expect(whole.count >= 19)
    #expect(try ServerFrames.items(in: bytes, sizes: [1]) == whole)
    let sizes = (0..<bytes.count).map { _ in Int.random(in: 1...60, using: &random) }
    #expect(try ServerFrames.items(in: bytes, sizes: sizes) == whole)
  }

  @Test func joinsPiecesAroundFramesThatSteer() throws {
    let found = try ServerFrames.items(
      in: ServerFrames.pieces(.text, [0x61, 0x62, 0x63], count: 3))
    #expect(found == [.ping([0]), .ping([1]), .message(.text([0x61, 0x62, 0x63]))])
    let empty = try ServerFrames.items(in: ServerFrames.pieces(.binary, [], count: 3))
    #expect(empty == [.ping([0]), .ping([1]), .message(.binary([]))])
  }

  @Test(
    arguments: [
      ([0xC1, 0], .reservedBits), ([0xA1, 0], .reservedBits), ([0x91, 0], .reservedBits),
      ([0xF9, 0], .reservedBits), ([0x83, 0], .kind), ([0x87, 0], .kind), ([0x8B, 0], .kind),
      ([0x8F, 0], .kind), ([0x81, 0x80], .masked), ([0x89, 0x85], .masked),
      ([0x82, 126, 0, 125], .length), ([0x82, 126, 0, 0], .length),
      ([0x82, 127, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], .length),
      ([0x82, 127, 0x80, 0, 0, 0, 0, 0, 0, 1], .length), ([0x89, 126], .control),
      ([0x88, 127], .control), ([0x09, 0], .control), ([0x08, 0], .control), ([0x80, 0], .order),
      ([0x00, 0], .order), ([0x01, 0, 0x01], .order), ([0x01, 0, 0x82, 0], .order),
      ([0x82, 127, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .tooLarge),
      ([0x88, 1, 3], .closing),
    ] as [([UInt8], SocketFault)])
  func refusesWhatIsNotOfTheProtocol(bytes: [UInt8], expected: SocketFault) {
    #expect(fault(in: bytes + [0, 0]) == expected)
  }

  @Test func countsAMessageAndNotItsPieces() throws {
    let content = [UInt8](repeating: 1, count: 1000)
    let bytes = ServerFrames.pieces(.binary, content, count: 7)
    #expect(try ServerFrames.items(in: bytes + bytes, limit: 1000).count == 14)
    #expect(fault(in: bytes, limit: 999) == .tooLarge)
    #expect(fault(in: ServerFrames.frame(.binary, content), limit: 999) == .tooLarge)
    // What steers is never counted, and has a limit of its own.
    let ping = ServerFrames.frame(.ping, [UInt8](repeating: 1, count: 125))
    #expect(try ServerFrames.items(in: ping, limit: 0).count == 1)
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
    ] as [[UInt8]])
  func refusesTextThatIsNone(content: [UInt8]) throws {
    #expect(fault(in: ServerFrames.frame(.text, content)) == .text)
    #expect(fault(in: ServerFrames.pieces(.text, content + [0x61], count: 2)) == .text)
    #expect(fault(in: ServerFrames.frame(.close, SocketClose.content(1000) + content)) == .text)
    #expect(try ServerFrames.items(in: ServerFrames.frame(.binary, content)).count == 1)
  }

  @Test func aCharacterMayBeCutIntoPieces() throws {
    let content = Array("₹😀".utf8)
    let bytes = ServerFrames.pieces(.text, content, count: content.count)
    #expect(try ServerFrames.items(in: bytes).last == .message(.text(content)))
  }

  @Test(
    arguments: [
      (999, false), (1000, true), (1003, true), (1004, false), (1005, false), (1006, false),
      (1007, true), (1011, true), (1014, true), (1015, false), (1016, false), (2999, false),
      (3000, true), (4999, true), (5000, false), (0, false), (65_535, false),
    ] as [(UInt16, Bool)])
  func knowsTheCodesOfLeave(code: UInt16, isFine: Bool) throws {
    let bytes = ServerFrames.frame(.close, SocketClose.content(code) + Array("bye".utf8))
    guard isFine else {
      #expect(fault(in: bytes) == .closing)
      return
    }
    guard case .close(let close) = try ServerFrames.items(in: bytes).first else {
      Issue.record("no close")
      return
    }
    #expect(close.code == code && close.reason == "bye")
  }

  @Test func leaveMayBeTakenWithoutAWord() throws {
    let close = try SocketClose(content: [])
    #expect(close.code == nil && close.reason.isEmpty)
    #expect(try ServerFrames.items(in: [0x88, 0]) == [.close(close)])
  }

  @Test func aMessageThatIsKeptStaysAsItIs() throws {
    let bytes = ServerFrames.frame(.binary, [1, 2]) + ServerFrames.frame(.binary, [3, 4, 5])
    var reader = FrameReader(limit: 10)
    var place = 0
    let first = try reader.next(in: bytes, from: &place, to: bytes.count)
    let second = try reader.next(in: bytes, from: &place, to: bytes.count)
    #expect(first == .message(.binary([1, 2])) && second == .message(.binary([3, 4, 5])))
    #expect(place == bytes.count)
  }

  @Test func theMemoryOfAMessageIsUsedAgain() throws {
    let bytes = (0..<50).flatMap { ServerFrames.frame(.binary, [UInt8](repeating: $0, count: 55)) }
    var reader = FrameReader(limit: 100)
    var place = 0
    var addresses: Set<UInt> = []
    while case .message(let message) = try reader.next(in: bytes, from: &place, to: bytes.count) {
      let address = unsafe message.bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
      addresses.insert(address)
    }
    #expect(addresses.count == 1)
  }

  @Test(arguments: 0..<3000 as Range<UInt64>)
  func anythingAtAllIsReadOrRefused(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var bytes = random.bytes(40)
    // Random bytes alone are refused at once, so most of them begin well.
    if seed % 4 != 0 {
      let kinds: [FrameKind] = [.text, .binary, .continuation, .ping, .pong, .close]
      bytes = (0..<8).flatMap { _ in
        let kind = kinds[Int.random(in: 0..<kinds.count, using: &random)]
        let content = random.bytes(Int.random(in: 0...140, using: &random))
        return ServerFrames.frame(
          kind, content, isLast: kind.isControl || Bool.random(using: &random))
      }
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }
    let whole = Result { try ServerFrames.items(in: bytes, limit: 500) }
    let single = Result { try ServerFrames.items(in: bytes, sizes: [1], limit: 500) }
    switch (whole, single) {
    case (.success(let one), .success(let other)): #expect(one == other)
    case (.failure(let one), .failure(let other)):
      #expect(one as? SocketFault == other as? SocketFault && one is SocketFault)
    default: Issue.record("the cuts decide")
    }
  }
}
