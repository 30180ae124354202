/// What the market shows of an option, in rupees; not a number where it shows nothing.
public struct OptionQuote: Sendable {
  /// The strike.
  public var strike: Double
  /// Whether the option is a call.
  public var isCall: Bool
  /// The best price that a buyer offers.
  public var bid = Double.nan
  /// The best price that a seller asks.
  public var ask = Double.nan
  /// The price of the last trade.
  public var last = Double.nan
  /// The closing price of the session before.
  public var previousClose = Double.nan
  /// The units that are open.
  public var openInterest = Double.nan
  /// The units that were traded since the open.
  public var volume = Double.nan
  /// Whether the quote is young enough to be set beside others.
  public var isFresh = true

  /// Creates a quote that shows nothing yet.
  public init(strike: Double, isCall: Bool) {
    self.strike = strike
    self.isCall = isCall
  }

  /// Whether both sides of the market are there, and do not cross.
  public var isTwoSided: Bool { bid > 0 && ask >= bid }

  /// What the seller asks above what the buyer offers.
  public var spread: Double { ask - bid }

  /// The middle between the two sides.
  public var middle: Double { bid + (ask - bid) * 0.5 }
}
