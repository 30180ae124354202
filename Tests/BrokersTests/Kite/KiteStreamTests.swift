import Brokers
import Market
import Scalars
import TestSupport
import Testing

@Suite struct KiteStreamTests {
  /// A packet as it is laid out, with zeros in the places of which nothing is said.
  struct Packet {
    var bytes: [UInt8]

    init(_ length: Int, token: UInt32 = 12_073_986) {
      bytes = Array(repeating: 0, count: length)
      if length >= 4 { put(token, at: 0) }
    }

    mutating func put(_ number: some FixedWidthInteger, at place: Int) {
      let width = type(of: number).bitWidth / 8
      for index in 0..<width {
        bytes[place + index] = UInt8(truncatingIfNeeded: number >> (8 * (width - 1 - index)))
      }
    }
  }

  private static func frame(_ packets: [Packet], count: Int? = nil) -> [UInt8] {
    let count = count ?? packets.count
    var bytes = [UInt8(count >> 8), UInt8(count & 255)]
    for packet in packets {
      bytes += [UInt8(packet.bytes.count >> 8), UInt8(packet.bytes.count & 255)] + packet.bytes
    }
    return bytes
  }

  private func read(_ packets: [Packet]) -> TickBatch { read(Self.frame(packets)) }

  private func read(_ bytes: [UInt8]) -> TickBatch {
    var batch = TickBatch()
    KiteFrame.read(bytes.span, into: &batch)
    return batch
  }

  /// The worked example of the contract.
  @Test func readsTheWorkedExample() throws {
    let bytes: [UInt8] = [0, 1, 0, 8, 0, 6, 0x3A, 1, 0, 2, 0x66, 0xBA]
    let frame = read(bytes)
    let tick = try #require(frame.ticks.first)
    #expect(tick == BrokerTick(token: FeedToken(408_065), last: paise(157_370)))
    #expect(frame.ticks.count == 1 && frame.faults.isEmpty)
  }

  static func full(token: UInt32 = 12_073_986) -> Packet {
    var packet = Packet(184, token: token)
    for place in stride(from: 4, to: 44, by: 4) { packet.put(UInt32(1000 + place), at: place) }
    packet.put(UInt32(1_795_167_899), at: 44)
    packet.put(UInt32(3_000_000_000), at: 48)
    packet.put(UInt32(3_000_000_100), at: 52)
    packet.put(UInt32(2_000_000_000), at: 56)
    packet.put(UInt32(1_795_167_900), at: 60)
    for level in 0..<10 {
      let start = 64 + 12 * level
      packet.put(UInt32(level == 4 ? 0 : 10 + level), at: start)
      packet.put(UInt32(level == 9 ? 0 : 200 + level), at: start + 4)
      packet.put(UInt16(1 + level), at: start + 8)
      packet.put(UInt16.max, at: start + 10)
    }
    return packet
  }

  @Test func readsAFullTick() throws {
    let tick = try #require(read([Self.full()]).ticks.first)
    #expect(tick.token == FeedToken(12_073_986) && tick.last == paise(1004))
    #expect(tick.time == (try time("2026-11-20T15:15:00+05:30")))
    #expect(tick.volume == 1016 && tick.openInterest == 3_000_000_000)
    #expect(tick.bid?.price == paise(200) && tick.bid?.quantity == 10)
    #expect(tick.ask?.price == paise(205) && tick.ask?.quantity == 15)
  }

  /// A level without a price or without a quantity is none, wherever it stands.
  @Test(arguments: 0..<5)
  func theBestIsTheFirstThatIsThere(empty: Int) throws {
    var packet = Self.full()
    for level in 0..<empty {
      packet.put(UInt32(0), at: 64 + 12 * level + (level.isMultiple(of: 2) ? 0 : 4))
      packet.put(UInt32(0), at: 124 + 12 * level + (level.isMultiple(of: 2) ? 4 : 0))
    }
    let tick = try #require(read([packet]).ticks.first)
    #expect(tick.bid?.price == (empty == 4 ? nil : paise(Int64(200 + empty))))
    #expect(tick.ask?.price == (empty == 4 ? nil : paise(Int64(205 + empty))))
  }

