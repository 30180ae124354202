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
  let notes: WorkNotes
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
    if let abandoned { try PriceComparison(band: band).check(found, against: abandoned) }
    return found
  }

  /// A broker that has no quote of anything it lists is not one that has answered.
  private func requireQuotes(_ snapshot: ChainSnapshot) throws {
    let missing = snapshot.missing
    guard !snapshot.hasQuotes, let first = missing.first else { return }
    throw CallFailure(
      .notTheProtocol, snapshot.broker,
      "none of the \(missing.count) quotes of \(snapshot.question.underlying) came; "
        + "\(first.instrument.symbol): \(first.reason.words)", remedy: "try again later")
  }

  /// Asks for everything in as few calls as possible.
  private func fill(_ snapshot: inout ChainSnapshot, from line: BrokerLine) throws {
    let question = snapshot.question
    if strikes != nil || question.spot == nil {
      // Which strikes are wanted is known only then.
      try ask(question.leaders, of: line, &snapshot)
      snapshot.order = question.leaders
      try requireQuotes(snapshot)
      let options = notes.measure("atm_calculation") { chosen(snapshot) }
      try ask(options, of: line, &snapshot)
      snapshot.order = question.leaders + options
    } else {
      let all = question.leaders + question.chains.flatMap(\.options)
      try ask(all, of: line, &snapshot)
      snapshot.order = all
      try requireQuotes(snapshot)
      snapshot.order = question.leaders + notes.measure("atm_calculation") { chosen(snapshot) }
    }
  }

  private func chosen(_ snapshot: ChainSnapshot) -> [ListedInstrument] {
    let level = snapshot.level
    if level == nil {
      warn(
        "\(snapshot.question.underlying): neither the index nor a future has a price, so all strikes are "
          + "fetched")
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
    // What came before a broker fails is what the prices of the next one are compared with.
    let answers = try line.answers(
      to: line.broker.quotes(instruments, .full, batch: batch), answered: progress,
      taken: { snapshot.add($0) })
    // Some of what was not there the first time is there the second time.
    let again = Set(answers.flatMap(\.value.unfetched).filter(\.mayRepeat).map(\.key))
    if again.isEmpty { return }
    let rest = instruments.filter { again.contains($0.key) }
    _ = try line.answers(
      to: line.broker.quotes(rest, .full, batch: batch), taken: { snapshot.add($0) })
  }
}
