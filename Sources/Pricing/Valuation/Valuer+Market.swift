/// What is known of an expiry beside its options.
struct ExpiryContext {
  var future = Double.nan
  var spot = Double.nan
  /// The forward by put-call parity, once it was looked for.
  var parity = Double.nan
}

extension Valuer {
  /// Finds the forward of every option, and with it what the option is worth at least.
  mutating func findForwards() {
    findParity()
    for index in inputs.indices {
      let isLive = inputs[index].years > 0
      guard let (forward, source) = forward(of: index) else {
        valuations[index].status = isLive ? .noForward : .expired
        continue
      }
      let excess = forward - inputs[index].quote.strike
      let inside = inputs[index].quote.isCall ? excess : -excess
      valuations[index].setForward(
        forward, source, intrinsic: discounts[index] * max(inside, 0), isLive: isLive)
      if isLive { terms[index] = terms(of: index, forward: forward, source) }
    }
  }

  /// Finds the forwards by parity of the expiries that have no better ones.
  private mutating func findParity() {
    guard rules.model != .bsm, rules.forward.allows(.parity) else { return }
    for expiry in expiries.indices {
      if rules.forward.allows(.future) && expiries[expiry].future > 0 { continue }
      let members = inputs.indices.filter { inputs[$0].expiry == expiry && inputs[$0].years > 0 }
      // Quotes a moment apart: the last one says when the chain was looked at.
      guard let last = members.min(by: { inputs[$0].years < inputs[$1].years }) else { continue }
      let quotes = members.map { inputs[$0].quote }
      guard let forward = ParityForward(quotes, discount: discounts[last]) else { continue }
      expiries[expiry].parity = forward.value
    }
  }

  /// The best forward of an option that the rules allow.
  @inline(__always)
  private func forward(of index: Int) -> (value: Double, source: ForwardSource)? {
    let expiry = inputs[index].expiry
    let context = expiry >= 0 ? expiries[expiry] : ExpiryContext()
    let own = inputs[index].spot
    let spot = own > 0 ? own : context.spot
    if rules.model == .bsm, spot > 0 { return carried(spot, index) }
    let (rule, given) = (rules.forward, inputs[index].forward)
    if given > 0, rule.allows(.given) { return (given, .given) }
    if context.future > 0, rule.allows(.future) { return (context.future, .future) }
    if context.parity > 0, rule.allows(.parity) { return (context.parity, .parity) }
    return rule.allows(.spot) ? carried(spot, index) : nil
  }

  /// The forward that a spot price is carried to; nil where there is none, or none that is finite.
  @inline(never)
  private func carried(_ spot: Double, _ index: Int) -> (value: Double, source: ForwardSource)? {
    let forward = spot > 0 ? spot * growth(index) : .nan
    return forward > 0 && forward.isFinite ? (forward, .spot) : nil
  }

  /// What the spot price is carried to by its forward, e^((r-q)T).
  private func growth(_ index: Int) -> Double {
    let years = inputs[index].years
    if years <= 0 { return 1 }
    let dividends = rules.dividendYield
    return dividends == 0
      ? 1 / discounts[index] : LaneMath.exponential((rules.rate - dividends) * years)
  }

  @inline(__always)
  private func terms(of index: Int, forward: Double, _ source: ForwardSource) -> OptionTerms {
    let years = inputs[index].years
    var terms = OptionTerms(
      underlying: forward, strike: inputs[index].quote.strike, years: years, volatility: .nan,
      rate: rules.rate, model: .forward, isCall: inputs[index].quote.isCall)
    let isSpot = rules.model == .bsm || (rules.model == .automatic && source == .spot)
    if isSpot {
      terms.model = .spot(yield: rules.dividendYield)
      let (own, expiry) = (inputs[index].spot, inputs[index].expiry)
      let spot = own > 0 ? own : expiry >= 0 ? expiries[expiry].spot : .nan
      terms.underlying =
        source == .spot
        ? spot : forward * LaneMath.exponential((rules.dividendYield - rules.rate) * years)
    }
    return terms
  }

  /// Takes the price of every option from its quote.
  mutating func findPrices() {
    for index in inputs.indices {
      if let (price, source) = rules.price.price(of: inputs[index].quote) {
        valuations[index].marketPrice = price
        valuations[index].priceSource = source
      } else {
        valuations[index].marketPrice = inputs[index].givenPrice
      }
    }
    findOtherSides()
    for index in inputs.indices where valuations[index].status == .ok {
      if inputs[index].volatility > 0 {
        valuations[index].status = .given
        valuations[index].volatility = inputs[index].volatility
        valuations[index].priceSource = nil
      } else if !(valuations[index].marketPrice > 0), !valuations[index].isOtherSide {
        valuations[index].status = .noPrice
      }
    }
  }
}
