import BrokerCalls
import Brokers
import CommandLineKit
import Configuration
import Files
import Market
import Operations
import Scalars
import Store

/// Fetches chains, once or again and again, and writes their rows.
struct ChainTask {
  private let fetch: BrokerFetch
  private let chains: ChainFetch
  /// Nil where nobody waits at a terminal.
  private let progress: ChainProgress?

  init(_ fetch: BrokerFetch) {
    self.fetch = fetch
    let errors = fetch.surroundings.errors(fetch.options.common)
    let progress =
      fetch.options.common.progress.isShown(on: errors) ? ChainProgress(on: errors) : nil
    self.progress = progress
    chains = ChainFetch(
      desk: fetch.desk, tables: fetch.tables, expiries: fetch.options.expiries,
      strikes: fetch.options.strikes.count,
      band: fetch.settings.number("BROKER_SWITCH_BAND_PERCENT")?.doubleValue ?? 1,
      notes: fetch.surroundings.notes, warn: fetch.warn
    ) { progress?.update(done: $0, of: $1) }
  }

  /// What has come of all of it so far.
  private struct Tally {
    var rows = 0
    /// How many rows went into the store, or were there.
    var kept = 0
    var failure: CallFailure?
    /// Whether a quote came that could not be read.
    var isIncomplete = false
  }

  func run() throws -> ExitCode {
    var writer = try MadeRecordWriter(
      FetchChain.facts.name, fetch.options.common, fetch.options.records, fetch.surroundings)
    let depot: RowDepot<QuoteRecord>? = try fetch.options.keeping.depot(
      fetch.options.common, fetch.surroundings)
    var filters: [String: ChangeFilter] = [:]
    var closing = fetch.store.map { ClosingInterest($0, fetch.tables) }
    var freshness = FreshnessCheck(
      fetch.tables, threshold: fetch.span("DATA_STALENESS_THRESHOLD", orSeconds: 10))
    var tally = Tally()
    var schedule = try schedule()
    repeat {
      fetch.desk.restartDeadline()
      for underlying in fetch.underlyings {
        do {
          var rows = try rows(of: underlying, &freshness, &tally.isIncomplete)
          try closing?.complete(&rows, of: underlying)
          depot?.keep(rows.filter(\.hasMarket).map { QuoteRecord($0) }.filter(\.isWorthKeeping))
          tally.kept += rows.count
          let shown = try changed(rows, of: underlying, &filters)
          if !fetch.options.isWarming {
            var records = MadeRecords(MarketRow.columns)
            for row in shown { records.add(row.record) }
            progress?.erase()
            try writer.write(records)
          }
          tally.rows += shown.count
        } catch let failure as CallFailure where failure.isOfOneAnswer {
          progress?.erase()
          // What is repeated goes on: the next time may go well, unless it was asked for nothing.
          let isRepeated = schedule != nil && failure.kind != .notListed
          guard isRepeated || fetch.underlyings.count > 1 else { throw failure }
          fetch.log.report(Diagnostic(failure, .error, command: FetchChain.facts.name))
          tally.failure = failure
        }
      }
    } while try waitForNext(&schedule)
    _ = try writer.finish()
    // What was written is remembered only now that it is.
    for filter in filters.values { try filter.keep(at: fetch.desk.now) }
    if let depot {
      try fetch.options.keeping.finish(
        depot, passed: tally.kept, FetchChain.facts.name, fetch.options.common, fetch.log)
    }
    if let failure = tally.failure { return ExitCode(failure) }
    if tally.isIncomplete { return .brokenInput }
    return tally.rows == 0 && fetch.options.requiresMatch ? .negative : .success
  }

