/// Numbers of unequal trust, in rising order.
struct WeightedSample {
  /// A number and how much it counts.
  struct Item {
    var value: Double
    var weight: Double
  }

  let items: [Item]

  /// Creates a sample, which is the same for any order of its items.
  init(_ items: [Item]) {
    self.items = items.sorted {
      $0.value != $1.value ? $0.value < $1.value : $0.weight < $1.weight
    }
  }

  /// The number with half of the weight on either side; nil of nothing.
  ///
  /// Where the halves meet between two numbers it is the middle of them.
  var median: Double? {
    let half = items.reduce(0) { $0 + $1.weight } / 2
    var below = 0.0
    for (index, item) in items.enumerated() {
      below += item.weight
      if below == half, index + 1 < items.count {
        return item.value + (items[index + 1].value - item.value) / 2
      }
      if below >= half { return item.value }
    }
    return nil
  }

  /// The median of the distances from a centre.
  func medianDistance(from centre: Double) -> Double? {
    WeightedSample(items.map { Item(value: abs($0.value - centre), weight: $0.weight) }).median
  }

  /// The weighted mean of the numbers that are no farther from a centre than this; nil of none.
  func mean(within distance: Double, of centre: Double) -> Double? {
    let near = items.filter { abs($0.value - centre) <= distance }
    let weight = near.reduce(0) { $0 + $1.weight }
    // Of the distances, not of the numbers, so that nothing is lost by their size.
    let moment = near.reduce(0) { $0 + $1.weight * ($1.value - centre) }
    return weight > 0 ? centre + moment / weight : nil
  }
}
