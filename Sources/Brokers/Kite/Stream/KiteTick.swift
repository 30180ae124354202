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
  static func tick(
    _ packet: Span<UInt8>, _ indices: [KiteToken: InstrumentKey]
  ) throws(TickFault) -> BrokerTick {
    guard let form = Form(rawValue: packet.count) else { throw .length }
    let token = KiteToken(UInt32(BigEndian.whole32(packet, at: 0)))
    let isOfIndex = form == .index || form == .indexWithTime
    guard form == .last || token.isIndex == isOfIndex else { throw .length }
    let key = try key(token, indices)
    let last = try price(packet, 4, key.segment)
    switch form {
    case .last: return BrokerTick(key, last, nil)
    case .index: return BrokerTick(key, last, try indexDay(packet))
    case .indexWithTime:
      return BrokerTick(key, last, try indexDay(packet), time: time(packet, at: 28))
    case .quote: return BrokerTick(key, last, try day(packet, key.segment))
    case .full:
      return BrokerTick(
        key, last, try day(packet, key.segment), time: time(packet, at: 60),
        snapshot: snapshot(packet, key.segment), depth: try depth(packet, key.segment))
    }
  }

  private static func key(
    _ token: KiteToken, _ indices: [KiteToken: InstrumentKey]
  ) throws(TickFault) -> InstrumentKey {
    if token.isIndex {
      guard let key = indices[token] else { throw .token }
      return key
    }
    guard let key = token.key else { throw .exchange }
    return key
  }

  /// High, low, open, close: not in the order that other instruments have.
  private static func indexDay(
    _ packet: Span<UInt8>
  ) throws(TickFault) -> BrokerTick.Day {
    // Indices are in hundredths wherever they are.
    BrokerTick.Day(
      lastQuantity: nil, average: nil, volume: nil, totalBids: nil, totalAsks: nil,
      open: try price(packet, 16, .nse), high: try price(packet, 8, .nse),
      low: try price(packet, 12, .nse), previousClose: try price(packet, 20, .nse))
  }

  private static func day(
    _ packet: Span<UInt8>, _ segment: ExchangeSegment
  ) throws(TickFault) -> BrokerTick.Day {
    BrokerTick.Day(
      lastQuantity: BigEndian.whole32(packet, at: 8), average: try price(packet, 12, segment),
      volume: BigEndian.whole32(packet, at: 16), totalBids: BigEndian.whole32(packet, at: 20),
      totalAsks: BigEndian.whole32(packet, at: 24), open: try price(packet, 28, segment),
      high: try price(packet, 32, segment), low: try price(packet, 36, segment),
      previousClose: try price(packet, 40, segment))
  }

  private static func snapshot(
    _ packet: Span<UInt8>, _ segment: ExchangeSegment
  ) -> BrokerTick.Snapshot {
    let hasInterest = segment.listsDerivatives
    return BrokerTick.Snapshot(
      tradeTime: time(packet, at: 44),
      openInterest: hasInterest ? BigEndian.whole32(packet, at: 48) : nil,
      openInterestLow: hasInterest ? BigEndian.whole32(packet, at: 56) : nil,
      openInterestHigh: hasInterest ? BigEndian.whole32(packet, at: 52) : nil,
      lowerCircuit: nil, upperCircuit: nil, yearLow: nil, yearHigh: nil)
  }

  /// Five levels of buyers, then five of sellers; what is not there is filled up with zeros.
  private static func depth(
    _ packet: Span<UInt8>, _ segment: ExchangeSegment
  ) throws(TickFault) -> Depth {
    Depth(
      bids: try levels(packet, from: 64, segment),
      asks: try levels(packet, from: 124, segment))
  }

  private static func levels(
    _ packet: Span<UInt8>, from first: Int, _ segment: ExchangeSegment
  ) throws(TickFault) -> [DepthLevel] {
    var levels: [DepthLevel] = []
    for start in stride(from: first, to: first + 60, by: 12) {
      let level = DepthLevel(
        price: try price(packet, start + 4, segment),
        quantity: BigEndian.whole32(packet, at: start),
        orders: BigEndian.whole16(packet, at: start + 8))
      if level.price.paise > 0, level.quantity > 0 { levels.append(level) }
    }
    return levels
  }

  /// A price, in hundredths of a rupee but for currencies and commodities of NSE.
  @inline(__always)
  private static func price(
    _ packet: Span<UInt8>, _ place: Int, _ segment: ExchangeSegment
  ) throws(TickFault) -> Money {
    let number = BigEndian.signed32(packet, at: place)
    guard number >= 0 else { throw .price }
    let parts: Int64 =
      switch segment {
      case .cds: 100_000
      case .bcd, .nco: 100
      default: 1
      }
    let (paise, rest) = number.quotientAndRemainder(dividingBy: parts)
    guard rest == 0 else { throw .price }
    return Money(paise: paise)
  }

  /// Seconds since 1970; zero stands for never.
  private static func time(_ packet: Span<UInt8>, at place: Int) -> Timestamp? {
    try? Timestamp(epoch: Number(BigEndian.whole32(packet, at: place)))
  }
}

extension BrokerTick {
  /// A tick of Kite's, which are not numbered.
  fileprivate init(
    _ key: InstrumentKey, _ last: Money, _ day: Day?, time: Timestamp? = nil,
    snapshot: Snapshot? = nil, depth: Depth = .none
  ) {
    self.init(
      key: key, sequence: nil, time: time, last: last, day: day, snapshot: snapshot, depth: depth)
  }
}
