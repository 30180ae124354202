import BrokerCalls
import Brokers
import CommandLineKit
import Files
import Market
import Scalars
import Store
import Transport

/// `fetch-chain --stream`: ticks as they come, for a time.
struct TickTask {
  private let fetch: BrokerFetch
  private let length: TimeSpan
  private let rules: StreamRules

  init(_ fetch: BrokerFetch, for length: TimeSpan) {
    self.fetch = fetch
    self.length = length
    rules = StreamRules(fetch.settings)
  }

  func run() throws -> ExitCode {
    try checkEnd()
    let depot: RowDepot<TickRecord>? = try fetch.options.keeping.depot(
      fetch.options.common, fetch.surroundings)
    let (stream, symbols) = try opened()
    var run = try TickRun(fetch, rules, stream, of: symbols, into: depot)
    // From here on there is something to bring to a good end.
    StopRequest.hold()
    let failure = try run.pump(until: end(by: stream))
    let written = try run.finish()
    if let depot {
      try fetch.options.keeping.finish(
        depot, passed: written, FetchChain.facts.name, fetch.options.common, fetch.log)
    }
    if let failure { throw failure }
    return written == 0 && fetch.options.requiresMatch ? .negative : .success
  }

  /// A stream of the first broker that gives one, and the names of its instruments.
  private func opened() throws -> (stream: TickStream, symbols: [String]) {
    try fetch.desk.router.ask({ $0.quoteLimit }) { line in
      guard let door = fetch.desk.feedDoor(at: line.broker.id) else {
        preconditionFailure("a recording is not asked for a stream")
      }
      let targets = try StreamTargets(fetch, from: line)
      let stream = TickStream(door, of: targets.instruments, rules)
      let missing = targets.instruments.count - stream.instruments.count
      if missing > 0 {
        fetch.warn(
          "\(line.broker.id.rawValue) gives ticks of \(stream.instruments.count) instruments at a time; "
            + "the \(missing) that are farthest from the money are left out")
      }
      // Who wants ticks for seconds does not wait for minutes.
      try stream.open(within: max(Self.leastPatience, .milliseconds(length.milliseconds)))
      return (stream, stream.instruments.map { targets.symbols[$0.key] ?? $0.symbol })
    }
  }

  /// To connect may take so long, however short the stream is.
  private static let leastPatience = Duration.seconds(10)

  /// Refuses an end that is over, before anybody is asked.
  private func checkEnd() throws {
    guard let until = fetch.options.until,
      try fetch.instant(until, isEnd: true) <= fetch.desk.now
    else { return }
    throw UsageError.combination("--until lies in the past, and --stream begins now")
  }

  /// When it is over, by the clock of waits.
  private func end(by stream: TickStream) throws -> Duration {
    let now = stream.now
    var left = length
    if let until = fetch.options.until {
      left = min(left, try fetch.instant(until, isEnd: true) - now)
    }
    return stream.pauses.now() + .milliseconds(max(0, left.milliseconds))
  }
}
