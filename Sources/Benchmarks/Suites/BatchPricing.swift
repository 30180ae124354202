import Pricing

/// Prices options in a batch.
final class BatchPricing: Contender {
  let operations: Int
  private(set) var batch: OptionBatch
  private let quantities: [Quantity]
  private let readCount: Int

  /// Fills a batch, which is evaluated anew in every run.
  ///
  /// - Parameters:
  ///   - quantities: which of the results are read.
  ///   - readCount: of how many options; all results are in memory after a run, and to read each of them
  ///     would take as long as to find it.
  init(_ options: [ChainOption], reading quantities: [Quantity], of readCount: Int) {
    operations = options.count
    self.quantities = quantities
    self.readCount = readCount
    batch = OptionBatch(capacity: options.count)
    for (index, option) in options.enumerated() { batch[index] = option.terms }
  }

  func run() -> Double {
    batch.evaluate(count: operations)
    var sum = 0.0
    for quantity in quantities {
      for index in 0..<readCount { sum += batch.value(quantity, index) }
    }
    return sum
  }
}
