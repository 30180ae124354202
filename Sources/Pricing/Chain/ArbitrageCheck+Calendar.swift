extension ArbitrageCheck {
  /// The options of this chain that cost more than those of a later expiry which are as far from their
  /// own forward, the worst first.
  ///
  /// The strike that is as far, K·F₂/F₁, is seldom one of the later chain. There the two strikes around
  /// it are bought instead, in the shares that make it up, which is never worth less. Of the bids and asks
  /// of the forwards those are taken that say least. Options in the money are left to parity, and what
  /// either chain was blamed for by itself is not looked at.
  ///
  /// - Parameter later: the chain of a later expiry of the same underlying.
  public func calendarFindings(against later: ArbitrageCheck) -> [ChainFinding] {
    var findings: [ChainFinding] = []
    var (near, far) = ([calls, puts], [later.calls, later.puts])
    while let finding = zip(near, far).compactMap({ worstCalendar($0, $1, later) })
      .max(by: { $0.amount < $1.amount }), finding.amount > tolerance
    {
      findings.append(finding)
      for side in 0...1 {
        near[side].remove(finding.legs)
        far[side].remove(finding.legs, isLater: true)
      }
    }
    return findings
  }

  /// The option of one side that is paid most above what replaces it in the later chain.
  private func worstCalendar(
    _ near: PriceLadder, _ far: PriceLadder, _ later: ArbitrageCheck
  ) -> ChainFinding? {
    guard let forward, let laterForward = later.forward, forward.lowerBound > 0,
      laterForward.lowerBound > 0
    else { return nil }
    // The lower the later strike, the more a call is worth there, and the less a put.
    let growth =
      near.isCall
      ? laterForward.lowerBound / forward.upperBound
      : laterForward.upperBound / forward.lowerBound
    let units = discount / (later.discount * growth)
    let money = near.isCall ? forward.lowerBound : -forward.upperBound
    var worst: ChainFinding?
    for rung in near.rungs where rung.place >= money {
      guard let wings = far.wings(around: rung.place * growth) else { continue }
      let cost = wings.reduce(0) { $0 + units * $1.share * $1.rung.ask }
      let amount = rung.bid - cost
      guard amount > worst?.amount ?? -.infinity else { continue }
      let bought = wings.map { far.leg($0.rung, units: units * $0.share, isLater: true) }
      worst = ChainFinding(.calendar, [near.leg(rung, units: -1)] + bought, amount: amount)
    }
    return worst
  }
}

extension PriceLadder {
  /// The neighbouring options around a place and the shares in which they make it up; nil beyond the
  /// ends.
  fileprivate func wings(around place: Double) -> [(rung: Rung, share: Double)]? {
    guard let upper = rungs.firstIndex(where: { $0.place >= place }) else { return nil }
    if rungs[upper].place == place { return [(rungs[upper], 1)] }
    guard upper > 0 else { return nil }
    let (below, above) = (rungs[upper - 1], rungs[upper])
    let share = (above.place - place) / (above.place - below.place)
    return [(below, share), (above, 1 - share)]
  }
}
