/// Options whose volatilities are found from their prices together, in columns.
///
/// The memory is that of the batch and used again: fill it, solve it, read it, and fill it anew.
@safe
public struct VolatilityBatch: ~Copyable {
  /// How many options fit.
  public let capacity: Int

  private enum Column: Int, CaseIterable {
    case price, underlying, strike, years, rate, yield, sign, volatility
  }

  /// How far the columns are apart, in numbers.
  ///
  /// Three cache lines more than they need: columns a multiple of a page apart are in each other's way,
  /// and took half as long again.
  private let spacing: Int
  private let numbers: UnsafeMutableRawPointer
  /// What was known when an option was set, and after them what is known when the batch was solved.
  private let statuses: UnsafeMutablePointer<UInt8>
  /// Options that the kernel leaves to the search, up to as many as that takes at once.
  private var waiting = Waiting()

  /// Creates a batch for at least so many options, none of which has a price yet.
  public init(capacity: Int) {
    precondition(capacity > 0, "a batch has room for one option at least")
    let lanes = Lanes.scalarCount
    self.capacity = (capacity + lanes - 1) / lanes * lanes
    spacing = self.capacity + 3 * lanes
    unsafe numbers = .allocate(
      byteCount: spacing * MemoryLayout<Double>.size * Column.allCases.count,
      alignment: MemoryLayout<Lanes>.alignment)
    unsafe statuses = .allocate(capacity: self.capacity * 2)
    for index in 0..<self.capacity {
      refuse(index, .noPrice)
      finish(index, .noPrice, .nan)
    }
  }

  deinit {
    unsafe numbers.deallocate()
    unsafe statuses.deallocate()
  }

  /// Sets an option and its price, which may be anything: what has no volatility gets a status.
  ///
  /// The volatility of the terms is not looked at.
  @inline(__always)
  public mutating func set(_ index: Int, price: Double, _ terms: OptionTerms) {
    precondition(index >= 0 && index < capacity, "no such option in the batch")
    let status = VolatilityStatus.first(price: price, terms)
    guard status == .solved else { return refuse(index, status) }
    unsafe statuses[index] = status.rawValue
    put(price, .price, index)
    put(terms.underlying, .underlying, index)
    put(terms.strike, .strike, index)
    put(terms.years, .years, index)
    put(terms.rate, .rate, index)
    put(terms.yield, .yield, index)
    put(terms.isCall ? 1 : -1, .sign, index)
  }

  /// Whether an option has a volatility, after the batch was solved.
  @inline(__always)
  public func status(_ index: Int) -> VolatilityStatus {
    precondition(index >= 0 && index < capacity, "no such option in the batch")
    return VolatilityStatus(rawValue: unsafe statuses[capacity + index]) ?? .noPrice
  }

  /// The volatility of a year as a fraction, after the batch was solved; not a number where it has none.
  @inline(__always)
  public func volatility(_ index: Int) -> Double {
    precondition(index >= 0 && index < capacity, "no such option in the batch")
    return number(.volatility, index)
  }

  /// Finds the volatilities of the first options of the batch.
  public mutating func solve(count: Int) {
    precondition(count >= 0 && count <= capacity, "no such options in the batch")
    var expiry = ExpiryTerms()
    for first in stride(from: 0, to: count, by: Lanes.scalarCount) { solve(first, &expiry) }
    searchWaiting()
  }

  /// Solves eight options, or leaves some of them to the search.
  @inline(__always)
  private mutating func solve(_ first: Int, _ expiry: inout ExpiryTerms) {
    let (rate, yield, years) = (lanes(.rate, first), lanes(.yield, first), lanes(.years, first))
    expiry.update(rate: rate, yield: yield, years: years)
    let problem = VolatilityProblem(
      .init(
        price: lanes(.price, first), underlying: lanes(.underlying, first),
        strike: lanes(.strike, first), years: years, rate: rate, yield: yield,
        sign: lanes(.sign, first), discount: expiry.discount,
        yieldDiscount: expiry.yieldDiscount))
    let solution = VolatilityKernel.solve(problem)
    unsafe numbers.storeBytes(
      of: solution.deviation / expiry.root, toByteOffset: place(.volatility, first), as: Lanes.self)
    for index in first..<first + Lanes.scalarCount {
      unsafe statuses[capacity + index] = VolatilityStatus.solved.rawValue
    }
    guard solution.isFound != LaneMask(repeating: true) else { return }
    for lane in 0..<Lanes.scalarCount where !solution.isFound[lane] {
      settle(first + lane, problem, solution.deviation[lane], lane)
    }
  }
}

