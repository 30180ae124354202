/// Values options together: finds their forwards, their volatilities, their prices and sensitivities.
///
/// What belongs together is put in, then valued, then asked for; the memory is used again for the next.
/// The answers do not depend on the order of the options.
public struct Valuer: ~Copyable {
  /// How the options are valued.
  public let rules: ValuationRules

  /// The options, in the order in which they were added.
  public private(set) var inputs: [ValuationInput] = []
  var expiries: [ExpiryContext] = []
  /// What was found out of each option.
  public internal(set) var valuations: [Valuation] = []
  var terms: [OptionTerms?] = []
  var discounts: [Double] = []
  /// For every option the one whose price counts in place of its own; -1 where its own does.
  var otherSides: [Int] = []

  private var volatilities: VolatilityBatch
  private var options: OptionBatch
  private var tomorrow: OptionBatch
  /// Never looked at: beside a value of unknown size a valuer is only ever passed by its address, where
  /// else every call of a method that changes nothing copies it.
  private let anchor: any Sendable = ()

  /// Creates a valuer.
  public init(_ rules: ValuationRules) {
    self.rules = rules
    volatilities = VolatilityBatch(capacity: Self.usualCount)
    options = OptionBatch(capacity: Self.usualCount)
    tomorrow = OptionBatch(capacity: rules.wantsNextDay ? Self.usualCount : 1)
  }

  private static var usualCount: Int { 64 }

  /// How many options there are.
  public var count: Int { inputs.count }

  /// Forgets all options and expiries.
  public mutating func removeAll() {
    inputs.removeAll(keepingCapacity: true)
    expiries.removeAll(keepingCapacity: true)
  }

  /// Adds an expiry and returns its number.
  public mutating func addExpiry() -> Int {
    expiries.append(ExpiryContext())
    return expiries.count - 1
  }

  /// Notes the price of the future of an expiry.
  public mutating func setFuture(_ price: Double, of expiry: Int) {
    expiries[expiry].future = price
  }

  /// Notes the spot price for an expiry.
  public mutating func setSpot(_ price: Double, of expiry: Int) {
    expiries[expiry].spot = price
  }

  /// Adds an option and returns its number.
  @discardableResult
  public mutating func add(_ input: ValuationInput) -> Int {
    inputs.append(input)
    return inputs.count - 1
  }

  /// A sensitivity of an option, in the units of the formula; not a number where there is none.
  public func value(_ quantity: Quantity, _ index: Int) -> Double {
    options.value(quantity, index)
  }

  /// Copies a sensitivity of all options, likewise.
  public func copy(_ quantity: Quantity, to numbers: inout MutableSpan<Double>) {
    options.copy(quantity, count: count, to: &numbers)
  }

  /// What a rupee at the expiry of an option is worth now.
  public func discount(_ index: Int) -> Double { discounts[index] }

  /// How many expiries there are.
  public var expiryCount: Int { expiries.count }

  /// Values all options.
  public mutating func evaluate() {
    prepare()
    findForwards()
    findPrices()
    findVolatilities()
    priceAll()
    if rules.wantsNextDay { priceTomorrow() }
  }

  private mutating func prepare() {
    let count = inputs.count
    if options.capacity < count {
      let capacity = max(count, options.capacity * 2)
      volatilities = VolatilityBatch(capacity: capacity)
      options = OptionBatch(capacity: capacity)
      if rules.wantsNextDay { tomorrow = OptionBatch(capacity: capacity) }
    }
    valuations.removeAll(keepingCapacity: true)
    valuations.append(contentsOf: repeatElement(Valuation(), count: count))
    terms.removeAll(keepingCapacity: true)
    terms.append(contentsOf: repeatElement(nil, count: count))
    discounts.removeAll(keepingCapacity: true)
    for input in inputs { discounts.append(-rules.rate * max(input.years, 0)) }
    LaneMath.replaceByExponentials(&discounts)
  }

  /// Solves for the volatilities that were not given.
  private mutating func findVolatilities() {
    solve()
    if rules.volatilitySide == .otm, leaveUnsolvedSides() { solve() }
    for index in inputs.indices where valuations[index].status == .ok {
      valuations[index].status = ValuationStatus(volatilities.status(index))
      valuations[index].volatility = volatilities.volatility(index)
    }
  }

  private mutating func solve() {
    for index in inputs.indices {
      guard let (terms, price) = problem(of: index) else {
        volatilities.set(index, price: .nan, Self.nothing)
        continue
      }
      volatilities.set(index, price: price, terms)
    }
    volatilities.solve(count: inputs.count)
  }

  private mutating func leaveUnsolvedSides() -> Bool {
    let isSolved = inputs.indices.map { volatilities.status($0) == .solved }
    return leaveOtherSides { isSolved[$0] }
  }

  private static let nothing = OptionTerms(
    underlying: 1, strike: 1, years: 1, volatility: 1, rate: 0, model: .forward, isCall: true)

  private mutating func priceAll() {
    for index in inputs.indices {
      guard let terms = pricedTerms(index) else {
        options.put(Self.nothing, index)
        continue
      }
      options.put(terms, index)
      valuations[index].price = 0
    }
    options.evaluate(count: inputs.count, isExtended: rules.isExtended)
    for index in inputs.indices {
      if valuations[index].isPriced {
        valuations[index].price = options.value(.price, index)
      } else {
        options.forget(index)
      }
    }
  }

  /// The same options a day later, all else being as it is.
  private mutating func priceTomorrow() {
    let day = 1 / rules.daysInYear
    for index in inputs.indices {
      guard var terms = pricedTerms(index), terms.years > day else {
        tomorrow.put(Self.nothing, index)
        continue
      }
      terms.years -= day
      tomorrow.put(terms, index)
    }
    tomorrow.evaluate(count: inputs.count)
    for index in inputs.indices where valuations[index].isPriced {
      let isGone = inputs[index].years <= day
      let change = tomorrow.value(.price, index) - valuations[index].price
      // No more can be lost than there is.
      let least = -max(valuations[index].timeValue, 0)
      valuations[index].nextDay = isGone ? least : max(change, least)
    }
  }

  /// The terms of an option with its volatility; nil where it cannot be priced.
  public func pricedTerms(_ index: Int) -> OptionTerms? {
    guard var terms = terms[index] else { return nil }
    terms.volatility = valuations[index].volatility
    return terms.volatility > 0 && terms.isPriceable ? terms : nil
  }
}

extension ValuationStatus {
  init(_ status: VolatilityStatus) {
    switch status {
    case .solved: self = .ok
    case .noPrice: self = .noPrice
    case .expired: self = .expired
    case .belowIntrinsic: self = .belowIntrinsic
    case .aboveBound: self = .aboveBound
    default: self = .noVolatility
    }
  }
}

extension Valuer {
  /// The forward of an expiry, as the first of its options has it; not a number where none has one.
  public func forward(of expiry: Int) -> Double {
    let member = inputs.indices.first { inputs[$0].expiry == expiry }
    return member.map { valuations[$0].forward } ?? .nan
  }
}
