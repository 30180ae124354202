/// How long ticks were under way, counted in room that does not grow.
///
/// Up to 64 ms each millisecond has a count of its own; above, spans share one whose length is at most
/// a thirty-second of what is counted there.
package struct LagHistogram: Sendable {
  private var counts = [Int](repeating: 0, count: 64 + 32 * 58)
  package private(set) var count = 0

  /// Begins with nothing.
  package init() {}

  /// Counts a lag; one below nothing, which only clocks that differ make, is none.
  package mutating func add(milliseconds: Int64) {
    counts[Self.place(of: UInt64(max(0, milliseconds)))] += 1
    count += 1
  }

  /// The lag in milliseconds that so many hundredths of all do not exceed; nil where there is none.
  package func percentile(_ percent: Double) -> Int64? {
    guard count > 0 else { return nil }
    let wanted = max(1, (Double(count) * percent / 100).rounded(.up))
    var sum = 0
    for (place, count) in counts.enumerated() where count > 0 {
      sum += count
      if Double(sum) >= wanted { return Self.end(of: place) }
    }
    return nil
  }

  private static func place(of lag: UInt64) -> Int {
    guard lag >= 64 else { return Int(lag) }
    let exponent = 63 - lag.leadingZeroBitCount
    return 64 + 32 * (exponent - 6) + Int(lag >> UInt64(exponent - 5)) - 32
  }

  /// The longest lag that is counted at a place.
  private static func end(of place: Int) -> Int64 {
    guard place >= 64 else { return Int64(place) }
    let (exponent, part) = ((place - 64) / 32 + 6, (place - 64) % 32)
    let next = UInt64(part + 33) << UInt64(exponent - 5)
    return Int64(min(next - 1, UInt64(Int64.max)))
  }
}
