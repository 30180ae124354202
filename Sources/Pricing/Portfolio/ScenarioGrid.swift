/// What positions gain, and how sensitive they are, as the market moves and time passes.
///
/// Every scenario shifts the prices of all underlyings, all volatilities alike, and the clock. Prices of
/// underlyings do not move with the clock, whether they are spot prices or forwards. No shift brings a
/// volatility under 0.1 points. An option whose time runs out is worth its intrinsic value at the shifted
/// price and is no longer sensitive to anything.
///
/// A scenario comes to the same, to the bit, for any order of the positions and in any part of the grid.
public struct ScenarioGrid: Sendable {
  /// One scenario and what it brings.
  public struct Node: Sendable, Hashable {
    /// The shift of the underlying: a fraction of the price, or rupees, as the grid has it.
    public let spot: Double
    /// The shift of every volatility in points.
    public let volatility: Double
    /// The calendar days that pass.
    public let days: Double
    /// What the positions gain against now, in rupees.
    public let profit: Double
    /// The sensitivities that they have then.
    public let greeks: NetGreeks
  }

  /// The shifts.
  public let spec: ScenarioSpec

  private let positions: [Position]
  /// What the instrument of each position is worth now, in the order of the pricer.
  private let present: [Double]

  /// Creates a grid.
  ///
  /// - Parameters:
  ///   - positions: what is held; all must be priceable.
  ///   - spec: the shifts.
  /// - Throws: When a shift leaves a position no price of its underlying.
  public init(_ positions: [Position], _ spec: ScenarioSpec) throws(ScenarioGridError) {
    var pricer = PositionPricer(positions)
    let prices = pricer.positions.map(\.underlying)
    for price in [prices.min(), prices.max()].compactMap({ $0 }) {
      for spot in spec.spot.values {
        let moved = MarketShift(spec.spot, by: spot).price(price)
        guard moved > 0, moved.isFinite else { throw ScenarioGridError(shift: spot, price: price) }
      }
    }
    self.spec = spec
    self.positions = pricer.positions
    present = pricer.greeks(after: .none).prices
  }

  /// How many scenarios there are.
  public var count: Int { spec.count }

  /// All scenarios: by the underlying, within that by volatility, within that by days.
  public func nodes() -> [Node] { nodes(0..<count) }

  /// Some of the scenarios, so that several may be computed at a time.
  public func nodes(_ range: Range<Int>) -> [Node] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "no such scenarios")
    var pricer = PositionPricer(positions)
    var nodes: [Node] = []
    nodes.reserveCapacity(range.count)
    for index in range { nodes.append(node(index, &pricer)) }
    return nodes
  }

  private func node(_ index: Int, _ pricer: inout PositionPricer) -> Node {
    let (rest, day) = index.quotientAndRemainder(dividingBy: spec.days.count)
    let (place, point) = rest.quotientAndRemainder(dividingBy: spec.volatility.count)
    let spot = spec.spot.values[place]
    var shift = MarketShift(spec.spot, by: spot)
    shift.volatility = spec.volatility[point] / 100
    shift.years = spec.days[day] / 365
    let (greeks, prices) = pricer.greeks(after: shift)
    return Node(
      spot: spot, volatility: spec.volatility[point], days: spec.days[day],
      profit: pricer.profit(from: present, to: prices), greeks: greeks)
  }
}

/// A shift that leaves a position no price of its underlying.
public struct ScenarioGridError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The shift in rupees, or as a fraction of the price.
  public let shift: Double
  /// The price of the underlying.
  public let price: Double

  /// What is wrong, in one line without a final stop.
  public var message: String {
    "a shift by \(shift) leaves an underlying at \(price) without a price"
  }

  /// What to write instead.
  public var hint: String { "write a smaller shift, or percents, as in spot=-3%:3%:1%" }

  /// The message and the hint in one line.
  public var description: String { "\(message); \(hint)" }
}

extension MarketShift {
  /// A shift of the prices alone.
  fileprivate init(_ kind: ScenarioSpec.SpotShifts, by spot: Double) {
    self.init()
    switch kind {
    case .relative: factor = 1 + spot
    case .absolute: rupees = spot
    }
  }
}
