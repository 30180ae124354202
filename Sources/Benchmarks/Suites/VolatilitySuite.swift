import Pricing

extension Suite {
  /// Implied volatilities of which nothing is known before.
  package static let volatility = Suite(
    name: "iv", measures: "implied volatilities of \(InMemory.count) options of a chain in memory",
    yardstick: "price and 8 Greeks of each with log, exp and erfc of the C library",
    entries: [
      Entry(
        Requirement(40, .nanoseconds, besideYardstickOf: LibraryLoop.referenceNanoseconds))
    ]
  ) { _, _ in
    { _ in
      Pair(
        subject: VolatilityFinding(InMemory.options),
        yardstick: LibraryLoop(InMemory.options, .priceAndGreeks))
    }
  }
}

/// Finds the volatilities of options from their prices.
final class VolatilityFinding: Contender {
  let operations: Int
  private(set) var batch: VolatilityBatch

  init(_ options: [ChainOption]) {
    operations = options.count
    batch = VolatilityBatch(capacity: options.count)
    for (index, option) in options.enumerated() {
      batch.set(index, price: option.rupees, option.terms)
    }
  }

  func run() -> Double {
    batch.solve(count: operations)
    return batch.volatility(0) + batch.volatility(operations - 1)
  }
}
