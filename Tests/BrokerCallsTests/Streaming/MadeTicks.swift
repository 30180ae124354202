import BrokerCalls
import Market
import Scalars
import TestSupport

/// Ticks for tests, by chance.
struct MadeTicks {
  var random: SplitMix64
  let places: Int
  /// So few prices that the same one comes again and again.
  let prices: Int64

  init(seed: UInt64, places: Int, prices: Int64 = 3) {
    random = SplitMix64(seed: seed)
    self.places = places
    self.prices = prices
  }

  mutating func next() -> StreamTick {
    Self.tick(
      Int.random(in: 0..<places, using: &random), Int64.random(in: 1...prices, using: &random))
  }

  /// A tick of an instrument at a price.
  static func tick(_ place: Int, _ paise: Int64, at milliseconds: Int64 = 0) -> StreamTick {
    StreamTick(
      place: place, time: Timestamp(milliseconds: milliseconds),
      StreamTick.Market(
        last: Money(paise: paise), bid: nil, ask: nil, volume: nil, openInterest: nil))
  }

  static func gap(_ from: Int64, _ until: Int64) -> StreamGap {
    StreamGap(
      from: Timestamp(milliseconds: from), until: Timestamp(milliseconds: until), reason: "test",
      places: 0..<1)
  }
}

extension TickBacklog.Row {
  var tick: StreamTick? { if case .tick(let tick) = self { tick } else { nil } }
}
