/// What the options of an expiry say together, once they are valued.
public struct ExpirySummary: Sendable {
  /// The number of the expiry in the ``Valuer``.
  public let expiry: Int
  /// The options of the expiry by their numbers in the valuer.
  public let members: [Int]
  /// What its forward came from.
  public let forwardSource: ForwardSource?
  /// What the chain says.
  public let chain: ChainSummary
  /// The volatility between the expiry before and this one; nil for the first, and where variance falls.
  public internal(set) var forwardVolatility: Double?
  /// Prices that cannot all be right.
  public internal(set) var findings: [ChainFinding]

  let check: ArbitrageCheck?

  /// Between which prices the forward can be sold and bought by calls and puts near the money; nil where
  /// that is not known.
  public var impliedMarket: ClosedRange<Double>? { check?.forward }

  init?(_ expiry: Int, _ valuer: borrowing Valuer) {
    members = (0..<valuer.count).filter { valuer.inputs[$0].expiry == expiry }
    // The quote that was seen last says how much time is left.
    guard let last = members.min(by: { valuer.isLater($0, than: $1) }) else { return nil }
    self.expiry = expiry
    let options = members.map { index in
      OptionChain.Option(
        valuer.inputs[index].quote,
        volatility: Self.sound(valuer.valuations[index].volatility))
    }
    let chain = OptionChain(options)
    let years = valuer.inputs[last].years
    forwardSource = valuer.valuations[last].forwardSource
    self.chain = ChainSummary(
      chain, forward: Self.sound(valuer.valuations[last].forward), years: years,
      rule: valuer.rules.price)
    let discount = valuer.discount(last)
    check = years > 0 && discount.isNormal ? ArbitrageCheck(chain, discount: discount) : nil
    findings = check?.findings ?? []
  }

  private static func sound(_ number: Double) -> Double? { number > 0 ? number : nil }
}

extension Valuer {
  /// Whether an option was seen later than another; by their terms where they were seen at once.
  fileprivate func isLater(_ one: Int, than other: Int) -> Bool {
    let (first, second) = (inputs[one], inputs[other])
    if first.years != second.years { return first.years < second.years }
    if first.quote.strike != second.quote.strike {
      return first.quote.strike < second.quote.strike
    }
    return first.quote.isCall && !second.quote.isCall
  }

  /// Sums up every expiry.
  ///
  /// - Parameter underlyings: for each expiry what its options are on, as a number: only expiries of one
  ///   underlying are set beside each other.
  public func summaries(underlyings: [Int]) -> [ExpirySummary] {
    var summaries = (0..<expiryCount).compactMap { ExpirySummary($0, self) }
    for underlying in Set(underlyings) {
      let places = summaries.indices
        .filter { underlyings[summaries[$0].expiry] == underlying }
        .sorted { summaries[$0].chain.years < summaries[$1].chain.years }
      let segments = TermStructure(places.map { summaries[$0].chain }).segments
      for (near, far) in zip(places, places.dropFirst()) {
        let years = summaries[far].chain.years
        summaries[far].forwardVolatility =
          segments.first { $0.far.years == years }?.forwardVolatility
        if let check = summaries[near].check, let later = summaries[far].check {
          summaries[near].findings += check.calendarFindings(against: later)
        }
      }
    }
    return summaries
  }
}
