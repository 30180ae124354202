internal import Market
internal import Scalars

/// Reads one packet of a frame, whose length says what is in it.
enum KiteTick {
  /// What a packet is, by its length.
  private enum Form: Int {
    case last = 8
    case index = 28
    case indexWithTime = 32
    case quote = 44
    case full = 184
  }

  /// The tick that a packet is.
  @inline(__always)
  static func tick(_ packet: Span<UInt8>) throws(TickFault) -> BrokerTick {
    guard let form = Form(rawValue: packet.count) else { throw .length }
    let token = KiteToken(UInt32(truncatingIfNeeded: BigEndian.whole32(packet, at: 0)))
    let isOfIndex = form == .index || form == .indexWithTime
    guard form == .last || token.isIndex == isOfIndex else { throw .length }
    let parts = try parts(of: token)
    let (name, last) = (FeedToken(UInt64(token.number)), Money(paise: try price(packet, 4, parts)))
    switch form {
    case .last, .index: return BrokerTick(token: name, last: last)
    case .indexWithTime: return BrokerTick(token: name, time: time(packet, at: 28), last: last)
    case .quote:
      return BrokerTick(token: name, last: last, volume: BigEndian.whole32(packet, at: 16))
    case .full:
      return BrokerTick(
        token: name, time: time(packet, at: 60), last: last,
        bid: try best(packet, from: 64, parts), ask: try best(packet, from: 124, parts),
        volume: BigEndian.whole32(packet, at: 16),
        openInterest: token.hasOpenInterest ? BigEndian.whole32(packet, at: 48) : nil)
    }
  }

  /// The first of five levels that is one; what is not there is filled up with zeros.
  @inline(__always)
  private static func best(
    _ packet: Span<UInt8>, from first: Int, _ parts: Int64
  ) throws(TickFault) -> BrokerTick.Level? {
    var start = first
    while start < first &+ 60 {
      let level = BrokerTick.Level(
        paise: try price(packet, start &+ 4, parts),
        quantity: BigEndian.whole32(packet, at: start))
      if let level { return level }
      start &+= 12
    }
    return nil
  }

  /// How many of its units make a paisa: prices are in hundredths of a rupee, indices wherever they are
  /// too, but for currencies and commodities of NSE.
  @inline(__always)
  private static func parts(of token: KiteToken) throws(TickFault) -> Int64 {
    if token.isIndex { return 1 }
    switch ExchangeSegment(kiteNumber: token.segment) {
    case .cds: return 100_000
    case .bcd, .nco: return 100
    case nil: throw .exchange
    default: return 1
    }
  }

  @inline(__always)
  private static func price(
    _ packet: Span<UInt8>, _ place: Int, _ parts: Int64
  ) throws(TickFault) -> Int64 {
    let number = BigEndian.signed32(packet, at: place)
    guard number >= 0 else { throw .price }
    if parts == 1 { return number }
    let (paise, rest) = number.quotientAndRemainder(dividingBy: parts)
    guard rest == 0 else { throw .price }
    return paise
  }

  /// Seconds since 1970; zero stands for never.
  @inline(__always)
  private static func time(_ packet: Span<UInt8>, at place: Int) -> Timestamp? {
    let seconds = BigEndian.whole32(packet, at: place)
    return seconds == 0 ? nil : Timestamp(milliseconds: seconds &* 1000)
  }
}

extension KiteToken {
  /// Whether it is of a segment that lists futures and options, which alone have an open interest.
  fileprivate var hasOpenInterest: Bool {
    ExchangeSegment(kiteNumber: segment)?.listsDerivatives ?? false
  }
}
