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
      let input = inputs[index]
      guard let (forward, source) = forward(of: input, discount: discounts[index]) else {
        valuations[index].status = input.years > 0 ? .noForward : .expired
        continue
      }
      valuations[index].forward = forward
      valuations[index].forwardSource = source
      let sign: Double = input.quote.isCall ? 1 : -1
      valuations[index].intrinsic =
        discounts[index] * max(sign * (forward - input.quote.strike), 0)
      valuations[index].status = input.years > 0 ? .ok : .expired
      if input.years > 0 { terms[index] = terms(of: input, forward: forward, source) }
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
  private func forward(
    of input: ValuationInput, discount: Double
  ) -> (value: Double, source: ForwardSource)? {
    let context = input.expiry >= 0 ? expiries[input.expiry] : ExpiryContext()
    let spot = input.spot > 0 ? input.spot : context.spot
    if rules.model == .bsm, spot > 0 {
      return (spot * growth(input.years, discount), .spot)
    }
    let rule = rules.forward
    if input.forward > 0, rule.allows(.given) { return (input.forward, .given) }
    if context.future > 0, rule.allows(.future) { return (context.future, .future) }
    if context.parity > 0, rule.allows(.parity) { return (context.parity, .parity) }
    guard spot > 0, rules.forward.allows(.spot) else { return nil }
    return (spot * growth(input.years, discount), .spot)
  }

  /// What the spot price is carried to by its forward, e^((r-q)T).
  private func growth(_ years: Double, _ discount: Double) -> Double {
    if years <= 0 { return 1 }
    let dividends = rules.dividendYield
    return dividends == 0 ? 1 / discount : LaneMath.exponential((rules.rate - dividends) * years)
  }

  private func terms(
    of input: ValuationInput, forward: Double, _ source: ForwardSource
  ) -> OptionTerms {
    var terms = OptionTerms(
      underlying: forward, strike: input.quote.strike, years: input.years, volatility: .nan,
      rate: rules.rate, model: .forward, isCall: input.quote.isCall)
    let isSpot = rules.model == .bsm || (rules.model == .automatic && source == .spot)
    if isSpot {
      terms.model = .spot(yield: rules.dividendYield)
      let spot =
        input.spot > 0 ? input.spot : input.expiry >= 0 ? expiries[input.expiry].spot : .nan
      terms.underlying =
        source == .spot
        ? spot : forward * LaneMath.exponential((rules.dividendYield - rules.rate) * input.years)
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
