import BrokerCalls
import Brokers
import Market
import Scalars

/// Fetches the chains of an underlying from whatever broker answers.
struct ChainFetch {
  let desk: BrokerDesk
  let tables: MarketTables
  let expiries: [ExpiryWish]
  /// How many strikes are wanted on either side of the money; nil for all.
  let strikes: Int?
  /// How far prices of two brokers may lie apart, in percent.
  let band: Double
  let warn: (String) -> Void
  /// Is told how many calls of all are answered.
  let progress: (_ done: Int, _ all: Int) -> Void

  /// The chains of an underlying; all of them are of one broker.
  func snapshot(of underlying: String) throws -> ChainSnapshot {
    var abandoned: ChainSnapshot?
    let found = try desk.router.ask({ $0.quoteLimit }) { line in
      let listing = try desk.shelf.listing(of: line)
      let question = try ChainQuestion(
        underlying, expiries, at: line, in: listing, tables, warn: warn)
      var snapshot = ChainSnapshot(question, of: line.broker.id)
      do {
        try fill(&snapshot, from: line)
      } catch {
        abandoned = snapshot
        throw error
      }
      return snapshot
    }
    if let abandoned { try compare(found, with: abandoned) }
    return found
  }

  /// Asks for everything in as few calls as possible.
  private func fill(_ snapshot: inout ChainSnapshot, from line: BrokerLine) throws {
    let question = snapshot.question
    if strikes != nil || question.spot == nil {
      // Which strikes are wanted is known only then.
      try ask(question.leaders, of: line, &snapshot)
      let options = chosen(snapshot)
      try ask(options, of: line, &snapshot)
      snapshot.order = question.leaders + options
    } else {
      try ask(question.leaders + question.chains.flatMap(\.options), of: line, &snapshot)
      snapshot.order = question.leaders + chosen(snapshot)
    }
  }

  private func chosen(_ snapshot: ChainSnapshot) -> [ListedInstrument] {
    let level = snapshot.level
    if level == nil {
      warn("\(snapshot.question.underlying): neither the index nor a future has a price")
    }
    return snapshot.question.chains.flatMap {
      ChainQuestion.options(of: $0, around: level, count: strikes)
    }
  }

  private func ask(
    _ instruments: [ListedInstrument], of line: BrokerLine, _ snapshot: inout ChainSnapshot
  ) throws {
    if instruments.isEmpty { return }
    let batch = desk.settings(of: line.broker.id)?.quoteBatch
    let answers = try line.answers(
      to: line.broker.quotes(instruments, .full, batch: batch), answered: progress)
    snapshot.add(answers)
    // Some of what was not there the first time is there the second time.
    let again = Set(answers.flatMap(\.value.unfetched).filter(\.mayRepeat).map(\.key))
    if again.isEmpty { return }
    let rest = instruments.filter { again.contains($0.key) }
    snapshot.add(try line.answers(to: line.broker.quotes(rest, .full, batch: batch)))
  }

  // MARK: Two brokers

  /// So many contracts are compared, those nearest to the money.
  private static let compared = 8

  /// Refuses the prices of a broker that lie too far from those of the one before it.
  private func compare(_ new: ChainSnapshot, with old: ChainSnapshot) throws {
    if let spot = new.question.spot {
      try check(spot.symbol, new.last(spot), old.last(old.question.spot), new.broker, old.broker)
    }
    let earlier = Dictionary(
      (old.question.chains.flatMap(\.options)).compactMap { option in
        option.contract.flatMap { contract in old.last(option).map { (contract, $0) } }
      }, uniquingKeysWith: { first, _ in first })
    let shared = new.order.lazy.filter { option in
      option.kind == .option && option.contract.map { earlier[$0] != nil } ?? false
    }
    for option in shared.prefix(Self.compared) {
      let before = option.contract.flatMap { earlier[$0] }
      try check(option.symbol, new.last(option), before, new.broker, old.broker)
    }
  }

  private func check(
    _ symbol: String, _ price: Money?, _ earlier: Money?, _ new: BrokerID, _ old: BrokerID
  ) throws {
    guard let price, let earlier else { return }
    let distance = Double((price.paise - earlier.paise).magnitude)
    guard distance * 100 > band * Double(earlier.paise) else { return }
    throw CallFailure(
      .refused, new,
      "\(symbol) is at \(price), and at \(earlier) by \(old.rawValue), which failed just now: that "
        + "is more than BROKER_SWITCH_BAND_PERCENT, \(band)",
      remedy: "look at which of the two is right")
  }
}
