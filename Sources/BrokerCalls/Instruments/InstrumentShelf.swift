internal import Brokers
private import Files
internal import Market
internal import Scalars
internal import Store

/// The lists of instruments of brokers: that of the day out of the store, or else the broker's own.
package final class InstrumentShelf {
  private let store: Store?
  private let tables: MarketTables
  private let isNeeded: (BrokerQuery<InstrumentAnswer>, BrokerID) throws -> Bool
  private let say: (String) -> Void
  private var listings: [BrokerID: InstrumentListing] = [:]

  /// Opens a shelf.
  ///
  /// - Parameters:
  ///   - store: where lists are kept; nil keeps them for this run alone.
  ///   - isNeeded: whether the list must come from the broker though it is known, as where it is to be in
  ///     a recording.
  ///   - say: warns of a list that is not what it should be.
  init(
    in store: Store?, _ tables: MarketTables,
    isNeeded: @escaping (BrokerQuery<InstrumentAnswer>, BrokerID) throws -> Bool,
    saying say: @escaping (String) -> Void
  ) {
    self.store = store
    self.tables = tables
    self.isNeeded = isNeeded
    self.say = say
  }

  /// How long it took to get lists, in seconds.
  package private(set) var spent = 0.0

  /// What a broker lists today.
  package func listing(of line: BrokerLine) throws -> InstrumentListing {
    if let known = listings[line.broker.id] { return known }
    let start = MonotonicClock.seconds
    defer { spent += MonotonicClock.seconds - start }
    let found = try currentListing(of: line)
    listings[line.broker.id] = found
    return found
  }

  /// What is known already of what a broker lists today; nil where it has to be asked.
  package func knownListing(of line: BrokerLine) throws -> InstrumentListing? {
    let name = line.broker.id.rawValue
    guard let store, let kept = try store.instrumentList(of: name), kept.checkedOn == line.now.day,
      try !isNeeded(line.broker.instruments(otherThan: WireVersion(), tables), line.broker.id)
    else { return nil }
    return .kept(store, kept, broker: name)
  }

  private func currentListing(of line: BrokerLine) throws -> InstrumentListing {
    if let known = try knownListing(of: line) { return known }
    let (name, today) = (line.broker.id.rawValue, line.now.day)
    guard let store, let kept = try store.instrumentList(of: name) else {
      return try newListing(of: line, on: today, insteadOf: nil)
    }
    let isNeeded = try isNeeded(
      line.broker.instruments(otherThan: WireVersion(), tables), line.broker.id)
    do {
      return try newListing(of: line, on: today, insteadOf: kept, isKnown: !isNeeded)
    } catch let failure as CallFailure where failure.isOfOneBroker {
      // Better the list of yesterday than none: contracts are not renamed over night.
      say("the list of instruments of \(kept.listedOn) is used: \(failure.problem)")
      return .kept(store, kept, broker: name)
    }
  }

  private func newListing(
    of line: BrokerLine, on today: Day, insteadOf kept: InstrumentList?, isKnown: Bool = true
  ) throws -> InstrumentListing {
    let known = isKnown ? WireVersion(tag: kept?.tag, modified: kept?.modified) : WireVersion()
    let name = line.broker.id.rawValue
    let query = line.broker.instruments(otherThan: known, tables)
    guard let answer = try line.answers(to: [query]).first?.value else {
      preconditionFailure("one question has one answer")
    }
    guard case .list(let table, let summary, let version) = answer else {
      guard let store, var kept else {
        throw CallFailure(.notTheProtocol, line.broker.id, "no list came, and none is known")
      }
      kept.checkedOn = today
      try store.confirm(kept, of: name)
      return .kept(store, kept, broker: name)
    }
    if let kept, !summary.mayReplace(oneOf: kept.rows) {
      throw CallFailure(
        .notTheProtocol, line.broker.id,
        "a list of \(summary.rows) instruments came, where there were \(kept.rows)")
    }
    warn(about: summary, of: line)
    guard let store else { return .held(InstrumentIndex(table), tables.indexNames) }
    let list = InstrumentList(
      listedOn: today, checkedOn: today, rows: summary.rows, tag: version.tag,
      modified: version.modified)
    try keep(table, as: list, in: store, of: name)
    return .kept(store, list, broker: name)
  }

  private func warn(about summary: MasterSummary, of line: BrokerLine) {
    // A few strange rows are in every list; many are a list that is not understood.
    guard summary.skipped * 20 > summary.rows else { return }
    say(
      "\(summary.skipped) of the \(summary.rows) rows of the list of instruments could not be read")
  }

  private func keep(
    _ table: InstrumentTable, as list: InstrumentList, in store: Store, of broker: String
  ) throws {
    var next = 0
    try store.keep(list, of: broker) {
      while next < table.count {
        let row = table[next]
        next += 1
        if let record = InstrumentRecord(row, tables.indexNames) { return record }
      }
      return nil
    }
  }
}

extension InstrumentRecord {
  /// The row as it is kept; nil for what no chain is made of.
  fileprivate init?(_ row: ListedInstrument, _ names: IndexNames) {
    let kind: Kind
    switch row.kind {
    case .index: kind = .index
    case .future where row.key.segment.listsIndices: kind = .future
    case .option where row.key.segment.listsIndices && row.strike != nil: kind = .option
    default: return nil
    }
    self.init(
      token: row.key.token, exchange: row.key.segment.name, symbol: row.symbol,
      underlying: row.subject(names), kind: kind, expiry: row.expiry,
      strikePaise: row.strike?.paise,
      isCall: row.right.map { $0 == .call }, lot: max(1, row.lot ?? 1),
      tickPaise: row.tick?.paise ?? 0)
  }
}

extension ExchangeSegment {
  /// Whether options and futures on indices and shares are listed there.
  fileprivate var listsIndices: Bool { self == .nfo || self == .bfo }
}
