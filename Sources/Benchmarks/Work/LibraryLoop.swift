/// A loop over options with the functions of the C library: the yardstick.
package final class LibraryLoop: Contender, Sendable {
  /// What is worked out of each option.
  enum Output {
    case price, priceAndGreeks
  }

  /// The nanoseconds that price and Greeks of an option took on the machine on which the requirements
  /// were set.
  package static let referenceNanoseconds = 39.0

  package let operations: Int
  private let options: [ChainOption]
  private let output: Output

  init(_ options: [ChainOption], _ output: Output) {
    self.options = options
    self.output = output
    operations = options.count
  }

  /// Prices as many options as there are rows of a stream: the first of them over and over, so that
  /// they stay in the cache.
  package init(rows: Int) {
    options = InMemory.options
    output = .priceAndGreeks
    operations = rows
  }

  /// The same, shared by threads.
  package static func shared(rows: Int, threads: Int) -> any Contender {
    if threads == 1 { return LibraryLoop(rows: rows) }
    return SharedWork(
      (0..<threads).map { thread in
        LibraryLoop(rows: rows * (thread + 1) / threads - rows * thread / threads)
      })
  }

  package func run() -> Double {
    var sum = 0.0
    var rest = operations
    while rest > 0 {
      let count = min(rest, options.count)
      sum += output == .price ? prices(count) : greeks(count)
      rest -= count
    }
    return sum
  }

  private func prices(_ count: Int) -> Double {
    var sum = 0.0
    for index in 0..<count { sum += LibraryFormula.price(options[index]) }
    return sum
  }

  private func greeks(_ count: Int) -> Double {
    var sum = 0.0
    for index in 0..<count { sum += LibraryFormula(options[index]).sum }
    return sum
  }
}
