/// Options that are priced together, in columns.
///
/// The memory is that of the batch and used again: fill it, evaluate it, read it, and fill it anew.
@safe
public struct OptionBatch: ~Copyable {
  /// How many options fit.
  public let capacity: Int

  /// The columns of the terms, in the order of ``OptionBlock/Terms``.
  private enum Input: Int, CaseIterable {
    case underlying, strike, years, volatility, rate, carry, sign, carryFollowsRate
  }

  private let blocks: UnsafeMutablePointer<OptionBlock>

  /// Creates a batch for at least so many options.
  public init(capacity: Int) {
    precondition(capacity > 0, "a batch has room for one option at least")
    let lanes = Lanes.scalarCount
    let count = (capacity + lanes - 1) / lanes
    self.capacity = count * lanes
    unsafe blocks = .allocate(capacity: count)
    let harmless = OptionTerms(
      underlying: 1, strike: 1, years: 1, volatility: 1, rate: 0, model: .forward, isCall: true)
    for index in 0..<self.capacity { self[index] = harmless }
  }

  deinit {
    unsafe blocks.deallocate()
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
      put(newValue, index)
    }
  }

  /// Sets the terms of an option, which are known to be priceable.
  @inline(__always)
  mutating func put(_ terms: OptionTerms, _ index: Int) {
    set(.underlying, index, terms.underlying)
    set(.strike, index, terms.strike)
    set(.years, index, terms.years)
    set(.volatility, index, terms.volatility)
    set(.rate, index, terms.rate)
    set(.carry, index, terms.carry)
    set(.sign, index, terms.isCall ? 1 : -1)
    set(.carryFollowsRate, index, terms.model == .forward ? 0 : 1)
  }

  /// A value of an option, after the batch was evaluated.
  @inline(__always)
  public func value(_ quantity: Quantity, _ index: Int) -> Double {
    precondition(index >= 0 && index < capacity, "no such option in the batch")
    return unsafe place(Input.allCases.count + quantity.rawValue, index).load(as: Double.self)
  }

  /// Copies a value of the first options, after the batch was evaluated.
  func copy(_ quantity: Quantity, count: Int, to target: inout MutableSpan<Double>) {
    precondition(count <= capacity && count <= target.count, "no such options in the batch")
    let column = Input.allCases.count + quantity.rawValue
    unsafe target.withUnsafeMutableBufferPointer { target in
      guard let start = target.baseAddress else { return }
      for first in stride(from: 0, to: count, by: Lanes.scalarCount) {
        let count = min(count - first, Lanes.scalarCount)
        let source = unsafe place(column, first).assumingMemoryBound(to: Double.self)
        unsafe (start + first).update(from: source, count: count)
      }
    }
  }

  /// Makes the values of an option that has none no numbers, until the batch is evaluated again.
  mutating func forget(_ index: Int) {
    precondition(index >= 0 && index < capacity, "no such option in the batch")
    for quantity in Quantity.allCases {
      unsafe place(Input.allCases.count + quantity.rawValue, index)
        .storeBytes(of: .nan, as: Double.self)
    }
  }

  /// Prices the first options of the batch.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - isExtended: whether the quantities from ``Quantity/veta`` on are wanted too.
  public mutating func evaluate(count: Int, isExtended: Bool = false) {
    precondition(count >= 0 && count <= capacity, "no such options in the batch")
    var kernel = OptionKernel()
    for index in 0..<(count + Lanes.scalarCount - 1) / Lanes.scalarCount {
      unsafe kernel.evaluate(&blocks[index], isExtended: isExtended)
    }
  }

  @inline(__always)
  private func input(_ column: Input, _ index: Int) -> Double {
    precondition(index >= 0 && index < capacity, "no such option in the batch")
    return unsafe place(column.rawValue, index).load(as: Double.self)
  }

  @inline(__always)
  private mutating func set(_ column: Input, _ index: Int, _ value: Double) {
    precondition(index >= 0 && index < capacity, "no such option in the batch")
    unsafe place(column.rawValue, index).storeBytes(of: value, as: Double.self)
  }

  /// Where a number of an option stands; the columns of its block follow each other.
  @inline(__always)
  private func place(_ column: Int, _ index: Int) -> UnsafeMutableRawPointer {
    let (block, lane) = index.quotientAndRemainder(dividingBy: Lanes.scalarCount)
    let offset = column * MemoryLayout<Lanes>.size + lane * MemoryLayout<Double>.size
    return unsafe UnsafeMutableRawPointer(blocks + block) + offset
  }
}
