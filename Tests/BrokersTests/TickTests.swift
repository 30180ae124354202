import Brokers
import Market
import Scalars
import TestSupport
import Testing

@Suite struct TickTests {
  /// A frame as it is laid out, with zeros in the places of which nothing is said.
  struct Frame {
    var bytes: [UInt8]

    init(_ mode: SmartAPIStream.Mode, exchange: UInt8 = 2, token: String = "58784") {
      bytes = Array(repeating: 0, count: SmartAPITick.length(of: mode))
      (bytes[0], bytes[1]) = (mode.rawValue, exchange)
      bytes.replaceSubrange(2..<2 + token.utf8.count, with: token.utf8)
    }

    mutating func put(_ number: some FixedWidthInteger, at place: Int) {
      for index in 0..<type(of: number).bitWidth / 8 {
        bytes[place + index] = UInt8(truncatingIfNeeded: number >> (8 * index))
      }
    }

    mutating func put(_ number: Double, at place: Int) { put(number.bitPattern, at: place) }

    func read() throws -> BrokerTick { try SmartAPITick.tick(bytes.span) }
  }

  private static func bytes(_ digits: String) throws -> [UInt8] {
    let plain = Array(digits.filter { $0 != " " })
    return try stride(from: 0, to: plain.count, by: 2).map { place in
      try #require(UInt8(String(plain[place..<place + 2]), radix: 16))
    }
  }

  /// The worked example of the contract, from the live stream of 2 May 2025.
  @Test func readsTheWorkedExample() throws {
    let frame = try Self.bytes(
      "01 01 32383835000000000000000000000000000000000000000000 "
        + "17209a0000000000 9067ea8f96010000 102a020000000000")
    let tick = try SmartAPITick.tick(frame.span)
    #expect(tick.token == FeedToken(2885 << 8 | 1))
    #expect(tick.time?.milliseconds == 1_746_171_226_000 && tick.last == paise(141_840))
    #expect(tick.bid == nil && tick.ask == nil && tick.volume == nil && tick.openInterest == nil)
  }

  static func snapshot() -> Frame {
    var frame = Frame(.snapshot)
    frame.put(Int64(7), at: 27)
    frame.put(Int64(1_795_167_900_250), at: 35)
    for (index, place) in [43, 51, 59, 67, 91, 99, 107, 115].enumerated() {
      frame.put(Int64(1000 + index), at: place)
    }
    frame.put(4000.0, at: 75)
    frame.put(5000.0, at: 83)
    frame.put(Int64(1_795_167_899), at: 123)
    frame.put(Int64(6000), at: 131)
    frame.put(Double.nan, at: 139)
    for level in 0..<10 {
      let start = 147 + 20 * level
      // Sellers come first here: the flag counts and not the place.
      frame.put(Int16(level < 5 ? 0 : 1), at: start)
      frame.put(Int64(level == 4 ? 0 : 10 + level), at: start + 2)
      frame.put(Int64(level == 9 ? 0 : 200 + level), at: start + 10)
      frame.put(Int16(1 + level), at: start + 18)
    }
    for (index, place) in [347, 355, 363, 371].enumerated() {
      frame.put(Int64(3000 + index), at: place)
    }
    return frame
  }

  @Test func readsASnapshot() throws {
    let tick = try Self.snapshot().read()
    #expect(tick.token == FeedToken(58784 << 8 | 2) && tick.last == paise(1000))
    #expect(tick.time == (try time("2026-11-20T15:15:00.250+05:30")))
    #expect(tick.volume == 1003 && tick.openInterest == 6000)
    #expect(tick.ask?.price == paise(200) && tick.ask?.quantity == 10)
    #expect(tick.bid?.price == paise(205) && tick.bid?.quantity == 15)
  }

  /// A level without a price or without a quantity is none, wherever it stands.
  @Test(arguments: 0..<5)
  func theBestIsTheFirstThatIsThere(empty: Int) throws {
    var frame = Self.snapshot()
    for level in 0..<empty {
      frame.put(Int64(0), at: 147 + 20 * level + (level.isMultiple(of: 2) ? 2 : 10))
      frame.put(Int64(0), at: 247 + 20 * level + (level.isMultiple(of: 2) ? 10 : 2))
    }
    let tick = try frame.read()
    // The fifth of the sellers has no quantity, and the fifth of the buyers no price.
    #expect(tick.ask?.price == (empty == 4 ? nil : paise(Int64(200 + empty))))
    #expect(tick.bid?.price == (empty == 4 ? nil : paise(Int64(205 + empty))))
  }

  @Test(arguments: [Int64(0), -1, .max, 4_102_444_800_000])
  func whatIsNoTimeOfOurDaysIsNone(count: Int64) throws {
    var frame = Self.snapshot()
    frame.put(count, at: 35)
    #expect(try frame.read().time == nil)
  }

  @Test func aQuoteHasNoDepth() throws {
    var frame = Frame(.quote)
    frame.bytes = [SmartAPIStream.Mode.quote.rawValue] + Self.snapshot().bytes[1..<123]
    let tick = try frame.read()
    #expect(tick.volume == 1003 && tick.openInterest == nil && tick.bid == nil && tick.ask == nil)
  }

