/// The volatilities that the out-of-the-money options of an expiry imply.
///
/// In the money an option is mostly intrinsic value, and its volatility mostly noise.
struct Smile {
  /// An option out of the money.
  struct Point {
    var strike: Double
    var volatility: Double
    /// Its delta by Black's formula of 1976, without its sign and undiscounted: N(d1) of a call, 1 less
    /// that of a put.
    var delta: Double
  }

  let forward: Double
  /// The calls from the forward up.
  let calls: [Point]
  /// The puts from the forward down.
  let puts: [Point]

  /// The smile of a chain; empty where time or forward are not above zero.
  init(_ rows: [OptionChain.Row], forward: Double, years: Double) {
    self.forward = forward
    let calls = rows.filter { $0.strike >= forward }.compactMap { row in
      Self.terms(row.call, forward: forward, years: years)
    }
    let puts = rows.reversed().filter { $0.strike <= forward }.compactMap { row in
      Self.terms(row.put, forward: forward, years: years)
    }
    let points = Self.points(calls + puts)
    self.calls = Array(points.prefix(calls.count))
    self.puts = Array(points.dropFirst(calls.count))
  }

  private static func terms(
    _ option: OptionChain.Option?, forward: Double, years: Double
  ) -> OptionTerms? {
    guard let option, let volatility = option.volatility else { return nil }
    let terms = OptionTerms(
      underlying: forward, strike: option.quote.strike, years: years, volatility: volatility,
      rate: 0, model: .forward, isCall: option.quote.isCall)
    return terms.isPriceable ? terms : nil
  }

  private static func points(_ terms: [OptionTerms]) -> [Point] {
    guard !terms.isEmpty else { return [] }
    var batch = OptionBatch(capacity: terms.count)
    for (index, option) in terms.enumerated() { batch[index] = option }
    batch.evaluate(count: terms.count)
    var points: [Point] = []
    for (index, option) in terms.enumerated() {
      points.append(
        Point(
          strike: option.strike, volatility: option.volatility,
          delta: abs(batch.value(.delta, index))))
    }
    return points
  }

  /// The volatility at the forward; nil unless options on both sides of it have one.
  ///
  /// Between the nearest put below and the nearest call above it runs straight along the strikes. On a
  /// strike that is the forward itself it is the middle of the two.
  var atTheMoney: Double? {
    guard let put = puts.first, let call = calls.first else {
      let only = puts.first ?? calls.first
      return only?.strike == forward ? only?.volatility : nil
    }
    let gap = call.strike - put.strike
    let share = gap > 0 ? (forward - put.strike) / gap : 0.5
    return put.volatility + share * (call.volatility - put.volatility)
  }

  /// The volatility of a wing where its options have a delta; nil where they are all on one side of it.
  ///
  /// Between the two neighbouring options it runs straight along the deltas; nearest the money first.
  static func volatility(_ wing: [Point], atDelta delta: Double) -> Double? {
    for (near, far) in zip(wing, wing.dropFirst())
    where near.delta >= delta && far.delta <= delta {
      let gap = near.delta - far.delta
      let share = gap > 0 ? (near.delta - delta) / gap : 0
      return near.volatility + share * (far.volatility - near.volatility)
    }
    return nil
  }
}
