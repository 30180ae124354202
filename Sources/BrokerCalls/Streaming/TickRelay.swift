/// The way of ticks from the stream to who reads it: what says nothing new is left out, each instrument
/// is throttled, and what is ready waits for others and for the reader.
///
/// How much waits is bounded by the number of instruments and the configured room, whatever the rate.
package struct TickRelay: Sendable {
  private let rules: RelayRules
  private var throttle: TickThrottle
  private var backlog: TickBacklog
  /// Since when the oldest that is ready waits.
  private var readySince: Duration?
  private var replaced = 0
  /// How many ticks said nothing new.
  package private(set) var duplicates = 0
  /// How many ticks were given out.
  package private(set) var relayed = 0

  /// Begins with so many instruments of which nothing is known.
  package init(count: Int, _ rules: RelayRules) {
    self.rules = rules
    throttle = TickThrottle(count: count, span: rules.throttle)
    backlog = TickBacklog(count: count, capacity: rules.capacity)
  }

  /// How many ticks were replaced by newer ones of the same instrument.
  package var superseded: Int { replaced + backlog.superseded }

  /// How much waits.
  package var waiting: Int { throttle.waiting + backlog.count }

  /// Whether something is to be written now.
  package func isDue(at now: Duration) -> Bool {
    guard let readySince else { return false }
    return backlog.count >= rules.together || readySince + rules.longestWait <= now
  }

  /// When something has to be done; nil where nothing waits.
  package var nextDue: Duration? {
    let write = readySince.map { $0 + rules.longestWait }
    guard let release = throttle.nextRelease else { return write }
    return write.map { min($0, release) } ?? release
  }

  /// Takes a tick in.
  package mutating func take(_ tick: StreamTick, at now: Duration) {
    switch throttle.take(tick, at: now) {
    case .passes: makeReady(tick, at: now)
    case .waits: break
    case .supersedes: replaced += 1
    case .isDuplicate: duplicates += 1
    case .cancels:
      replaced += 1
      duplicates += 1
    }
  }

  /// Takes a gap in; what came before it goes before it.
  package mutating func take(_ gap: StreamGap, at now: Duration) {
    releaseAll(at: now)
    backlog.add(gap)
    readySince = readySince ?? now
  }

  /// Makes ready what has waited long enough for its turn.
  package mutating func advance(to now: Duration) {
    guard let release = throttle.nextRelease, release <= now else { return }
    var ready: [StreamTick] = []
    throttle.release(at: now) { ready.append($0) }
    for tick in ready { makeReady(tick, at: now) }
  }

  /// Makes ready all that waits, for nothing comes after it for now.
  package mutating func releaseAll(at now: Duration) {
    var ready: [StreamTick] = []
    throttle.releaseAll { ready.append($0) }
    for tick in ready { makeReady(tick, at: now) }
  }

  /// Gives out so many rows at the most.
  package mutating func rows(
    atMost most: Int, _ order: TickBacklog.Order, at now: Duration
  ) -> [TickBacklog.Row] {
    let rows = backlog.take(most, order)
    if backlog.count == 0 { readySince = nil }
    for row in rows { if case .tick = row { relayed += 1 } }
    return rows
  }

  private mutating func makeReady(_ tick: StreamTick, at now: Duration) {
    backlog.add(tick)
    readySince = readySince ?? now
  }
}
