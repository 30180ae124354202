import Pricing

extension Suite {
  /// Prices and the eight Greeks of the first and the second order that always come with them.
  package static let greeks = Suite(
    name: "greeks", measures: "price and 8 Greeks of \(InMemory.count) options, left in memory",
    yardstick: "the same with log, exp and erfc of the C library",
    entries: [
      Entry(
        Requirement(18, .nanoseconds, besideYardstickOf: LibraryLoop.referenceNanoseconds))
    ]
  ) { _, _ in
    { _ in
      Pair(
        subject: BatchPricing(
          InMemory.options, reading: Quantity.allCases.filter { !$0.isExtended }, of: 1),
        yardstick: LibraryLoop(InMemory.options, .priceAndGreeks))
    }
  }
}
