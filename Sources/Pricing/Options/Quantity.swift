/// What is computed of an option.
///
/// Units are those of the formula: time in years, volatility and rates as fractions. Sensitivities to
/// time are those to time that passes, so theta is what an option loses.
public enum Quantity: Int, Sendable, Hashable, CaseIterable {
  case price
  /// The change of the price with the underlying.
  case delta
  /// The change of delta with the underlying.
  case gamma
  /// The change of the price with time.
  case theta
  /// The change of the price with volatility.
  case vega
  /// The change of the price with the rate.
  case rho
  /// The change of delta with volatility.
  case vanna
  /// The change of vega with volatility.
  case vomma
  /// The change of delta with time.
  case charm
  /// The change of vega with time.
  case veta
  /// The change of gamma with the underlying.
  case speed
  /// The change of gamma with volatility.
  case zomma
  /// The change of gamma with time.
  case color
  /// The change of vomma with volatility.
  case ultima

  /// The first of those that are only computed where they are asked for.
  static let firstExtended = Quantity.veta.rawValue

  /// Whether it is only computed where it is asked for.
  public var isExtended: Bool { rawValue >= Self.firstExtended }
}