  private func rows(
    of underlying: String, _ freshness: inout FreshnessCheck, _ isIncomplete: inout Bool
  ) throws -> [MarketRow] {
    let (began, start) = (WallClock.microseconds, MonotonicClock.seconds)
    let (paused, spent) = (fetch.desk.paused, fetch.desk.shelf.spent)
    let before = fetch.desk.calls.count
    progress?.begin()
    let snapshot = try chains.snapshot(of: underlying)
    progress?.erase()
    var rows = snapshot.rows()
    if fetch.options.order == .strike { rows = inOrderOfStrikes(rows) }
    report(snapshot, rows)
    isIncomplete = isIncomplete || snapshot.missing.contains(where: \.reason.isUnreadable)
    for warning in freshness.warnings(rows, of: underlying) { fetch.warn(warning) }
    for warning in ContractCheck(tables: fetch.tables).warnings(snapshot, rows) {
      fetch.warn(warning)
    }
    let seconds = MonotonicClock.seconds - start
    // The list of a day and the pauses that the limits of brokers ask for are not what a chain takes.
    let others =
      (fetch.desk.paused - paused) / .seconds(1) + fetch.desk.shelf.spent - spent
    fetch.surroundings.notes.add(
      "options_chain_processing", began: began, seconds: max(0, seconds - others),
      records: rows.count)
    fetch.note(
      "\(underlying): \(rows.count) rows from \(snapshot.broker.rawValue) in "
        + "\(fetch.desk.calls.count - before) calls and \(Int(seconds * 1000)) ms")
    return rows
  }

  private func inOrderOfStrikes(_ rows: [MarketRow]) -> [MarketRow] {
    rows.enumerated().sorted { one, other in
      let (first, second) = (one.element.rank, other.element.rank)
      return first != second ? first < second : one.offset < other.offset
    }.map(\.element)
  }

  /// Says what is missing, and where the legs of the chain lie far apart in time.
  private func report(_ snapshot: ChainSnapshot, _ rows: [MarketRow]) {
    for (instrument, reason) in snapshot.missing {
      fetch.log.report(
        Diagnostic(
          .warning, command: FetchChain.facts.name, code: "missing",
          "\(instrument.symbol): \(reason.words)"))
    }
    if let began = snapshot.began, let ended = snapshot.ended, ended - began >= Self.spread {
      fetch.warn(
        "\(snapshot.question.underlying): the first rows are \(ended - began) older than the last")
    }
  }

  /// Legs of a chain that are farther apart are no snapshot.
  private static let spread = TimeSpan(milliseconds: 5000)

  // MARK: What changed

  private func changed(
    _ rows: [MarketRow], of underlying: String, _ filters: inout [String: ChangeFilter]
  ) throws -> [MarketRow] {
    guard fetch.options.changedOnly else { return rows }
    let now = fetch.desk.now
    var filter =
      try filters[underlying]
      ?? ChangeFilter(
        of: underlying, in: fetch.store.map { Cache(in: $0, CacheRules(fetch.settings)) },
        longest: fetch.span("CACHE_TTL", orSeconds: 300), at: now)
    let changed = try filter.changed(rows, at: now)
    filters[underlying] = filter
    return changed
  }

  // MARK: Repetition

  private func schedule() throws -> WatchSchedule? {
    guard let every = fetch.options.watch, let end = fetch.options.until else { return nil }
    return WatchSchedule(every: every, end: try fetch.instant(end, isEnd: true))
  }

  /// Waits for the next time; false where there is none.
  private func waitForNext(_ schedule: inout WatchSchedule?) throws -> Bool {
    let now = fetch.desk.now
    guard let next = schedule?.next(after: now) else { return false }
    try fetch.desk.pause(.milliseconds((next - now).milliseconds))
    return true
  }
}

extension MarketRow {
  /// The index and futures first, then options by expiry and strike, the call before the put.
  fileprivate var rank: (Int, Int32, Int64, Int) {
    guard let option else { return (0, 0, 0, 0) }
    return (
      1, expiry?.daysSince1970 ?? 0, option.strike.paise, option.right == .put ? 1 : 0
    )
  }
}

extension UnfetchedToken.Reason {
  /// Whether there is an answer, which is not understood.
  fileprivate var isUnreadable: Bool {
    if case .unreadable = self { true } else { false }
  }

  /// Why there is no quote, in the words of a message.
  var words: String {
    switch self {
    case .refused(let code, let message):
      "the broker has no quote: \(ForeignText.printable(message))\(code.isEmpty ? "" : " (\(code))")"
    case .notMentioned: "the broker says nothing about it"
    case .unreadable(let fault): "the broker's quote cannot be read: \(fault.description)"
    }
  }
}
