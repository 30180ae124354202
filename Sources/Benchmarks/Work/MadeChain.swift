import Scalars

/// A chain of index options with four expiries, and how it moves from second to second.
///
/// Its strikes lie around the money as those of NIFTY do, its volatilities have skew and smile, its prices
/// are whole ticks. All of it follows from one seed.
struct MadeChain {
  /// How many options a snapshot has.
  static let snapshotSize = 512

  /// An expiry with its strikes.
  private struct Series {
    let expiry: Day
    let closing: Timestamp
    let strikeStep: Double
    /// What the forward is above the index.
    let basis: Double
  }

  private static let strikesOfSeries = 64
  private static let tick = 5
  private static let rate = 0.0535
  private static let millisecondsOfYear = 365.0 * 86_400_000

  /// The moment of the next snapshot.
  private(set) var moment: Timestamp
  private var index = 24_512.35
  private var draws = SeededDraws(seed: 2026)
  private let series: [Series]

  /// Creates the chain as it stands when the session begins.
  init() {
    // The 20th of November 2026.
    let day = Day(daysSince1970: 20_777)
    moment = Timestamp(day, hour: 9, minute: 15)
    series = [(Int32(3), 50.0, 6.5), (11, 50, 24.4), (18, 50, 41.2), (39, 100, 92.7)].map {
      let expiry = Day(daysSince1970: day.daysSince1970 + $0.0)
      return Series(
        expiry: expiry, closing: Timestamp(expiry, hour: 15, minute: 30), strikeStep: $0.1,
        basis: $0.2)
    }
  }

  /// The options of one moment, expiry by expiry, strike by strike; then time goes on by a second.
  mutating func nextSnapshot() -> [ChainOption] {
    let options = series.flatMap { quotes(of: $0) }
    moment = Timestamp(milliseconds: moment.milliseconds + 1000)
    index += Double.random(in: -3...3, using: &draws).rounded()
    return options
  }

  /// So many options, of as many moments as it takes.
  static func options(_ count: Int) -> [ChainOption] {
    var chain = MadeChain()
    var options: [ChainOption] = []
    while options.count < count { options += chain.nextSnapshot() }
    return Array(options.prefix(count))
  }

  private mutating func quotes(of series: Series) -> [ChainOption] {
    let forward = ((index + series.basis) * 20).rounded() / 20
    let left = series.closing.milliseconds - moment.milliseconds
    let years = Double(left) / Self.millisecondsOfYear
    let atTheMoney = (forward / series.strikeStep).rounded() * series.strikeStep
    let lowest = atTheMoney - series.strikeStep * Double(Self.strikesOfSeries / 2)
    var options: [ChainOption] = []
    for step in 0..<Self.strikesOfSeries {
      let strike = lowest + Double(step) * series.strikeStep
      let volatility = volatility(moneyness: strike / forward - 1, years: years)
      for isCall in [true, false] {
        options.append(
          priced(
            ChainOption(
              forward: forward, strike: strike, expiry: series.expiry, years: years,
              volatility: volatility, rate: Self.rate, isCall: isCall)))
      }
    }
    return options
  }

  /// A smile that is steeper to the downside and in the near expiries, with a little unrest.
  private mutating func volatility(moneyness: Double, years: Double) -> Double {
    let distance = moneyness / years.squareRoot()
    let unrest = Double.random(in: -0.001...0.001, using: &draws)
    return 0.125 - 0.04 * distance + 0.08 * distance * distance + unrest
  }

  /// The option with its price on the tick above: under its intrinsic value it would have no volatility.
  private func priced(_ option: ChainOption) -> ChainOption {
    var option = option
    let ticks = (LibraryFormula.price(option) * 100 / Double(Self.tick)).rounded(.up)
    option.paise = max(Self.tick, Int(ticks) * Self.tick)
    return option
  }
}
