extension PriceLadder {
  /// The two options that are worst against the rule that prices fall, but not too fast; nil of fewer.
  func worstVertical(discount: Double) -> ChainFinding? {
    let candidates = [worstRise(), worstFall(discount: discount)].compactMap { $0 }
    guard let worst = candidates.max(by: { $0.amount < $1.amount }) else { return nil }
    let legs = [leg(worst.sold, units: -1), leg(worst.bought, units: 1)]
    return ChainFinding(.vertical, legs, amount: worst.amount)
  }

  private typealias Spread = (sold: Rung, bought: Rung, amount: Double)

  /// The option that is paid most above the cheapest one before it, which is worth no less.
  private func worstRise() -> Spread? {
    var worst: Spread?
    var cheapest: Rung?
    for rung in rungs {
      if let cheapest {
        let amount = rung.bid - cheapest.ask
        if amount > worst?.amount ?? -.infinity { worst = (rung, cheapest, amount) }
      }
      if rung.ask < cheapest?.ask ?? .infinity { cheapest = rung }
    }
    return worst
  }

  /// The two options between which the price falls most beyond the discounted way.
  private func worstFall(discount: Double) -> Spread? {
    var worst: Spread?
    var dearest: Rung?
    for rung in rungs {
      if let dearest {
        let way = discount * (rung.place - dearest.place)
        let amount = dearest.bid - rung.ask - way
        if amount > worst?.amount ?? -.infinity { worst = (dearest, rung, amount) }
      }
      let level = rung.bid + discount * rung.place
      let highest = dearest.map { $0.bid + discount * $0.place }
      if level > highest ?? -.infinity { dearest = rung }
    }
    return worst
  }
}
