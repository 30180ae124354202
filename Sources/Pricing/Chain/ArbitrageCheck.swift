/// A chain that was searched for prices which cannot all be right.
///
/// The rules are tried one after the other, simple ones first: bounds, verticals, butterflies, parity. A
/// wrong price breaks several, so what a finding has blamed is not looked at again; the worst breach of a
/// rule is taken first. Only fresh options count whose markets have two sides.
///
/// What is found depends on the discount: between far strikes a wrong rate looks like a wrong price.
public struct ArbitrageCheck: Sendable {
  /// What was found, in the order of the rules and the worst first.
  public private(set) var findings: [ChainFinding] = []

  let discount: Double
  let tolerance: Double
  /// Between which prices the forward is sold and bought; nil where that is not known.
  let forward: ClosedRange<Double>?

  /// What nothing was found against.
  private(set) var calls: PriceLadder
  private(set) var puts: PriceLadder

  /// Searches a chain.
  ///
  /// - Parameters:
  ///   - chain: the options of one expiry.
  ///   - discount: what a rupee at expiry is worth now, e^(-rT), above zero.
  ///   - forward: the bid and the ask of the forward, for the bounds. By itself it is that of the calls
  ///     and puts near the money; without any there are only the bounds that need none.
  ///   - tolerance: the rupees by which a rule may be broken, a tick by itself.
  public init(
    _ chain: OptionChain, discount: Double, forward: ClosedRange<Double>? = nil,
    tolerance: Double = 0.05
  ) {
    precondition(discount > 0 && discount.isFinite, "a discount is above zero")
    precondition(tolerance >= 0, "a tolerance is not below zero")
    self.discount = discount
    self.tolerance = tolerance
    self.forward = forward ?? ParityForward(chain, discount: discount)?.market
    calls = PriceLadder(chain, isCall: true)
    puts = PriceLadder(chain, isCall: false)
    judgeBounds()
    takeAll { $0.calls.worstVertical(discount: discount) }
    takeAll { $0.puts.worstVertical(discount: discount) }
    takeAll { $0.calls.worstButterfly() }
    takeAll { $0.puts.worstButterfly() }
    takeAll { $0.worstParity() }
  }

  /// Takes the worst breach of a rule until none is left.
  private mutating func takeAll(_ worst: (Self) -> ChainFinding?) {
    while let finding = worst(self), finding.amount > tolerance {
      take(finding)
    }
  }

  private mutating func take(_ finding: ChainFinding) {
    findings.append(finding)
    calls.remove(finding.legs)
    puts.remove(finding.legs)
  }

  private mutating func judgeBounds() {
    let breaches = (calls.rungs + puts.rungs).compactMap { breach(of: $0) }
    // Of equal amounts in the order of the ladders, said so that sorting need not keep it.
    let ordered = breaches.enumerated().sorted {
      ($1.element.amount, $0.offset) < ($0.element.amount, $1.offset)
    }
    for (_, finding) in ordered { take(finding) }
  }

  /// The bound that an option breaks by itself; it cannot break both.
  private func breach(of rung: PriceLadder.Rung) -> ChainFinding? {
    let isCall = rung.place > 0
    let strike = discount * rung.strike
    let sold = discount * (forward?.lowerBound ?? -.infinity)
    let bought = discount * (forward?.upperBound ?? .infinity)
    let above = rung.bid - (isCall ? bought : strike)
    let below = (isCall ? sold - strike : strike - bought) - rung.ask
    let (kind, units, amount): (ChainFinding.Kind, Double, Double) =
      above > below ? (.bound, -1, above) : (.intrinsic, 1, below)
    guard amount > tolerance else { return nil }
    let leg = ChainFinding.Leg(rung.strike, isCall: isCall, units: units)
    return ChainFinding(kind, [leg], amount: amount)
  }

  /// The two strikes whose calls and puts imply the forwards that are farthest apart: the underlying is
  /// sold by one and bought by the other.
  private func worstParity() -> ChainFinding? {
    let pairs = calls.rungs.compactMap { call in puts.rung(at: call.strike).map { (call, $0) } }
    let sold = pairs.map { $0.0.bid - $0.1.ask + discount * $0.0.strike }
    let bought = pairs.map { $0.0.ask - $0.1.bid + discount * $0.0.strike }
    guard let dear = sold.indices.max(by: { sold[$0] < sold[$1] }),
      let cheap = bought.indices.min(by: { bought[$0] < bought[$1] }), dear != cheap
    else { return nil }
    let legs = [
      calls.leg(pairs[dear].0, units: -1), puts.leg(pairs[dear].1, units: 1),
      calls.leg(pairs[cheap].0, units: 1), puts.leg(pairs[cheap].1, units: -1),
    ]
    return ChainFinding(.parity, legs, amount: sold[dear] - bought[cheap])
  }
}
