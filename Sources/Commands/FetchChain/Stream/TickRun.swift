import BrokerCalls
import Brokers
import CommandLineKit
import Files
import Scalars
import Store
import Transport

/// Carries ticks from a stream to the output, and never waits for the one while the other could go on.
struct TickRun: ~Copyable {
  private let stream: TickStream
  private let pauses: Pauses
  private let progress: ProgressBar?
  private var relay: TickRelay
  private var writer: TickWriter
  private var keeper: TickKeeper?
  private var report: StreamReport
  private var haul = TickStream.Haul()
  /// How many kinds of faults were told of.
  private var faultsSaid = 0
  /// Whether something is due that the reader does not take yet.
  private var isBlocked = false

  init(
    _ fetch: BrokerFetch, _ rules: StreamRules, _ stream: TickStream, of symbols: [String],
    into depot: RowDepot<TickRecord>?
  ) throws {
    self.stream = stream
    pauses = stream.pauses
    relay = TickRelay(count: symbols.count, rules.relay)
    keeper = depot.map { TickKeeper($0, of: symbols, together: rules.relay.together) }
    report = StreamReport(fetch, of: stream.broker)
    writer = try TickWriter(fetch, of: symbols, from: stream.broker)
    let errors = fetch.surroundings.errors(fetch.options.common)
    progress =
      fetch.options.common.progress.isShown(on: errors)
      ? ProgressBar(
        FetchChain.facts.name, total: nil, counting: "ticks", terminal: errors,
        write: StandardError.write) : nil
  }

  /// So long it is looked for messages before the reader is asked again.
  private static let pauseOfReader = Duration.milliseconds(5)

  /// Carries ticks until the time is over, or somebody has had enough.
  ///
  /// - Returns: why it ended before its time, whatever went wrong; nil where it did not.
  /// - Throws: what keeps the output from being written, after which there is nothing to bring to an end.
  mutating func pump(until end: Duration) throws -> (any Error)? {
    let start = pauses.now()
    while true {
      let now = pauses.now()
      if now >= end || pauses.isInterrupted() { return nil }
      var wait = min(end, relay.nextDue ?? end, keeper?.nextDue ?? end) - now
      if isBlocked { wait = Self.pauseOfReader }
      do {
        try stream.read(into: &haul, within: max(.zero, wait), before: end)
      } catch {
        try take()
        if let failure = error as? CallFailure, failure.kind == .interrupted { return nil }
        return error
      }
      try take()
      progress?.update(
        done: stream.figures.ticks, records: stream.figures.ticks,
        seconds: (pauses.now() - start) / .seconds(1))
    }
  }

  /// Takes over what was read, and writes what is due.
  private mutating func take() throws {
    let now = pauses.now()
    for gap in haul.gaps { relay.take(gap, at: now) }
    for tick in haul.ticks { relay.take(tick, at: now) }
    if haul.hasNews || stream.figures.faults.count > faultsSaid {
      faultsSaid = stream.figures.faults.count
      progress?.erase()
      report.tell(haul, stream.figures)
    }
    haul.removeAll()
    relay.advance(to: now)
    // Who did not take all of it last time is behind, and gets what is most wanted.
    while relay.isDue(at: now), writer.takesMore {
      try write(isBlocked ? .wanted : .arrival, at: now)
    }
    isBlocked = relay.isDue(at: now)
    keeper?.advance(to: now)
  }

  private mutating func write(_ order: TickBacklog.Order, at now: Duration) throws {
    let rows = relay.rows(atMost: TickWriter.mostRows, order, at: now)
    progress?.erase()
    do {
      try writer.write(rows)
    } catch {
      // What was written before is kept all the same.
      keeper?.keep()
      throw error
    }
    keeper?.take(rows, at: now)
  }

  /// Brings all of it to an end: what waits is written, and what came of it is said.
  ///
  /// - Returns: how many ticks were written.
  mutating func finish() throws -> Int {
    progress?.erase()
    let now = pauses.now()
    relay.releaseAll(at: now)
    for gap in stream.close() {
      relay.take(gap, at: now)
      report.warn(of: gap)
    }
    // All of it is waited for now, so nothing is gained by another order.
    while relay.waiting > 0 { try write(.arrival, at: now) }
    keeper?.keep()
    try writer.finish()
    report.finish(relay, stream.figures)
    return relay.relayed
  }
}
