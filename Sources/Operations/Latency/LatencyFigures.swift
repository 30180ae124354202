/// How long an operation takes, as figures.
///
/// Percentiles lie between the two nearest measurements in proportion (R type 7).
package struct LatencyFigures: Sendable, Equatable {
  package let count: Int
  /// In milliseconds, as all others.
  package let mean: Double
  package let min: Double
  package let max: Double
  package let p50: Double
  package let p95: Double
  package let p99: Double

  /// Works out the figures of durations in microseconds; nil where there are none.
  package init?(microseconds: [Int64]) {
    let sorted = microseconds.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    func milliseconds(_ value: Double) -> Double { value / 1000 }
    func percentile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      let above = Swift.min(below + 1, sorted.count - 1)
      let gap = Double(sorted[above] - sorted[below])
      return milliseconds(Double(sorted[below]) + (place - Double(below)) * gap)
    }
    count = sorted.count
    mean = milliseconds(sorted.reduce(0) { $0 + Double($1) } / Double(sorted.count))
    min = milliseconds(Double(first))
    max = milliseconds(Double(last))
    p50 = percentile(0.50)
    p95 = percentile(0.95)
    p99 = percentile(0.99)
  }
}
