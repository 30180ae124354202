internal import Market
internal import Scalars

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

  /// Reads a frame.
  package static func read(_ frame: Span<UInt8>, into batch: inout TickBatch) {
    do throws(TickFault) {
      batch.add(try tick(frame))
    } catch {
      batch.note(error)
    }
  }

  /// The tick that a frame is.
  ///
  /// - Throws: Why it is none.
  package static func tick(_ frame: Span<UInt8>) throws(TickFault) -> BrokerTick {
    guard frame.count > 0, let mode = SmartAPIStream.Mode(rawValue: frame[0]) else { throw .mode }
    guard frame.count == length(of: mode) else { throw .length }
    guard let segment = ExchangeSegment(streamNumber: frame[1]) else { throw .exchange }
    let token = try token(frame[1], frame.extracting(2..<27))
    if mode == .depth { return try book(frame, token) }
    let (bid, ask) = mode == .snapshot ? try best(frame, segment) : (nil, nil)
    return BrokerTick(
      token: token, time: time(LittleEndian.whole(frame, at: 35)),
      last: Money(paise: try price(frame, 43, segment)), bid: bid, ask: ask,
      volume: mode == .last ? nil : try count(LittleEndian.whole(frame, at: 67)),
      openInterest: mode == .snapshot && segment.listsDerivatives
        ? try count(LittleEndian.whole(frame, at: 131)) : nil)
  }

  /// The number of an instrument: that of its exchange, and behind it its digits up to the first zero.
  static func token(
    _ exchange: UInt8, _ digits: Span<UInt8>
  ) throws(TickFault) -> FeedToken {
    var number: UInt64 = 0
    var count = 0
    while count < digits.count, digits[count] != 0 {
      let digit = digits[count] &- UInt8(ascii: "0")
      // No exchange has numbers of so many digits, and none begins them with a zero.
      guard digit < 10, count < longest, count == 0 || number > 0 else { throw .token }
      number = number &* 10 &+ UInt64(digit)
      count += 1
    }
    guard count > 0 else { throw .token }
    return FeedToken(number << 8 | UInt64(exchange))
  }

  private static var longest: Int { 16 }

  /// The best of ten levels; whose they are is said by each, whatever the order.
  @inline(__always)
  private static func best(
    _ frame: Span<UInt8>, _ segment: ExchangeSegment
  ) throws(TickFault) -> (bid: BrokerTick.Level?, ask: BrokerTick.Level?) {
    var bid: BrokerTick.Level?
    var ask: BrokerTick.Level?
    var start = 147
    while start < 347 {
      switch LittleEndian.whole16(frame, at: start) {
      case 1: if bid == nil { bid = try level(frame, start, segment) }
      case 0: if ask == nil { ask = try level(frame, start, segment) }
      default: throw .side
      }
      start &+= 20
    }
    return (bid, ask)
  }

  @inline(__always)
  private static func level(
    _ frame: Span<UInt8>, _ start: Int, _ segment: ExchangeSegment
  ) throws(TickFault) -> BrokerTick.Level? {
    BrokerTick.Level(
      paise: try price(frame, start &+ 10, segment),
      quantity: try count(LittleEndian.whole(frame, at: start &+ 2)))
  }

  /// A frame of twenty levels a side and nothing else.
  private static func book(
    _ frame: Span<UInt8>, _ token: FeedToken
  ) throws(TickFault) -> BrokerTick {
    BrokerTick(
      token: token, time: time(LittleEndian.whole(frame, at: 27)), last: nil,
      bid: try first(frame, from: 43), ask: try first(frame, from: 243))
  }

  /// The first of twenty levels that is one.
  private static func first(
    _ frame: Span<UInt8>, from place: Int
  ) throws(TickFault) -> BrokerTick.Level? {
    var start = place
    while start < place &+ 200 {
      let level = BrokerTick.Level(
        paise: LittleEndian.whole32(frame, at: start &+ 4),
        quantity: try count(LittleEndian.whole32(frame, at: start)))
      if let level { return level }
      start &+= 10
    }
    return nil
  }

  /// A price, which counts paise but for currencies, where it counts ten-millionths of a rupee.
  @inline(__always)
  private static func price(
    _ frame: Span<UInt8>, _ place: Int, _ segment: ExchangeSegment
  ) throws(TickFault) -> Int64 {
    let number = LittleEndian.whole(frame, at: place)
    guard number >= 0 else { throw .price }
    guard segment == .cds else { return number }
    let (paise, rest) = number.quotientAndRemainder(dividingBy: 100_000)
    guard rest == 0 else { throw .price }
    return paise
  }

  /// Milliseconds since 1970; nil for what is no time of our days.
  @inline(__always)
  private static func time(_ milliseconds: Int64) -> Timestamp? {
    milliseconds > 0 && milliseconds < mostMilliseconds
      ? Timestamp(milliseconds: milliseconds) : nil
  }

  /// The end of the century.
  private static var mostMilliseconds: Int64 { 4_102_444_800_000 }

  @inline(__always)
  private static func count(_ number: Int64) throws(TickFault) -> Int64 {
    guard number >= 0 else { throw .quantity }
    return number
  }
}
