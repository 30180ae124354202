/// The volatilities at the money of several expiries, and what they say of the time between them.
///
/// It is the same for any order of the expiries, each of which comes once.
public struct TermStructure: Sendable, Hashable {
  /// One expiry.
  public struct Point: Sendable, Hashable {
    /// The time to expiry in years.
    public let years: Double
    /// The volatility at the money as a fraction.
    public let volatility: Double
    /// The forward in rupees.
    public let forward: Double

    /// Creates a point.
    public init(years: Double, volatility: Double, forward: Double) {
      self.years = years
      self.volatility = volatility
      self.forward = forward
    }
  }

  /// The time between an expiry and the next.
  public struct Segment: Sendable, Hashable {
    /// The earlier expiry.
    public let near: Point
    /// The later one.
    public let far: Point
    /// The volatility between the two as a fraction; nil where the total variance falls.
    public let forwardVolatility: Double?
    /// Calendar arbitrage at the money: what the later option is too cheap by, in rupees, undiscounted.
    ///
    /// Total variance, σ²T, cannot fall with time. Where it does, this is what an option at the money
    /// with the earlier forward is worth less by the later variance; nil elsewhere. As the volatilities
    /// are those of middles, an amount within the spreads cannot be taken out of the market.
    public let shortfall: Double?
  }

  /// The expiries, the earliest first.
  public let points: [Point]
  /// What is between them.
  public let segments: [Segment]

  /// Orders expiries; those without time or volatility above zero are left out.
  public init(_ points: [Point]) {
    let sound = points.filter { point in
      // The variance too, which of numbers that are far out may be none.
      [point.years, point.volatility, point.forward, point.variance]
        .allSatisfy { $0 > 0 && $0.isFinite }
    }
    self.points = sound.sorted { $0.isBefore($1) }
    segments = zip(self.points, self.points.dropFirst()).map { Segment(near: $0, far: $1) }
  }

  /// Orders the expiries of summaries that have a forward and a volatility at the money.
  public init(_ summaries: [ChainSummary]) {
    self.init(
      summaries.compactMap { summary in
        guard let volatility = summary.atTheMoneyVolatility, let forward = summary.forward
        else { return nil }
        return Point(years: summary.years, volatility: volatility, forward: forward)
      })
  }
}

extension TermStructure.Point {
  /// The variance of the whole time to expiry.
  var variance: Double { volatility * volatility * years }

  fileprivate func isBefore(_ other: Self) -> Bool {
    if years != other.years { return years < other.years }
    if volatility != other.volatility { return volatility < other.volatility }
    return forward < other.forward
  }
}

extension TermStructure.Segment {
  fileprivate init(near: TermStructure.Point, far: TermStructure.Point) {
    self.near = near
    self.far = far
    let gained = far.variance - near.variance
    let time = far.years - near.years
    let falls = gained < 0
    forwardVolatility = falls || time <= 0 ? nil : (gained / time).squareRoot()
    shortfall = falls ? Self.worth(near.variance, near) - Self.worth(far.variance, near) : nil
  }

  /// What an option at the money is worth of which this is the total variance, undiscounted.
  private static func worth(_ variance: Double, _ point: TermStructure.Point) -> Double {
    var batch = OptionBatch(capacity: 1)
    batch[0] = OptionTerms(
      underlying: point.forward, strike: point.forward, years: 1,
      volatility: variance.squareRoot(), rate: 0, model: .forward, isCall: true)
    batch.evaluate(count: 1)
    return batch.value(.price, 0)
  }
}
