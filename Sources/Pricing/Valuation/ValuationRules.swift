/// Where the forward of an option came from.
public enum ForwardSource: String, Sendable, Hashable, CaseIterable {
  /// It was given with the option.
  case given
  /// The future of the same expiry.
  case future
  /// The calls and puts of the same expiry, by put-call parity.
  case parity
  /// The spot price, carried to the expiry.
  case spot
}

/// Which forward counts.
public enum ForwardRule: Sendable, Hashable {
  /// The best there is, in the order of ``ForwardSource``.
  case automatic
  /// This one or none.
  case only(ForwardSource)

  func allows(_ source: ForwardSource) -> Bool {
    if case .only(let one) = self { one == source } else { true }
  }
}

/// Which formula prices an option.
public enum ModelRule: String, Sendable, Hashable, CaseIterable {
  /// Black's of 1976 where a forward was observed, that of Black, Scholes and Merton where there is only
  /// a spot price.
  case automatic = "auto"
  /// Black's formula, on the forward.
  case black76
  /// The formula of Black, Scholes and Merton, on the spot price.
  case bsm
}

/// Whose volatility an option in the money has.
public enum VolatilitySide: String, Sendable, Hashable, CaseIterable {
  /// That of its own price.
  case own
  /// That of the option out of the money with the same strike, whose price says more of it.
  case otm
}

/// How options are valued.
public struct ValuationRules: Sendable, Hashable {
  /// The rate of a year as a fraction, continuously compounded.
  public var rate = 0.0
  /// The rate of dividends of a year as a fraction, continuously compounded.
  public var dividendYield = 0.0
  /// Which formula is used.
  public var model = ModelRule.automatic
  /// Which forward counts.
  public var forward = ForwardRule.automatic
  /// Which price of a quote counts.
  public var price = PriceRule.automatic
  /// Whose volatility an option in the money has.
  public var volatilitySide = VolatilitySide.own
  /// Whether the loss of the next day is wanted.
  public var wantsNextDay = false
  /// Whether the quantities from ``Quantity/veta`` on are wanted.
  public var isExtended = false
  /// How many days a year has.
  public var daysInYear = 365.0

  /// Creates the usual rules.
  public init() {}
}
