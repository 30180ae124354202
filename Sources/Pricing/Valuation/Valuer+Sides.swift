extension Valuer {
  /// Finds for every option in the money the one of the other right with the same strike.
  mutating func findOtherSides() {
    otherSides.removeAll(keepingCapacity: true)
    otherSides.append(contentsOf: repeatElement(-1, count: inputs.count))
    guard rules.volatilitySide == .otm else { return }
    var places: [SideKey: Int] = [:]
    for (index, input) in inputs.enumerated() where input.expiry >= 0 {
      let key = SideKey(input, isCall: input.quote.isCall)
      // Which of two rows of one contract is right cannot be known.
      places[key] = places[key] == nil ? index : -1
    }
    for (index, input) in inputs.enumerated() where input.expiry >= 0 {
      let isInTheMoney =
        input.quote.isCall
        ? valuations[index].forward > input.quote.strike
        : valuations[index].forward < input.quote.strike
      guard isInTheMoney, let other = places[SideKey(input, isCall: !input.quote.isCall)],
        other >= 0, inputs[other].quote.isFresh, valuations[other].marketPrice > 0,
        terms[other] != nil
      else { continue }
      otherSides[index] = other
      valuations[index].isOtherSide = true
      valuations[index].priceSource = valuations[other].priceSource
    }
  }

  /// Goes back to the own prices of options whose other sides have no volatility; false where there are
  /// none.
  mutating func leaveOtherSides(without solved: (Int) -> Bool) -> Bool {
    var isAny = false
    for index in inputs.indices where otherSides[index] >= 0 && !solved(index) {
      isAny = true
      otherSides[index] = -1
      valuations[index].isOtherSide = false
      valuations[index].priceSource = rules.price.price(of: inputs[index].quote)?.source
      if !(valuations[index].marketPrice > 0) { valuations[index].status = .noPrice }
    }
    return isAny
  }

  /// The terms and the price from which the volatility of an option is found; nil where it is not.
  @inline(__always)
  func problem(of index: Int) -> (terms: OptionTerms, price: Double)? {
    guard valuations[index].status == .ok, var terms = terms[index] else { return nil }
    let other = otherSides[index]
    guard other >= 0 else { return (terms, valuations[index].marketPrice) }
    terms.isCall.toggle()
    return (terms, valuations[other].marketPrice)
  }
}

/// An option among those of a snapshot.
private struct SideKey: Hashable {
  let expiry: Int
  let strike: Double
  let isCall: Bool

  init(_ input: ValuationInput, isCall: Bool) {
    expiry = input.expiry
    strike = input.quote.strike
    self.isCall = isCall
  }
}
