/// The units in which values are given.
public enum ValueUnits: String, Sendable, Hashable, CaseIterable {
  /// A day for time, a point of a percent for volatility and rates.
  case people
  /// Those of the formula: a year for time, the whole for volatility and rates.
  case raw

  /// What a sensitivity in the units of the formula is multiplied by.
  public func factor(of quantity: Quantity, daysInYear: Double) -> Double {
    guard self == .people else { return 1 }
    let day = 1 / daysInYear
    return switch quantity {
    case .price, .delta, .gamma, .speed: 1
    case .theta, .charm, .color: day
    case .vega, .rho, .vanna, .zomma: 0.01
    case .vomma: 0.0001
    case .veta: 0.01 * day
    case .ultima: 0.000001
    }
  }

  /// What a volatility or a rate as a fraction is multiplied by.
  public var percent: Double { self == .people ? 100 : 1 }
}
