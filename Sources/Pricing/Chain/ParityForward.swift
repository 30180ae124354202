/// The forward of an expiry as its calls and puts near the money imply it.
///
/// By put-call parity every strike K gives one: F = K + (C - P)/D, where D discounts from the expiry.
/// The seven strikes nearest the money count, and of these the middles of the two markets where both
/// are fresh and have two sides; only where no strike has such a pair, the last trades.
///
/// Each counts by the inverse square of its two spreads together, since a wide market says little
/// about where its middle is. From the weighted median those are left out that are more than three
/// times the median distance and a tick away, and the forward is the weighted mean of the others. So
/// one wrong quote does not move it.
///
/// It is the same, to the bit, for any order of the quotes.
public struct ParityForward: Sendable, Hashable {
  /// What the forward was taken from.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    /// The middles between bids and asks.
    case quotes
    /// Last trades, which may be of different times.
    case trades
  }

  /// The forward in rupees.
  public let value: Double
  /// How many strikes it is the mean of.
  public let pairs: Int
  /// What it was taken from.
  public let source: Source
  /// The weighted median distance from the median in rupees, of all strikes that were looked at.
  public let dispersion: Double
  /// Between which prices the forward itself can be sold and bought, by the strikes that counted.
  ///
  /// The best bid and the best ask of a call and a put together, the lower one first also where they
  /// cross. Nil where only trades are known.
  public let market: ClosedRange<Double>?

  /// The most strikes that are looked at.
  public static let mostPairs = 7

  /// The forward of a chain; nil when no strike has a call and a put that count.
  ///
  /// - Parameters:
  ///   - chain: the options of one expiry.
  ///   - discount: what a rupee at expiry is worth now, e^(-rT).
  ///   - tick: the smallest step of a price in rupees, under which spreads say nothing.
  public init?(_ chain: OptionChain, discount: Double, tick: Double = 0.05) {
    guard discount > 0, discount.isFinite, tick > 0, tick.isFinite else { return nil }
    let quoted = chain.rows.compactMap { ParityPair(quotesOf: $0, discount: discount) }
    let source: Source = quoted.isEmpty ? .trades : .quotes
    let all =
      quoted.isEmpty
      ? chain.rows.compactMap { ParityPair(tradesOf: $0, discount: discount) } : quoted
    self.init(Self.nearest(all), source: source, tick: tick)
  }

  /// The forward that quotes of one expiry imply; nil when no strike has a pair that counts.
  public init?(_ quotes: [OptionQuote], discount: Double, tick: Double = 0.05) {
    self.init(OptionChain(quotes), discount: discount, tick: tick)
  }

  private init?(_ pairs: [ParityPair], source: Source, tick: Double) {
    let sample = WeightedSample(
      pairs.map { pair in
        let width = pair.spread + tick
        return WeightedSample.Item(value: pair.forward, weight: 1 / (width * width))
      })
    guard let median = sample.median, let dispersion = sample.medianDistance(from: median)
    else { return nil }
    let reach = 3 * dispersion + tick
    let counted = pairs.filter { abs($0.forward - median) <= reach }
    guard let mean = sample.mean(within: reach, of: median), mean > 0, mean.isFinite,
      let bid = counted.map(\.market.lowerBound).max(),
      let ask = counted.map(\.market.upperBound).min()
    else { return nil }
    value = mean
    self.pairs = counted.count
    self.source = source
    self.dispersion = dispersion
    market = source == .quotes ? min(bid, ask)...max(bid, ask) : nil
  }

  /// The pairs nearest the money, the lower strike first where two are as near.
  private static func nearest(_ pairs: [ParityPair]) -> [ParityPair] {
    let ordered = pairs.sorted {
      $0.distance != $1.distance ? $0.distance < $1.distance : $0.strike < $1.strike
    }
    return Array(ordered.prefix(mostPairs))
  }
}
