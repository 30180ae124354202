/// A call and a put of one strike, which together are a forward.
///
/// Whoever buys the call and sells the put will own the underlying for the strike, whatever happens.
struct ParityPair {
  /// The strike.
  let strike: Double
  /// The forward that the pair implies.
  let forward: Double
  /// What the forward is sold and bought for by the pair; both are the same of trades.
  let market: ClosedRange<Double>
  /// The sum of the two spreads in rupees; zero of trades.
  let spread: Double

  /// The most by which call and put can differ within their markets: how far the money may be.
  let distance: Double

  /// The pair of a row by its two markets; nil unless both are fresh and have two sides.
  init?(quotesOf row: OptionChain.Row, discount: Double) {
    guard let call = row.call?.quote, let put = row.put?.quote, call.isFresh, put.isFresh,
      call.isTwoSided, put.isTwoSided
    else { return nil }
    let difference = call.middle - put.middle
    self.init(
      strike: row.strike, difference: difference,
      bounds: (call.bid - put.ask, call.ask - put.bid), spread: call.spread + put.spread,
      discount: discount)
  }

  /// The pair of a row by its two last trades; nil unless both are fresh.
  init?(tradesOf row: OptionChain.Row, discount: Double) {
    guard let call = row.call?.quote, let put = row.put?.quote, call.isFresh, put.isFresh,
      call.last > 0, put.last > 0
    else { return nil }
    let difference = call.last - put.last
    self.init(
      strike: row.strike, difference: difference, bounds: (difference, difference), spread: 0,
      discount: discount)
  }

  private init?(
    strike: Double, difference: Double, bounds: (lower: Double, upper: Double), spread: Double,
    discount: Double
  ) {
    let forward = strike + difference / discount
    let lower = strike + bounds.lower / discount
    let upper = strike + bounds.upper / discount
    guard forward > 0, lower.isFinite, upper.isFinite, lower <= upper else { return nil }
    self.strike = strike
    self.forward = forward
    self.market = lower...upper
    self.spread = spread
    self.distance = abs(difference) + spread / 2
  }
}
