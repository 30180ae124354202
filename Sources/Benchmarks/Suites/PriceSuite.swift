import Pricing

extension Suite {
  /// Prices alone.
  package static let price = Suite(
    name: "price", measures: "prices of \(InMemory.count) options in memory, each of them read",
    yardstick: "the same prices with log, exp and erfc of the C library",
    entries: [Entry(nil)]
  ) { _, _ in
    { _ in
      Pair(
        subject: BatchPricing(InMemory.options, reading: [.price], of: InMemory.count),
        yardstick: LibraryLoop(InMemory.options, .price))
    }
  }
}
