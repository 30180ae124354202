/// What the value of a European option follows from.
public struct OptionTerms: Sendable, Hashable {
  /// The price of the underlying: its forward, or its spot price.
  public var underlying: Double
  /// The strike, above zero.
  public var strike: Double
  /// The time to expiry in years, above zero.
  public var years: Double
  /// The volatility of a year as a fraction, above zero.
  public var volatility: Double
  /// The rate of a year as a fraction, continuously compounded.
  public var rate: Double
  /// What the underlying is.
  public var model: Model
  /// Whether the option is a call.
  public var isCall: Bool

  /// What the underlying is.
  public enum Model: Sendable, Hashable {
    /// A forward: Black's formula of 1976.
    case forward
    /// A spot price that pays dividends at a rate of the year, continuously: Black, Scholes and Merton.
    case spot(yield: Double)
  }

  /// Creates terms.
  public init(
    underlying: Double, strike: Double, years: Double, volatility: Double, rate: Double,
    model: Model, isCall: Bool
  ) {
    self.underlying = underlying
    self.strike = strike
    self.years = years
    self.volatility = volatility
    self.rate = rate
    self.model = model
    self.isCall = isCall
  }

  /// The rate at which the underlying is carried to its forward.
  var carry: Double {
    switch model {
    case .forward: 0
    case .spot(let yield): rate - yield
    }
  }

  /// Whether the formula has a value: every number finite, and those above zero that must be.
  public var isPriceable: Bool {
    Self.isPositive(underlying) && Self.isPositive(strike) && Self.isPositive(years)
      && Self.isPositive(volatility) && rate.isFinite && carry.isFinite
  }

  private static func isPositive(_ number: Double) -> Bool { number > 0 && number.isFinite }
}
