import CommandLineKit
import Scalars

/// Refuses options of `fetch-chain` that say nothing beside each other.
struct OptionCheck {
  private let options: FetchChain.Options

  init(_ options: FetchChain.Options) {
    self.options = options
  }

  func check() throws(UsageError) {
    let tasks = [
      ("--candles", options.candles != nil), ("--instruments", options.listsInstruments),
      ("--log-in", options.logsIn), ("--log-out", options.logsOut),
      ("--health", options.tellsHealth),
      ("--watch", options.watch != nil), ("--stream", options.stream != nil),
      ("--from", !options.sources.isEmpty),
    ].filter(\.1).map(\.0)
    if tasks.count > 1 {
      throw .combination("\(tasks[0]) and \(tasks[1]) cannot be used together")
    }
    try checkTimes()
    if options.stream != nil { try checkStream() }
    if let task = tasks.first, options.watch == nil, options.stream == nil, options.sources.isEmpty
    {
      try checkNoChain(task)
    }
    if !options.sources.isEmpty { try checkFiles() }
    if options.record != nil, options.replay != nil {
      throw .combination("--record and --replay cannot be used together")
    }
    if options.record != nil, options.longestAge.milliseconds > 0 {
      throw .combination(
        "--record keeps calls, and with --max-age there may be none; leave one of them out")
    }
    if options.replay != nil, options.logsIn || options.logsOut || options.tellsHealth {
      throw .combination("a recording has no sessions; leave --replay out")
    }
    if options.isWarming, options.changedOnly {
      throw .combination("--warm writes nothing, so --changed has nothing to leave out")
    }
    if options.pattern != nil, !options.listsInstruments {
      throw .combination("--grep looks through --instruments; name that too")
    }
  }

  private func checkTimes() throws(UsageError) {
    if let watch = options.watch, watch.milliseconds <= 0 {
      throw .combination("--watch must be longer than 0s")
    }
    if options.watch != nil, options.until == nil {
      throw .combination("--watch goes on for ever; say with --until when it ends")
    }
    if options.until != nil, options.watch == nil, options.stream == nil, options.candles == nil {
      throw .combination("--until ends --watch, --stream or --candles; name one of them")
    }
    if let stream = options.stream, stream.milliseconds <= 0 {
      throw .combination("--stream must be longer than 0s")
    }
    if options.since != nil, options.candles == nil {
      throw .combination("--since begins --candles; name that too")
    }
  }

  /// What is about chains alone.
  private func checkNoChain(_ task: String) throws(UsageError) {
    let foreign = [
      ("--expiry", !options.expiries.isEmpty), ("--strikes", options.strikes != .all),
      ("--order", options.order != .money), ("--changed", options.changedOnly),
      ("--keep", options.keeping.keepsRows), ("--dry-run", options.keeping.isDryRun),
    ].first(where: \.1)
    if let foreign {
      throw .combination("\(foreign.0) is about chains, and \(task) fetches none")
    }
    if options.tellsHealth, options.record != nil {
      throw .combination("--health asks nobody, so there is nothing to record")
    }
  }

  /// What says nothing of ticks.
  private func checkStream() throws(UsageError) {
    if options.record != nil || options.replay != nil {
      throw .combination(
        "a stream is not recorded; its output is the recording, and --keep puts it into the store")
    }
    if options.changedOnly {
      throw .combination("--stream writes only what has changed; leave --changed out")
    }
    let foreign = [
      ("--max-age", options.longestAge.milliseconds > 0), ("--warm", options.isWarming),
      ("--order", options.order != .money),
    ].first(where: \.1)
    if let foreign {
      throw .combination("\(foreign.0) is about chains, and --stream writes ticks as they come")
    }
  }

  /// What is for brokers alone.
  private func checkFiles() throws(UsageError) {
    let foreign = [
      ("--broker", !options.brokers.isEmpty), ("--strikes", options.strikes != .all),
      ("--changed", options.changedOnly), ("--max-age", options.longestAge.milliseconds > 0),
      ("--warm", options.isWarming), ("--record", options.record != nil),
      ("--replay", options.replay != nil), ("--order", options.order != .money),
    ].first(where: \.1)
    if let foreign {
      throw .combination("\(foreign.0) is for brokers, and --from asks none")
    }
  }
}

extension FetchChain.Options {
  /// The options with the files among the words where they belong: behind --from a shell leaves all but the
  /// first of `*.csv` to the names.
  func sortingWords() throws(UsageError) -> Self {
    // No underlying has a point or a stroke in its name.
    let files = underlyings.filter { $0.contains(".") || $0.contains("/") }
    guard let first = files.first else { return self }
    guard !sources.isEmpty else {
      throw .combination("'\(first)' is no underlying; a file is read with --from \(first)")
    }
    var options = self
    options.sources += files.compactMap { PathArgument(argument: $0) }
    options.underlyings.removeAll(where: files.contains)
    return options
  }
}
