extension PriceLadder {
  /// The option that is paid most above what two around it cost, in the shares that make up its strike;
  /// nil where none has others around it.
  ///
  /// The two are those that do it most cheaply, not only its neighbours: a neighbour with a wide market
  /// hides nothing.
  func worstButterfly() -> ChainFinding? {
    let hull = cheapestWings()
    var worst: ChainFinding?
    var next = 1
    for rung in rungs {
      while next < hull.count, hull[next].place < rung.place { next += 1 }
      guard next < hull.count, rung.place > hull[next - 1].place, rung.place < hull[next].place
      else { continue }
      let (lower, upper) = (hull[next - 1], hull[next])
      let share = (upper.place - rung.place) / (upper.place - lower.place)
      let amount = rung.bid - (share * lower.ask + (1 - share) * upper.ask)
      guard amount > worst?.amount ?? -.infinity else { continue }
      let legs = [
        leg(lower, units: share), leg(rung, units: -1), leg(upper, units: 1 - share),
      ]
      worst = ChainFinding(.butterfly, legs, amount: amount)
    }
    return worst
  }

  /// The options on the lower convex hull of the asks: nothing between two of them is had for less than
  /// by both together.
  private func cheapestWings() -> [Rung] {
    var hull: [Rung] = []
    for rung in rungs {
      while hull.count >= 2, Self.isAbove(hull[hull.count - 1], hull[hull.count - 2], rung) {
        hull.removeLast()
      }
      hull.append(rung)
    }
    return hull
  }

  /// Whether the ask of an option is not below the line between two others around it.
  private static func isAbove(_ middle: Rung, _ lower: Rung, _ upper: Rung) -> Bool {
    let near = (middle.ask - lower.ask) * (upper.place - lower.place)
    let far = (upper.ask - lower.ask) * (middle.place - lower.place)
    return near >= far
  }
}
