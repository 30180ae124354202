import BrokerCalls
import Brokers
import Market
import Scalars

/// What a broker is asked for the chains of an underlying, out of its list of instruments.
struct ChainQuestion {
  /// The chain of one expiry.
  struct Chain {
    let expiry: Day
    /// The future that expires with it; nil where there is none.
    let future: ListedInstrument?
    /// The options, by strike, the call before the put.
    let options: [ListedInstrument]
  }

  let underlying: String
  /// The index itself.
  let spot: ListedInstrument?
  /// The index of volatility, which is asked for along with it.
  let volatility: ListedInstrument?
  let chains: [Chain]

  /// Finds out what there is to ask.
  ///
  /// - Parameters:
  ///   - today: the day by the clock of the run.
  ///   - warn: is told where the list is not what the tables say.
  /// - Throws: ``CallFailure`` where the broker lists nothing of the kind.
  init(
    _ underlying: String, _ wishes: [ExpiryWish], at line: BrokerLine,
    in listing: InstrumentListing, _ tables: MarketTables, warn: (String) -> Void
  ) throws {
    let rows = try listing.instruments(of: underlying)
    let today = line.now.day
    let options = rows.filter { $0.kind == .option && ($0.expiry.map { $0 >= today } ?? false) }
    guard !options.isEmpty else {
      throw CallFailure(
        .notListed, line.broker.id, "no options on \(underlying) are listed",
        remedy: try Self.meant(underlying, in: listing, from: today))
    }
    let listed = Set(options.compactMap(\.expiry)).sorted()
    let days = try Self.expiries(
      wishes, of: underlying, listed, today, tables.expiries, line.broker.id, warn)
    self.underlying = underlying
    spot = rows.first { $0.kind == .index }
    volatility = try listing.instruments(of: IndexNames.volatility).first { $0.kind == .index }
    chains = days.map { day in
      Chain(
        expiry: day, future: rows.first { $0.kind == .future && $0.expiry == day },
        options: options.filter { $0.expiry == day }.sorted { $0.order < $1.order })
    }
  }

  /// What may have been meant by a name that has no options.
  private static func meant(
    _ name: String, in listing: InstrumentListing, from today: Day
  ) throws -> String {
    let listed = try listing.instruments(matching: "")
      .filter { $0.kind == .option && ($0.expiry.map { $0 >= today } ?? false) }
    let names = Set(listed.map(\.underlying)).sorted()
    if let meant = nearest(to: name, in: names, acceptingBeginnings: true) {
      return "did you mean \(meant)?"
    }
    return "angelx fetch-chain --instruments shows what is listed"
  }

  /// The expiries that are wanted, the nearest first.
  private static func expiries(
    _ wishes: [ExpiryWish], of underlying: String, _ listed: [Day], _ today: Day,
    _ rules: ExpiryRules, _ broker: BrokerID, _ warn: (String) -> Void
  ) throws -> [Day] {
    var days: Set<Day> = []
    for wish in wishes.isEmpty ? [.nearest] : wishes {
      guard let day = try wish.day(of: underlying, on: today, rules) else { return listed }
      if listed.contains(day) {
        days.insert(day)
      } else if let other = wish.day(among: listed) {
        warn(
          "by the calendar the \(wish.argument) expiry of \(underlying) is \(day), and by the list of "
            + "\(broker.rawValue) \(other), which is used")
        days.insert(other)
      } else {
        let near = listed.prefix(8).map(\.description).joined(separator: ", ")
        throw CallFailure(
          .notListed, broker, "no options on \(underlying) expire on \(day)",
          remedy: "listed are \(near)\(listed.count > 8 ? " and later ones" : "")")
      }
    }
    return days.sorted()
  }

  /// What is asked first: what strikes are counted from.
  var leaders: [ListedInstrument] {
    [spot, volatility].compactMap(\.self) + chains.compactMap(\.future)
  }

  /// The options of a chain, the nearest to the money first.
  ///
  /// - Parameters:
  ///   - level: where the money is; without one they come by strike.
  ///   - count: how many strikes are wanted on either side of the nearest one; nil for all.
  static func options(
    of chain: Chain, around level: Money?, count: Int?
  ) -> [ListedInstrument] {
    guard let level else { return chain.options }
    let strikes = Set(chain.options.compactMap(\.strike)).sorted { $0.paise < $1.paise }
    func distance(_ strike: Money) -> (UInt64, Int64) {
      ((strike.paise - level.paise).magnitude, strike.paise)
    }
    var wanted = Set(strikes)
    if let count,
      let nearest = strikes.indices.min(by: { distance(strikes[$0]) < distance(strikes[$1]) })
    {
      wanted = Set(strikes[max(0, nearest - count)...min(strikes.count - 1, nearest + count)])
    }
    return chain.options
      .filter { $0.strike.map { wanted.contains($0) } ?? false }
      .sorted { one, other in
        guard let first = one.strike, let second = other.strike else { return false }
        return first == second ? one.order < other.order : distance(first) < distance(second)
      }
  }
}

extension ExpiryWish {
  /// The same by the days that are listed; nil where a day itself was named.
  fileprivate func day(among listed: [Day]) -> Day? {
    switch self {
    case .nearest: listed.first
    case .next: listed.dropFirst().first
    // The last of its month.
    case .monthly:
      listed.first { day in
        !listed.contains { $0 > day && $0.year == day.year && $0.month == day.month }
      }
    case .all, .day: nil
    }
  }
}

extension ListedInstrument {
  /// By strike, the call before the put.
  fileprivate var order: (Int64, Int) { (strike?.paise ?? 0, right == .put ? 1 : 0) }
}