  @Test func readsAQuote() throws {
    var packet = Packet(44)
    packet.bytes = Array(Self.full().bytes.prefix(44))
    let tick = try #require(read([packet]).ticks.first)
    #expect(
      tick == BrokerTick(token: FeedToken(12_073_986), last: paise(1004), volume: 1016))
  }

  @Test(arguments: [28, 32])
  func readsAnIndex(length: Int) throws {
    var packet = Packet(length, token: 256_265)
    for place in stride(from: 4, to: 28, by: 4) { packet.put(UInt32(1000 + place), at: place) }
    packet.put(Int32(-50), at: 24)
    if length == 32 { packet.put(UInt32(1_795_167_900), at: 28) }
    let tick = try #require(read([packet]).ticks.first)
    let sent = try time("2026-11-20T15:15:00+05:30")
    let expected = BrokerTick(
      token: FeedToken(256_265), time: length == 32 ? sent : nil, last: paise(1004))
    #expect(tick == expected)
  }

  @Test func whatHasNeverTradedHasNoTime() throws {
    var packet = Self.full()
    packet.put(UInt32(0), at: 60)
    #expect(try #require(read([packet]).ticks.first).time == nil)
    #expect(read([Self.full(token: 408_065)]).ticks.first?.openInterest == nil)
  }

  static let prices: [(token: UInt32, price: UInt32, paise: Int64?)] = [
    (0x103, 832_500_000, 8325), (0x103, 832_525_000, nil), (0x106, 832_500, 8325),
    (0x106, 832_525, nil), (0x10C, 1_000_000, 10_000), (0x107, 1_000_000, 1_000_000),
    (0x105, 0, 0), (0x102, 4_294_967_295, nil),
  ]

  @Test(arguments: prices)
  func someCountPricesOtherwise(token: UInt32, price: UInt32, expected: Int64?) {
    var packet = Packet(8, token: token)
    packet.put(price, at: 4)
    let frame = read([packet])
    #expect(frame.ticks.first?.last?.paise == expected)
    #expect(frame.faults == (expected == nil ? [.price: 1] : [:]))
  }

  @Test func badPacketsCostTheirNeighboursNothing() {
    let good = Packet(8)
    let packets = [
      good, Packet(9), good, Packet(0), Packet(28), Packet(184, token: 256_265),
      Packet(44, token: 256_265), Packet(8, token: 0x108), Packet(8, token: 0), good,
    ]
    let frame = read(packets)
    #expect(frame.ticks.count == 3)
    #expect(frame.faults == [.length: 5, .exchange: 2])
  }

  @Test func aByteIsAHeartbeat() {
    for byte in [UInt8(0), 255] {
      let frame = read([byte])
      #expect(frame.ticks.isEmpty && frame.faults.isEmpty)
    }
    #expect(read([UInt8]()).faults == [.length: 1])
    #expect(read([UInt8(0), 0]).faults.isEmpty && read([UInt8(0), 0]).ticks.isEmpty)
  }

  @Test func aFrameThatWasCutKeepsWhatIsWhole() {
    let whole = Self.frame([Packet(8), Packet(44), Self.full()])
    for count in 2..<whole.count {
      let frame = read(Array(whole.prefix(count)))
      #expect(frame.ticks.count == (count >= 58 ? 2 : count >= 12 ? 1 : 0))
      #expect(frame.faults == [.length: 1])
    }
    #expect(read(whole + [0]).faults == [.length: 1])
    #expect(read(whole + [0]).ticks.count == 3)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func noBytesBreakIt(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let packets = [8, 28, 32, 44, 184].map { length in
        var packet = Packet(length)
        packet.bytes = random.bytes(length)
        packet.bytes[3] = UInt8.random(in: 0...13, using: &random)
        return packet
      }
      _ = read(packets)
      let count = Int.random(in: 0...200, using: &random)
      _ = read(random.bytes(count))
    }
  }

  @Test func asksForTicks() {
    let tokens = [KiteToken(408_065), KiteToken(256_265)]
    #expect(KiteStream.subscription([tokens[0]]) == #"{"a":"subscribe","v":[408065]}"#)
    #expect(KiteStream.cancellation(tokens) == #"{"a":"unsubscribe","v":[408065,256265]}"#)
    #expect(
      KiteStream.choice(of: .full, [tokens[0]]) == #"{"a":"mode","v":["full",[408065]]}"#)
    #expect(KiteStream.Mode.allCases.map(\.rawValue) == ["ltp", "quote", "full"])
  }

  @Test func readsTexts() throws {
    func read(_ text: String) throws -> KiteStream.Text { try KiteStream.text(Array(text.utf8)) }
    guard case .order(let order) = try read(#"{"type":"order","data":\#(KiteBookTests.order)}"#),
      case .complaint(let failure) = try read(#"{"type":"error","data":"no\nsuch token"}"#),
      case .notice(let words) = try read(#"{"type":"message","data":"hello"}"#),
      case .other("news") = try read(#"{"type":"news","data":{}}"#)
    else {
      Issue.record("a text was taken for another")
      return
    }
    #expect(order.id == "2405211000000000123" && failure.message == "no such token")
    #expect(words == "hello")
  }

  @Test(arguments: [
    "", "pong", "[]", "{}", #"{"type":"order"}"#, #"{"type":"order","data":{}}"#,
    #"{"type":"error","data":{}}"#, #"{"type":"message"}"#,
  ])
  func whatIsNoTextIsSaid(text: String) {
    #expect(throws: WireFault.self) { try KiteStream.text(Array(text.utf8)) }
  }
}
