internal import Scalars
internal import Market

/// Reads the binary frames of SmartAPI's stream: little-endian, one instrument each.
package enum SmartAPITick {
  /// How many bytes a frame has.
  package static func length(of mode: SmartAPIStream.Mode) -> Int {
    switch mode {
    case .last: 51
    case .quote: 123
    case .snapshot: 379
    case .depth: 443
    }
  }

  /// The tick that a frame is.
  ///
  /// - Throws: Why it is none.
  package static func tick(_ frame: Span<UInt8>) throws(TickFault) -> BrokerTick {
    guard frame.count > 0, let mode = SmartAPIStream.Mode(rawValue: frame[0]) else { throw .mode }
    guard frame.count == length(of: mode) else { throw .length }
    guard let segment = ExchangeSegment(streamNumber: frame[1]) else { throw .exchange }
    let key = InstrumentKey(segment, try token(frame))
    if mode == .depth { return try book(frame, key) }
    return BrokerTick(
      key: key, sequence: LittleEndian.whole(frame, at: 27),
      time: Timestamp(milliseconds: LittleEndian.whole(frame, at: 35)),
      last: try price(frame, 43, segment),
      day: mode == .last ? nil : try day(frame, segment),
      snapshot: mode == .snapshot ? try snapshot(frame, segment) : nil,
      depth: mode == .snapshot ? try depth(frame, segment) : .none)
  }

  /// The digits up to the first zero.
  private static func token(_ frame: Span<UInt8>) throws(TickFault) -> String {
    var end = 2
    while end < 27, frame[end] != 0 {
      guard frame[end] &- UInt8(ascii: "0") < 10 else { throw .token }
      end += 1
    }
    guard end > 2 else { throw .token }
    return text(frame.extracting(2..<end))
  }

  private static func text(_ digits: Span<UInt8>) -> String {
    guard let text = try? UTF8Span(validating: digits) else { return "" }
    return String(copying: text)
  }

  private static func day(
    _ frame: Span<UInt8>, _ segment: ExchangeSegment
  ) throws(TickFault) -> BrokerTick.Day {
    BrokerTick.Day(
      lastQuantity: try count(LittleEndian.whole(frame, at: 51)),
      average: try price(frame, 59, segment),
      volume: try count(LittleEndian.whole(frame, at: 67)), totalBids: try sum(frame, at: 75),
      totalAsks: try sum(frame, at: 83), open: try price(frame, 91, segment),
      high: try price(frame, 99, segment), low: try price(frame, 107, segment),
      previousClose: try price(frame, 115, segment))
  }

  private static func snapshot(
    _ frame: Span<UInt8>, _ segment: ExchangeSegment
  ) throws(TickFault) -> BrokerTick.Snapshot {
    // From 139 on stands a change of the open interest that means nothing, by the broker's own word.
    BrokerTick.Snapshot(
      tradeTime: tradeTime(LittleEndian.whole(frame, at: 123)),
      openInterest: segment.listsDerivatives
        ? try count(LittleEndian.whole(frame, at: 131)) : nil,
      openInterestLow: nil, openInterestHigh: nil,
      lowerCircuit: try price(frame, 355, segment), upperCircuit: try price(frame, 347, segment),
      yearLow: try price(frame, 371, segment), yearHigh: try price(frame, 363, segment))
  }

  /// Seconds or milliseconds since 1970; which of them is not documented, but the size tells.
  private static func tradeTime(_ count: Int64) -> Timestamp? {
    try? Timestamp(epoch: Number(count))
  }

  /// Ten levels; whose they are is said by each, whatever the order.
  private static func depth(
    _ frame: Span<UInt8>, _ segment: ExchangeSegment
  ) throws(TickFault) -> Depth {
    var bids: [DepthLevel] = []
    var asks: [DepthLevel] = []
    bids.reserveCapacity(5)
    asks.reserveCapacity(5)
    for start in stride(from: 147, to: 347, by: 20) {
      let level = DepthLevel(
        price: try price(frame, start + 10, segment),
        quantity: try count(LittleEndian.whole(frame, at: start + 2)),
        orders: try count(LittleEndian.whole16(frame, at: start + 18)))
      let side = LittleEndian.whole16(frame, at: start)
      guard side == 0 || side == 1 else { throw .side }
      guard level.price.paise > 0, level.quantity > 0 else { continue }
      if side == 1 { bids.append(level) } else { asks.append(level) }
    }
    return Depth(bids: bids, asks: asks)
  }

  /// A frame of twenty levels a side and nothing else.
  private static func book(
    _ frame: Span<UInt8>, _ key: InstrumentKey
  ) throws(TickFault) -> BrokerTick {
    BrokerTick(
      key: key, sequence: 0, time: Timestamp(milliseconds: LittleEndian.whole(frame, at: 27)),
      last: nil, day: nil, snapshot: nil,
      depth: Depth(bids: try levels(frame, from: 43), asks: try levels(frame, from: 243)))
  }

  private static func levels(
    _ frame: Span<UInt8>, from first: Int
  ) throws(TickFault) -> [DepthLevel] {
    var levels: [DepthLevel] = []
    levels.reserveCapacity(20)
    for start in stride(from: first, to: first + 200, by: 10) {
      let level = DepthLevel(
        price: Money(paise: LittleEndian.whole32(frame, at: start + 4)),
        quantity: try count(LittleEndian.whole32(frame, at: start)),
        orders: try count(LittleEndian.whole16(frame, at: start + 8)))
      if level.price.paise > 0, level.quantity > 0 { levels.append(level) }
    }
    return levels
  }

  /// A price, which counts paise but for currencies, where it counts ten-millionths of a rupee.
  @inline(__always)
  private static func price(
    _ frame: Span<UInt8>, _ place: Int, _ segment: ExchangeSegment
  ) throws(TickFault) -> Money {
    let number = LittleEndian.whole(frame, at: place)
    guard segment == .cds else { return Money(paise: number) }
    let (paise, rest) = number.quotientAndRemainder(dividingBy: 100_000)
    guard rest == 0 else { throw .price }
    return Money(paise: paise)
  }

  private static func count(_ number: Int64) throws(TickFault) -> Int64 {
    guard number >= 0 else { throw .quantity }
    return number
  }

  /// A quantity that is written as a double.
  private static func sum(_ frame: Span<UInt8>, at place: Int) throws(TickFault) -> Int64 {
    guard let number = Int64(exactly: LittleEndian.double(frame, at: place)) else {
      throw .quantity
    }
    return try count(number)
  }
}
