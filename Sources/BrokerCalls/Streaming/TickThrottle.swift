/// Lets ticks of each instrument through at a distance: of those in between the last one wins, and goes
/// through when its time has come.
///
/// A tick that says what the one before it said is none. There is no clock in here: whoever calls says
/// what time it is, and time does not go back.
package struct TickThrottle: Sendable {
  /// What became of a tick.
  package enum Outcome: Sendable, Equatable {
    /// It goes through now.
    case passes
    /// It waits.
    case waits
    /// It waits in the place of another one.
    case supersedes
    /// It says nothing new.
    case isDuplicate
    /// It takes back what waited: all is as it was.
    case cancels
  }

  private struct Instrument: Sendable {
    var passed: StreamTick.Market?
    var waiting: StreamTick?
    var isCooling = false
  }

  private let span: Duration
  private var instruments: [Instrument]
  /// The instruments whose span has not ended, by when it does: all spans are equally long.
  private var cooling = CoolingQueue()
  /// How many ticks wait.
  package private(set) var waiting = 0

  /// Begins with so many instruments of which nothing is known.
  package init(count: Int, span: Duration) {
    self.span = span
    instruments = Array(repeating: Instrument(), count: count)
  }

  /// When the next tick that waits may go through; nil where none waits.
  package var nextRelease: Duration? { waiting == 0 ? nil : cooling.first?.end }

  /// Takes a tick in.
  package mutating func take(_ tick: StreamTick, at now: Duration) -> Outcome {
    let place = tick.place
    let earlier = instruments[place].waiting
    if tick.market == earlier?.market ?? instruments[place].passed { return .isDuplicate }
    if earlier != nil, tick.market == instruments[place].passed {
      instruments[place].waiting = nil
      waiting -= 1
      return .cancels
    }
    guard instruments[place].isCooling else {
      pass(tick, at: now)
      return .passes
    }
    instruments[place].waiting = tick
    if earlier != nil { return .supersedes }
    waiting += 1
    return .waits
  }

  /// Gives out the ticks whose time has come.
  package mutating func release(at now: Duration, _ take: (StreamTick) -> Void) {
    while let first = cooling.first, first.end <= now {
      cooling.removeFirst()
      instruments[first.place].isCooling = false
      guard let tick = instruments[first.place].waiting else { continue }
      instruments[first.place].waiting = nil
      waiting -= 1
      pass(tick, at: now)
      take(tick)
    }
  }

  /// Gives out all that waits, for nothing comes after it for now.
  package mutating func releaseAll(_ take: (StreamTick) -> Void) {
    while let first = cooling.first {
      cooling.removeFirst()
      instruments[first.place].isCooling = false
      guard let tick = instruments[first.place].waiting else { continue }
      instruments[first.place].waiting = nil
      instruments[first.place].passed = tick.market
      take(tick)
    }
    waiting = 0
  }

  private mutating func pass(_ tick: StreamTick, at now: Duration) {
    instruments[tick.place].passed = tick.market
    guard span > .zero else { return }
    instruments[tick.place].isCooling = true
    cooling.append(CoolingQueue.Entry(place: tick.place, end: now + span))
  }
}

/// Instruments in the order in which their spans end, each of them once.
private struct CoolingQueue: Sendable {
  struct Entry: Sendable {
    let place: Int
    let end: Duration
  }

  private var entries: [Entry] = []
  private var start = 0

  var first: Entry? { start < entries.count ? entries[start] : nil }

  mutating func append(_ entry: Entry) { entries.append(entry) }

  mutating func removeFirst() {
    start += 1
    // Moving the rest together costs less the fewer they are beside what has gone.
    guard start * 2 >= entries.count else { return }
    entries.removeFirst(start)
    start = 0
  }
}