  @Test func aShareHasNoOpenInterest() throws {
    var frame = Self.snapshot()
    frame.bytes[1] = 1
    #expect(try frame.read().openInterest == nil)
  }

  @Test func readsTwentyLevels() throws {
    var frame = Frame(.depth, exchange: 1, token: "2885")
    frame.put(Int64(1_746_171_226_000), at: 27)
    for level in 0..<20 {
      for (start, price) in [(43, 500 - level), (243, 600 + level)] {
        frame.put(Int32(level < 2 ? 0 : 1 + level), at: start + 10 * level)
        frame.put(Int32(price), at: start + 10 * level + 4)
        frame.put(Int16(2), at: start + 10 * level + 8)
      }
    }
    let tick = try frame.read()
    #expect(tick.time?.milliseconds == 1_746_171_226_000 && tick.last == nil)
    #expect(tick.bid?.price == paise(498) && tick.bid?.quantity == 3)
    #expect(tick.ask?.price == paise(602) && tick.ask?.quantity == 3)
  }

  @Test(arguments: SmartAPIStream.Mode.allCases)
  func aFrameOfAnotherLengthIsNone(mode: SmartAPIStream.Mode) {
    let frame = Frame(mode)
    for count in 1..<frame.bytes.count {
      #expect(throws: TickFault.length) {
        try SmartAPITick.tick(Array(frame.bytes.prefix(count)).span)
      }
    }
    #expect(throws: TickFault.length) { try SmartAPITick.tick((frame.bytes + [0]).span) }
    #expect(throws: TickFault.mode) { try SmartAPITick.tick([UInt8]().span) }
  }

  @Test func saysWhyAFrameIsNoTick() throws {
    func fault(_ change: (inout Frame) -> Void) -> TickFault? {
      var frame = Self.snapshot()
      change(&frame)
      do {
        _ = try frame.read()
        return nil
      } catch { return error as? TickFault }
    }
    #expect(fault { $0.bytes[0] = 0 } == .mode && fault { $0.bytes[0] = 5 } == .mode)
    #expect(fault { $0.bytes[1] = 6 } == .exchange && fault { $0.bytes[1] = 0 } == .exchange)
    #expect(fault { $0.bytes[2] = 0 } == .token && fault { $0.bytes[3] = 0x41 } == .token)
    // No exchange begins its numbers with a zero, and none has so many digits.
    #expect(fault { $0.bytes.replaceSubrange(2..<4, with: "01".utf8) } == .token)
    #expect(fault { $0.bytes.replaceSubrange(2..<19, with: "12345678901234567".utf8) } == .token)
    #expect(fault { $0.put(Int64(-1), at: 43) } == .price)
    #expect(fault { $0.put(Int64(-1), at: 67) } == .quantity)
    #expect(fault { $0.put(Int64(-1), at: 131) } == .quantity)
    #expect(fault { $0.put(Int16(2), at: 147) } == .side)
    #expect(fault { $0.put(Int16(-1), at: 327) } == .side)
    #expect(fault { $0.put(Int64(-1), at: 149) } == .quantity)
    #expect(fault { $0.put(Int64.min, at: 157) } == .price)
    #expect(fault { $0.bytes[1] = 13 } == .price)
    // What nobody asks for may be anything.
    #expect(fault { $0.put(Int64(-1), at: 51) } == nil)
    #expect(fault { $0.put(Double.nan, at: 83) } == nil)
  }

  @Test func currenciesCountOtherwise() throws {
    var frame = Frame(.last, exchange: 13)
    frame.put(Int64(832_500_000), at: 43)
    #expect(try frame.read().last == paise(8325))
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func noBytesBreakIt(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for mode in SmartAPIStream.Mode.allCases {
      for _ in 0..<300 {
        var bytes = random.bytes(SmartAPITick.length(of: mode))
        (bytes[0], bytes[1], bytes[2], bytes[3]) = (mode.rawValue, 2, 0x31, 0)
        _ = try? SmartAPITick.tick(bytes.span)
      }
    }
  }

  @Test func asksForTicks() {
    let keys = [
      InstrumentKey(.nfo, "58784"), InstrumentKey(.nse, "99926000"), InstrumentKey(.nco, "1"),
      InstrumentKey(.nfo, "58785"),
    ]
    #expect(
      SmartAPIStream.request([keys[0]], .snapshot, isOn: true, id: "abcde12345")
        == #"{"correlationID":"abcde12345","action":1,"params":{"mode":3,"#
        + #""tokenList":[{"exchangeType":2,"tokens":["58784"]}]}}"#)
    #expect(
      SmartAPIStream.request(keys, .last, isOn: false, id: "a")
        == #"{"correlationID":"a","action":0,"params":{"mode":1,"tokenList":["#
        + #"{"exchangeType":1,"tokens":["99926000"]},{"exchangeType":2,"tokens":["58784","58785"]}]}}"#
    )
  }

  @Test func readsComplaints() throws {
    let text = #"{"correlationID":"abc","errorCode":"E1002","errorMessage":"limit"}"#
    let complaint = try #require(SmartAPIStream.complaint(Array(text.utf8)))
    #expect(complaint.id == "abc" && complaint.failure.code == "E1002")
    for text in ["pong", "", "{}", "[]"] {
      #expect(SmartAPIStream.complaint(Array(text.utf8)) == nil)
    }
  }
}
