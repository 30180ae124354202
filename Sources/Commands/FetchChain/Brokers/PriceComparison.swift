import BrokerCalls
import Brokers
import Market
import Scalars

/// Compares the prices of a broker with those of another one that failed a moment before.
struct PriceComparison {
  /// How far prices may lie apart, in percent.
  let band: Double

  /// So many options are compared, those nearest to the money.
  private static let compared = 8

  /// Refuses prices that lie too far from those of the broker before.
  ///
  /// - Throws: ``CallFailure`` that names the first of them.
  func check(_ new: ChainSnapshot, against old: ChainSnapshot) throws {
    let (spot, earlierSpot) = (new.last(new.question.spot), old.last(old.question.spot))
    if let instrument = new.question.spot, let spot, let earlierSpot {
      let distance = (spot.paise - earlierSpot.paise).magnitude
      try check(instrument.symbol, spot, earlierSpot, distance, allowing: 0, new, old)
    }
    // While the brokers changed the market has moved, and no option moves farther than what it is on.
    let moved = (new.level?.paise ?? 0) - (old.level?.paise ?? new.level?.paise ?? 0)
    for (option, quote, earlier) in shared(new, old).prefix(Self.compared) {
      try check(
        option.symbol, quote.last, earlier, quote.distance(to: earlier),
        allowing: moved.magnitude, new, old)
    }
  }

  /// The options that both have a price of, the nearest to the money first.
  private func shared(
    _ new: ChainSnapshot, _ old: ChainSnapshot
  ) -> [(option: ListedInstrument, quote: Quote, earlier: Money)] {
    let prices = Dictionary(
      old.question.chains.flatMap(\.options).compactMap { option in
        option.contract.flatMap { contract in old.last(option).map { (contract, $0) } }
      }, uniquingKeysWith: { first, _ in first })
    return new.order.compactMap { option in
      guard option.kind == .option, let contract = option.contract, let earlier = prices[contract],
        case .quote(let quote, _)? = new[option], quote.last.paise > 0
      else { return nil }
      return (option, quote, earlier)
    }
  }

  private func check(
    _ symbol: String, _ price: Money, _ earlier: Money, _ distance: UInt64,
    allowing more: UInt64, _ new: ChainSnapshot, _ old: ChainSnapshot
  ) throws {
    let allowed = band * Double(earlier.paise) / 100 + Double(more)
    guard Double(distance) > allowed else { return }
    let percent = band == band.rounded() ? String(Int(band)) : String(band)
    throw CallFailure(
      .refused, new.broker,
      "\(symbol) is at \(price), and at \(earlier) by \(old.broker.rawValue), which failed just now: "
        + "they lie farther apart than BROKER_SWITCH_BAND_PERCENT, \(percent), allows",
      remedy: "look at which of the two is right")
  }
}

extension Quote {
  /// How far a price lies from the last one, or from where the next trade would be if that is nearer.
  fileprivate func distance(to price: Money) -> UInt64 {
    let fromLast = (last.paise - price.paise).magnitude
    guard let bid = depth.bids.first?.price.paise, let ask = depth.asks.first?.price.paise,
      bid <= ask
    else { return fromLast }
    if (bid...ask).contains(price.paise) { return 0 }
    return min(fromLast, (bid - price.paise).magnitude, (ask - price.paise).magnitude)
  }
}
