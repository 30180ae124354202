/// Where the price of an option was taken from.
public enum PriceSource: String, Sendable, Hashable, CaseIterable {
  /// The middle between bid and ask.
  case mid
  /// The last trade.
  case ltp
  case bid
  case ask
  /// The closing price of the session before.
  case close
}

/// Which price of a quote counts.
public enum PriceRule: Sendable, Hashable {
  /// The one that says most.
  case automatic
  /// This one or none.
  case only(PriceSource)

  /// The price of a quote and where it was taken from; nil when the quote has none of that kind.
  ///
  /// By itself the rule prefers the middle of a market that has two sides, unless it is so wide that a
  /// last trade within it says more; then the last trade. A market that crosses is none, and the close
  /// of the day before belongs to another forward, so it counts only where it is asked for.
  public func price(of quote: OptionQuote) -> (value: Double, source: PriceSource)? {
    switch self {
    case .only(let source): return Self.price(source, of: quote).map { ($0, source) }
    case .automatic:
      if quote.isTwoSided {
        let isLastInside = quote.last >= quote.bid && quote.last <= quote.ask
        return Self.isWide(quote) && isLastInside ? (quote.last, .ltp) : (quote.middle, .mid)
      }
      return quote.last > 0 ? (quote.last, .ltp) : nil
    }
  }

  private static func price(_ source: PriceSource, of quote: OptionQuote) -> Double? {
    let price =
      switch source {
      case .mid: quote.isTwoSided ? quote.middle : .nan
      case .ltp: quote.last
      case .bid: quote.bid
      case .ask: quote.ask
      case .close: quote.previousClose
      }
    return price > 0 ? price : nil
  }

  /// Whether a spread is more than a fifth of the price, and not only the few ticks of a cheap option.
  private static func isWide(_ quote: OptionQuote) -> Bool {
    quote.spread > 0.2 * quote.middle && quote.spread > 0.5
  }
}
