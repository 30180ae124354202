/// The sensitivities of several positions together.
///
/// Each is the sum of the units times what the formula gives for one, in the units of the formula: years,
/// fractions, whole rates. It is the same, to the bit, for any order of the positions. Sums over several
/// underlyings mean something in rupees only.
public struct NetGreeks: Sendable, Hashable {
  /// What the options are worth in rupees; a future costs nothing.
  public let premium: Double
  /// The delta, in units of the underlying.
  public let delta: Double
  /// The change of the delta for a rupee of the underlying.
  public let gamma: Double
  /// The rupees that a year of time would bring at the rate of this moment.
  public let theta: Double
  /// The rupees that a whole unit of volatility would bring.
  public let vega: Double
  /// The rupees that a whole unit of the rate would bring.
  public let rho: Double

  /// The delta in rupees: what the underlying is worth that moves as the positions do.
  public let deltaExposure: Double
  /// The change of that, in rupees, for a move of the underlying by one percent: Γ·X²/100.
  public let gammaExposure: Double

  /// Adds up positions; they must be priceable.
  public init(_ positions: [Position]) {
    var pricer = PositionPricer(positions)
    self = pricer.greeks(after: .none).greeks
  }

  init(_ sums: GreekSums) {
    premium = sums.premium.value
    delta = sums.delta.value
    gamma = sums.gamma.value
    theta = sums.theta.value
    vega = sums.vega.value
    rho = sums.rho.value
    deltaExposure = sums.deltaExposure.value
    gammaExposure = sums.gammaExposure.value
  }
}

/// The sensitivities of positions while they are added up.
struct GreekSums {
  var premium = CompensatedSum()
  var delta = CompensatedSum()
  var gamma = CompensatedSum()
  var theta = CompensatedSum()
  var vega = CompensatedSum()
  var rho = CompensatedSum()
  var deltaExposure = CompensatedSum()
  var gammaExposure = CompensatedSum()

  /// Adds units of an option of a batch.
  mutating func add(
    _ batch: borrowing OptionBatch, _ index: Int, _ quantity: Double, at price: Double
  ) {
    let units = quantity * batch.value(.delta, index)
    let bend = quantity * batch.value(.gamma, index)
    premium.add(quantity * batch.value(.price, index))
    delta.add(units)
    gamma.add(bend)
    theta.add(quantity * batch.value(.theta, index))
    vega.add(quantity * batch.value(.vega, index))
    rho.add(quantity * batch.value(.rho, index))
    deltaExposure.add(units * price)
    gammaExposure.add(bend * price * (price / 100))
  }

  /// Adds units of what moves as the underlying does.
  mutating func add(underlying quantity: Double, at price: Double) {
    delta.add(quantity)
    deltaExposure.add(quantity * price)
  }
}
