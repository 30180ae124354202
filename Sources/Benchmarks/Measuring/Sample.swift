/// Measurements of one thing, one from each pass.
///
/// The median and the deviation from it say what is usual on a machine that others use too; a mean
/// would say how often it was disturbed.
package struct Sample: Sendable, Equatable {
  private let sorted: [Double]

  /// Keeps measurements, of which there must be one at least.
  package init(_ values: [Double]) {
    precondition(!values.isEmpty, "nothing follows from no measurement")
    sorted = values.sorted()
  }

  /// How many there are.
  package var count: Int { sorted.count }

  /// The least of them.
  package var minimum: Double { sorted[0] }

  /// The one in the middle, or the mean of the two in the middle.
  package var median: Double { Self.median(sorted) }

  /// The median absolute deviation: half of the measurements lie within it around the median.
  package var deviation: Double {
    let middle = median
    return Self.median(sorted.map { abs($0 - middle) }.sorted())
  }

  /// The measurement that so many of a hundred do not exceed: a real one, nothing in between.
  package func percentile(_ percent: Int) -> Double {
    precondition((1...100).contains(percent), "a percentile is one of a hundred")
    return sorted[(sorted.count * percent + 99) / 100 - 1]
  }

  private static func median(_ sorted: [Double]) -> Double {
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
