/// What a chain of one expiry says as a whole.
///
/// Volatilities are fractions of a year, prices rupees, time is years. It is the same, to the bit, for
/// any order of the options.
public struct ChainSummary: Sendable, Hashable {
  /// The forward that it was seen from; nil where none is known.
  public let forward: Double?
  /// The time to expiry.
  public let years: Double

  /// The strike nearest the forward, the lower of two.
  public let atTheMoneyStrike: Double?
  /// The volatility at the forward.
  ///
  /// It runs straight, along the strikes, between the nearest put below the forward and the nearest call
  /// above it that have a volatility; nil unless there are both.
  public let atTheMoneyVolatility: Double?
  /// The skew; nil where a wing does not reach a delta of a quarter.
  public let skew: ChainSkew?

  /// What call and put of the strike at the money cost together; nil unless both are fresh and have a
  /// price.
  public let straddle: Double?
  /// One standard deviation of the underlying until expiry by its volatility: F·σ·√T.
  public let oneSigmaMove: Double?
  /// What is open and was traded of the calls.
  public let calls: ChainActivity
  /// What is open and was traded of the puts.
  public let puts: ChainActivity
  /// The strike at which the holders of all open options would get least.
  ///
  /// Where several strikes are alike it is the one nearest the forward; nil where nothing is open.
  public let maxPain: Double?

  /// The puts that are open, to a call that is open; nil where no call is.
  public var openInterestRatio: Double? {
    ChainActivity.ratio(puts.openInterest, to: calls.openInterest)
  }

  /// The puts that were traded, to a call that was traded; nil where no call was.
  public var volumeRatio: Double? {
    ChainActivity.ratio(puts.volume, to: calls.volume)
  }

  /// Sums up a chain.
  ///
  /// - Parameters:
  ///   - chain: the options of one expiry with their implied volatilities.
  ///   - forward: the forward of the expiry, where one is known.
  ///   - years: the time to expiry.
  ///   - rule: which price of a quote the straddle is made of.
  public init(
    _ chain: OptionChain, forward: Double?, years: Double, rule: PriceRule = .automatic
  ) {
    let forward = forward.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    let rows = chain.rows
    self.forward = forward
    self.years = years
    calls = ChainActivity(rows.compactMap(\.call))
    puts = ChainActivity(rows.compactMap(\.put))
    maxPain = MaxPain.strike(of: rows, nearest: forward)
    guard let forward else {
      (atTheMoneyStrike, atTheMoneyVolatility, skew) = (nil, nil, nil)
      (straddle, oneSigmaMove) = (nil, nil)
      return
    }
    let strike = MaxPain.nearest(rows.map(\.strike), to: forward)
    let smile = Smile(rows, forward: forward, years: years)
    atTheMoneyStrike = strike
    atTheMoneyVolatility = smile.atTheMoney
    skew = ChainSkew(smile)
    oneSigmaMove = smile.atTheMoney.map { forward * $0 * years.squareRoot() }
    straddle = rows.first { $0.strike == strike }.flatMap { Self.straddle(of: $0, rule) }
  }

  private static func straddle(of row: OptionChain.Row, _ rule: PriceRule) -> Double? {
    guard let call = row.call?.quote, let put = row.put?.quote, call.isFresh, put.isFresh,
      let callPrice = rule.price(of: call), let putPrice = rule.price(of: put)
    else { return nil }
    return callPrice.value + putPrice.value
  }
}
