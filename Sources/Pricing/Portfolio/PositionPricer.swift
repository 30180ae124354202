/// Prices the same positions again and again as the market moves.
struct PositionPricer: ~Copyable {
  let positions: [Position]
  private var batch: OptionBatch
  /// What each position's instrument was worth last.
  private var prices: [Double]

  /// How many options are priced at a time: few enough to stay near the processor.
  private static let batchSize = 256

  /// Takes positions, which must be priceable, in an order of its own.
  init(_ positions: [Position]) {
    precondition(
      positions.allSatisfy(\.isPriceable), "positions that have no value are told apart before")
    self.positions = positions.inOrder
    batch = OptionBatch(capacity: Self.batchSize)
    prices = Array(repeating: 0, count: positions.count)
  }

  /// The sensitivities of all positions after a shift, and what the instrument of each is worth then.
  mutating func greeks(after shift: MarketShift) -> (greeks: NetGreeks, prices: [Double]) {
    var sums = GreekSums()
    for first in stride(from: 0, to: positions.count, by: Self.batchSize) {
      add(first..<min(first + Self.batchSize, positions.count), after: shift, to: &sums)
    }
    return (NetGreeks(sums), prices)
  }

  /// What the positions gain while the instruments go from one worth to another.
  func profit(from present: [Double], to prices: [Double]) -> Double {
    var sum = CompensatedSum()
    for index in positions.indices {
      sum.add(positions[index].quantity * (prices[index] - present[index]))
    }
    return sum.value
  }

  private mutating func add(
    _ range: Range<Int>, after shift: MarketShift, to sums: inout GreekSums
  ) {
    var options = 0
    for index in range {
      guard case .option(let terms) = positions[index].instrument, let terms = shift.terms(terms)
      else { continue }
      batch[options] = terms
      options += 1
    }
    batch.evaluate(count: options)
    var next = 0
    for index in range {
      let quantity = positions[index].quantity
      switch positions[index].instrument {
      case .underlying(let price):
        prices[index] = shift.price(price)
        sums.add(underlying: quantity, at: prices[index])
      case .option(let terms) where shift.isAlive(terms):
        prices[index] = batch.value(.price, next)
        sums.add(batch, next, quantity, at: shift.price(terms.underlying))
        next += 1
      case .option(let terms):
        prices[index] = shift.intrinsic(terms)
        sums.premium.add(quantity * prices[index])
      }
    }
  }
}
