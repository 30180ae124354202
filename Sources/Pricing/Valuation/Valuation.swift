/// Why an option has a volatility, or why it has none.
public enum ValuationStatus: String, Sendable, Hashable, CaseIterable {
  /// It was found from the price.
  case ok
  /// It was given.
  case given
  /// The option has expired: only its intrinsic value is left.
  case expired
  /// There is nothing to take a forward from.
  case noForward = "no_forward"
  /// The market shows no price that can be used.
  case noPrice = "no_price"
  /// The price is not above the intrinsic value.
  case belowIntrinsic = "below_intrinsic"
  /// The price is not below what the option can be worth at most.
  case aboveBound = "above_bound"
  /// No volatility gives this price.
  case noVolatility = "no_volatility"
}

/// What is to be known of an option before it can be valued.
public struct ValuationInput: Sendable {
  /// What the market shows.
  public var quote: OptionQuote
  /// The time to expiry in years; zero or less after it.
  public var years: Double
  /// A price that was found elsewhere; not a number where there is none.
  public var givenPrice = Double.nan
  /// A forward that was given; not a number where there is none.
  public var forward = Double.nan
  /// The spot price; not a number where there is none.
  public var spot = Double.nan
  /// A volatility of a year that was given, as a fraction; not a number where it is to be found.
  public var volatility = Double.nan
  /// The expiry that the option belongs to, by its number in the ``Valuer``; -1 where it stands alone.
  public var expiry = -1

  /// Creates an input.
  public init(_ quote: OptionQuote, years: Double) {
    self.quote = quote
    self.years = years
  }
}

/// What was found out of an option beside its sensitivities; what is not there is not a number.
public struct Valuation: Sendable {
  /// Why there is a volatility, or why there is none.
  public internal(set) var status = ValuationStatus.noForward
  /// The forward.
  public internal(set) var forward = Double.nan
  /// Where it came from.
  public internal(set) var forwardSource: ForwardSource?
  /// The price that the market shows.
  public internal(set) var marketPrice = Double.nan
  /// Where the price came from that the volatility was found from; nil where that was given.
  public internal(set) var priceSource: PriceSource?
  /// Whether that price is the one of the option of the other right.
  public internal(set) var isOtherSide = false
  /// The volatility of a year, as a fraction.
  public internal(set) var volatility = Double.nan
  /// The least that the option is worth: what it is in the money by its forward, discounted.
  public internal(set) var intrinsic = Double.nan
  /// The price that the formula gives.
  public internal(set) var price = Double.nan
  /// What the option loses until the same time tomorrow if nothing moves, as a change.
  public internal(set) var nextDay = Double.nan

  /// Notes the forward, and with it what the option is worth at least.
  @inline(__always)
  mutating func setForward(
    _ forward: Double, _ source: ForwardSource, intrinsic: Double, isLive: Bool
  ) {
    self.forward = forward
    forwardSource = source
    self.intrinsic = intrinsic
    status = isLive ? .ok : .expired
  }

  /// The price above the intrinsic value.
  public var timeValue: Double { price - intrinsic }

  /// Whether the formula has values.
  public var isPriced: Bool { !price.isNaN }
}