extension VolatilityBatch {
  /// Options for the search.
  fileprivate struct Waiting {
    var search = VolatilitySearch()
    var indices = SIMD8<Int>()
    var count = 0
  }

  /// Refuses an option that the kernel could not solve, or leaves it to the search.
  private mutating func settle(
    _ index: Int, _ problem: VolatilityProblem, _ guess: Double, _ lane: Int
  ) {
    let first = first(index)
    guard first == .solved else { return finish(index, first, .nan) }
    var (timeValue, room) = (problem.timeValue[lane], problem.room[lane])
    if min(abs(timeValue), abs(room)) <= problem.doubt[lane] {
      let bounds = VolatilityBounds(price: number(.price, index), terms(index))
      (timeValue, room) = (bounds.timeValue, bounds.room)
    }
    if timeValue <= 0 { return finish(index, .belowIntrinsic, .nan) }
    if room <= 0 { return finish(index, .aboveBound, .nan) }
    let (distance, unit) = (problem.distance[lane], problem.unit[lane])
    let target = timeValue / unit
    if target < 1e-280 && distance <= target * 1e-20 {
      // At the money the price is linear in so small a volatility.
      let root = number(.years, index).squareRoot()
      return finish(index, volatility: timeValue * (2.5066282746310002 / unit / root))
    }
    waiting.search.set(
      waiting.count, distance: distance, timeValue: timeValue, room: room, unit: unit,
      guess: guess)
    waiting.indices[waiting.count] = index
    waiting.count += 1
    if waiting.count == Lanes.scalarCount { searchWaiting() }
  }

  /// Solves the options that wait for the search.
  private mutating func searchWaiting() {
    guard waiting.count > 0 else { return }
    let deviations = waiting.search.solve()
    for lane in 0..<waiting.count {
      let index = waiting.indices[lane]
      finish(index, volatility: deviations[lane] / number(.years, index).squareRoot())
    }
    waiting = Waiting()
  }
}

extension VolatilityBatch {
  /// Keeps a reason for a refusal, and an option in the columns that the kernel leaves alone.
  private mutating func refuse(_ index: Int, _ status: VolatilityStatus) {
    unsafe statuses[index] = status.rawValue
    for column in [Column.underlying, .strike, .years, .sign] { put(1, column, index) }
    for column in [Column.rate, .yield] { put(0, column, index) }
    put(0, .price, index)
  }

  /// What was known of an option when it was set.
  private func first(_ index: Int) -> VolatilityStatus {
    VolatilityStatus(rawValue: unsafe statuses[index]) ?? .noPrice
  }

  private mutating func finish(_ index: Int, _ status: VolatilityStatus, _ volatility: Double) {
    unsafe statuses[capacity + index] = status.rawValue
    put(volatility, .volatility, index)
  }

  private mutating func finish(_ index: Int, volatility: Double) {
    guard volatility.isNormal else { return finish(index, .beyondRange, .nan) }
    finish(index, .solved, volatility)
  }

  private func terms(_ index: Int) -> OptionTerms {
    OptionTerms(
      underlying: number(.underlying, index), strike: number(.strike, index),
      years: number(.years, index), volatility: .nan, rate: number(.rate, index),
      model: .spot(yield: number(.yield, index)), isCall: number(.sign, index) > 0)
  }

  @inline(__always)
  private func lanes(_ column: Column, _ first: Int) -> Lanes {
    unsafe numbers.loadUnaligned(fromByteOffset: place(column, first), as: Lanes.self)
  }

  @inline(__always)
  private func number(_ column: Column, _ index: Int) -> Double {
    unsafe numbers.load(fromByteOffset: place(column, index), as: Double.self)
  }

  @inline(__always)
  private mutating func put(_ value: Double, _ column: Column, _ index: Int) {
    unsafe numbers.storeBytes(of: value, toByteOffset: place(column, index), as: Double.self)
  }

  @inline(__always)
  private func place(_ column: Column, _ index: Int) -> Int {
    // No overflow: every index was checked, and all columns lie in memory.
    (column.rawValue &* spacing &+ index) &* MemoryLayout<Double>.size
  }
}
