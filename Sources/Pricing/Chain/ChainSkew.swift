/// How far the volatilities of the wings are from that at the money.
///
/// At the options out of the money whose delta is a quarter: by Black's formula of 1976 and undiscounted,
/// so N(d1) = 0.25 of the call and 0.75 of the put. Between two strikes the volatility runs straight
/// along the deltas.
public struct ChainSkew: Sendable, Hashable {
  /// The volatility of the call with a delta of a quarter.
  public let callVolatility: Double
  /// The volatility of the put with a delta of minus a quarter.
  public let putVolatility: Double
  /// The volatility of the call less that of the put.
  public let riskReversal: Double
  /// The mean of both less the volatility at the money.
  public let butterfly: Double

  /// The skew of a smile; nil where a wing does not reach that delta from both sides.
  init?(_ smile: Smile) {
    guard let call = Smile.volatility(smile.calls, atDelta: 0.25),
      let put = Smile.volatility(smile.puts, atDelta: 0.25), let middle = smile.atTheMoney
    else { return nil }
    callVolatility = call
    putVolatility = put
    riskReversal = call - put
    butterfly = (call + put) / 2 - middle
  }
}
