/// Options that are priced together, in columns.
///
/// The memory is that of the batch and used again: fill it, evaluate it, read it, and fill it anew.
@safe
public struct OptionBatch: ~Copyable {
  /// How many options fit.
  public let capacity: Int

  private enum Input: Int, CaseIterable {
    case underlying, strike, years, volatility, rate, carry, sign, carryFollowsRate
  }

  private let inputs: UnsafeMutableRawPointer
  private let results: UnsafeMutableRawPointer

  /// Creates a batch for at least so many options.
  public init(capacity: Int) {
    precondition(capacity > 0, "a batch has room for one option at least")
    let lanes = Lanes.scalarCount
    self.capacity = (capacity + lanes - 1) / lanes * lanes
    let column = self.capacity * MemoryLayout<Double>.size
    unsafe inputs = .allocate(
      byteCount: column * Input.allCases.count, alignment: MemoryLayout<Lanes>.alignment)
    unsafe results = .allocate(
      byteCount: column * Quantity.allCases.count, alignment: MemoryLayout<Lanes>.alignment)
    let harmless = OptionTerms(
      underlying: 1, strike: 1, years: 1, volatility: 1, rate: 0, model: .forward, isCall: true)
    for index in 0..<self.capacity { self[index] = harmless }
  }

  deinit {
    unsafe inputs.deallocate()
    unsafe results.deallocate()
  }

  /// The terms of an option; they must be priceable.
  public subscript(index: Int) -> OptionTerms {
    get {
      let rate = input(.rate, index)
      let isSpot = input(.carryFollowsRate, index) != 0
      return OptionTerms(
        underlying: input(.underlying, index), strike: input(.strike, index),
        years: input(.years, index), volatility: input(.volatility, index), rate: rate,
        model: isSpot ? .spot(yield: rate - input(.carry, index)) : .forward,
        isCall: input(.sign, index) > 0)
    }
    set {
      precondition(newValue.isPriceable, "terms that have no value are told apart before")
      set(.underlying, index, newValue.underlying)
      set(.strike, index, newValue.strike)
      set(.years, index, newValue.years)
      set(.volatility, index, newValue.volatility)
      set(.rate, index, newValue.rate)
      set(.carry, index, newValue.carry)
      set(.sign, index, newValue.isCall ? 1 : -1)
      set(.carryFollowsRate, index, newValue.model == .forward ? 0 : 1)
    }
  }

  /// A value of an option, after the batch was evaluated.
  @inline(__always)
  public func value(_ quantity: Quantity, _ index: Int) -> Double {
    precondition(index >= 0 && index < capacity, "no such option in the batch")
    return unsafe results.load(
      fromByteOffset: (quantity.rawValue * capacity + index) * MemoryLayout<Double>.size,
      as: Double.self)
  }

  /// Prices the first options of the batch.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - isExtended: whether the quantities from ``Quantity/veta`` on are wanted too.
  public mutating func evaluate(count: Int, isExtended: Bool = false) {
    precondition(count >= 0 && count <= capacity, "no such options in the batch")
    if isExtended {
      run(count, isExtended: true)
    } else {
      run(count, isExtended: false)
    }
  }

  @inline(__always)
  private mutating func run(_ count: Int, isExtended: Bool) {
    var discounts = Discounts()
    for first in stride(from: 0, to: count, by: Lanes.scalarCount) {
      let (rate, carry, years) = (lanes(.rate, first), lanes(.carry, first), lanes(.years, first))
      discounts.update(rate: rate, carry: carry, years: years)
      let terms = OptionKernel.Terms(
        underlying: lanes(.underlying, first), strike: lanes(.strike, first), years: years,
        volatility: lanes(.volatility, first), rate: rate, carry: carry,
        discount: discounts.ofStrike, carryDiscount: discounts.ofUnderlying,
        sign: lanes(.sign, first), carryFollowsRate: lanes(.carryFollowsRate, first))
      let values = OptionKernel.values(terms, isExtended: isExtended)
      store(values.price, .price, first)
      store(values.delta, .delta, first)
      store(values.gamma, .gamma, first)
      store(values.theta, .theta, first)
      store(values.vega, .vega, first)
      store(values.rho, .rho, first)
      store(values.vanna, .vanna, first)
      store(values.vomma, .vomma, first)
      store(values.charm, .charm, first)
      guard isExtended else { continue }
      store(values.veta, .veta, first)
      store(values.speed, .speed, first)
      store(values.zomma, .zomma, first)
      store(values.color, .color, first)
      store(values.ultima, .ultima, first)
    }
  }

  @inline(__always)
  private func lanes(_ column: Input, _ first: Int) -> Lanes {
    unsafe inputs.loadUnaligned(fromByteOffset: place(column, first), as: Lanes.self)
  }

  @inline(__always)
  private mutating func store(_ lanes: Lanes, _ quantity: Quantity, _ first: Int) {
    unsafe results.storeBytes(
      of: lanes,
      toByteOffset: (quantity.rawValue * capacity + first) * MemoryLayout<Double>.size,
      as: Lanes.self)
  }

  @inline(__always)
  private func input(_ column: Input, _ index: Int) -> Double {
    precondition(index >= 0 && index < capacity, "no such option in the batch")
    return unsafe inputs.load(fromByteOffset: place(column, index), as: Double.self)
  }

  @inline(__always)
  private mutating func set(_ column: Input, _ index: Int, _ value: Double) {
    precondition(index >= 0 && index < capacity, "no such option in the batch")
    unsafe inputs.storeBytes(of: value, toByteOffset: place(column, index), as: Double.self)
  }

  @inline(__always)
  private func place(_ column: Input, _ index: Int) -> Int {
    (column.rawValue * capacity + index) * MemoryLayout<Double>.size
  }
}

/// The discounts of eight options, which are those of the eight before them in a chain of one expiry.
private struct Discounts {
  private var strikeExponent = Lanes.zero
  private var underlyingExponent = Lanes.zero
  /// The discount of the strike, e^(-rT).
  private(set) var ofStrike = Lanes(repeating: 1)
  /// The discount of the underlying, e^((b-r)T).
  private(set) var ofUnderlying = Lanes(repeating: 1)

  @inline(__always)
  mutating func update(rate: Lanes, carry: Lanes, years: Lanes) {
    let strike = -(rate * years)
    let underlying = (carry - rate) * years
    if strike != strikeExponent {
      strikeExponent = strike
      ofStrike = LaneMath.exponential(strike)
    }
    if underlying != underlyingExponent {
      underlyingExponent = underlying
      ofUnderlying = underlying == strike ? ofStrike : LaneMath.exponential(underlying)
    }
  }
}
