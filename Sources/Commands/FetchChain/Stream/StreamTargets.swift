import BrokerCalls
import Brokers
import Market
import Scalars

/// What a stream is to tell of, the most wanted first: indices and futures, then options from the money
/// outward, those of all chains in turns.
struct StreamTargets {
  let instruments: [ListedInstrument]
  /// Their names in ticks: brokers have names with blanks for indices, and each has others.
  let symbols: [InstrumentKey: String]

  /// Finds out what there is, and where the money is.
  init(_ fetch: BrokerFetch, from line: BrokerLine) throws {
    var leaders: [ListedInstrument] = []
    var chains: [[ListedInstrument]] = []
    var symbols: [InstrumentKey: String] = [:]
    let listing = try fetch.desk.shelf.listing(of: line)
    for underlying in fetch.underlyings {
      let question = try ChainQuestion(
        underlying, fetch.options.expiries, at: line, in: listing, fetch.tables, warn: fetch.warn)
      let level = try Self.level(question, fetch, line)
      leaders += question.leaders.filter { symbols[$0.key] == nil }
      for leader in question.leaders {
        let name = leader.key == question.volatility?.key ? IndexNames.volatility : underlying
        symbols[leader.key] = leader.kind == .index ? name : leader.symbol
      }
      chains += question.chains.map {
        ChainQuestion.options(of: $0, around: level, count: fetch.options.strikes.count)
      }
    }
    for option in chains.joined() { symbols[option.key] = option.symbol }
    instruments = leaders + Self.inTurns(chains)
    self.symbols = symbols
  }

  /// Where the money is now.
  private static func level(
    _ question: ChainQuestion, _ fetch: BrokerFetch, _ line: BrokerLine
  ) throws -> Money? {
    var snapshot = ChainSnapshot(question, of: line.broker.id)
    let batch = fetch.desk.settings(of: line.broker.id)?.quoteBatch
    _ = try line.answers(
      to: line.broker.quotes(question.leaders, .full, batch: batch), taken: { snapshot.add($0) })
    if snapshot.level == nil {
      fetch.warn("\(question.underlying): neither the index nor a future has a price")
    }
    return snapshot.level
  }

  /// The first of each list, then the second of each, and so on.
  static func inTurns<Element>(_ lists: [[Element]]) -> [Element] {
    let longest = lists.map(\.count).max() ?? 0
    return (0..<longest).flatMap { place in
      lists.compactMap { place < $0.count ? $0[place] : nil }
    }
  }
}
