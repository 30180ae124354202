/// The calls or the puts of an expiry whose markets can be traded.
///
/// Puts are seen from above: with the strikes turned around they must fall along the ladder, be convex
/// and fall no faster than the discounted strikes rise, just as calls must.
struct PriceLadder {
  /// An option that can be bought and sold.
  struct Rung {
    let strike: Double
    /// The strike, below zero of a put.
    let place: Double
    let bid: Double
    let ask: Double
  }

  let isCall: Bool
  /// The options, in rising places.
  private(set) var rungs: [Rung]

  /// The options of one side with two sides of a fresh market.
  init(_ chain: OptionChain, isCall: Bool) {
    self.isCall = isCall
    let rungs = chain.rows.compactMap { row -> Rung? in
      guard let quote = (isCall ? row.call : row.put)?.quote, quote.isFresh, quote.isTwoSided,
        quote.ask.isFinite
      else { return nil }
      return Rung(
        strike: row.strike, place: isCall ? row.strike : -row.strike, bid: quote.bid,
        ask: quote.ask)
    }
    self.rungs = isCall ? rungs : rungs.reversed()
  }

  func rung(at strike: Double) -> Rung? {
    rungs.first { $0.strike == strike }
  }

  /// Takes out what a finding has blamed.
  mutating func remove(_ legs: [ChainFinding.Leg], isLater: Bool = false) {
    let blamed = legs.filter { $0.isCall == isCall && $0.isLater == isLater }.map(\.strike)
    rungs.removeAll { blamed.contains($0.strike) }
  }

  func leg(_ rung: Rung, units: Double, isLater: Bool = false) -> ChainFinding.Leg {
    ChainFinding.Leg(rung.strike, isCall: isCall, units: units, isLater: isLater)
  }
}
