package import Scalars

/// Follows what happens and says how far the system may trade.
///
///     var watch = SystemWatch(StateRules(settings))
///     watch.note(.subscribed("NIFTY"), at: time)
///     watch.note(.callFailed, at: later)
///     watch.state(at: now)
///
/// Time never goes back: what is given an earlier time than the event before it happens with that.
package struct SystemWatch: Sendable, Equatable {
  /// The limits.
  package let rules: StateRules
  /// What the calls of the broker say.
  package private(set) var calls: CallHistory
  /// Whether the kill switch is on.
  package private(set) var isKillSwitchOn = false
  /// What has stopped everything and was not released since.
  private var latch: StateGround?
  /// When the latest price of each subscribed symbol was made; nil before the first.
  private var prices: [String: Timestamp?] = [:]
  private var sessionBegan: Timestamp?
  private var latest = Timestamp(milliseconds: .min)

  /// Begins with nothing subscribed, no call made and no session.
  package init(_ rules: StateRules) {
    self.rules = rules
    calls = CallHistory(rules)
  }

  /// Takes in what has happened.
  package mutating func note(_ event: SystemEvent, at given: Timestamp) {
    let time = max(given, latest)
    latest = time
    switch event {
    case .callSucceeded: calls.succeed()
    case .callFailed: calls.fail(at: time)
    case .subscribed(let symbol): if prices[symbol] == nil { prices[symbol] = .some(nil) }
    case .unsubscribed(let symbol): prices[symbol] = nil
    case .age(let symbol, let age): notePrice(of: symbol, time.before(age))
    case .sessionAge(let age): sessionBegan = time.before(age)
    case .sessionEnded: sessionBegan = nil
    case .killSwitch(let isOn): isKillSwitchOn = isOn
    case .released:
      latch = nil
      calls.forgetRecoveries()
    }
    if latch == nil { latch = stop }
  }

  /// What stops everything now.
  private var stop: StateGround? {
    if isKillSwitchOn { return .unreleasedKillSwitch }
    return calls.failedRecoveries >= rules.attempts ? .failedRecoveries(rules.attempts) : nil
  }

  /// A price that was overtaken on its way makes the symbol no older.
  private mutating func notePrice(of symbol: String, _ made: Timestamp) {
    guard let known = prices[symbol] else { return }
    prices[symbol] = known.map { max($0, made) } ?? made
  }

  // MARK: What follows

  /// The state.
  package func state(at time: Timestamp) -> SystemState { ground(at: time).state }

  /// The state with what it comes from: the first rule that holds.
  package func ground(at given: Timestamp) -> StateGround {
    let time = max(given, latest)
    if isKillSwitchOn { return .killSwitch }
    if let latch { return latch }
    if let end = calls.pauseEnd, time < end {
      return .failures(calls.failuresInRow, pausedUntil: end)
    }
    let stale = staleSymbols(at: time)
    if !stale.isEmpty, stale.count == prices.count { return .nothingFresh(stale) }
    if calls.isRecovering(at: time) {
      return .noSuccessYet(failedRecoveries: calls.failedRecoveries)
    }
    if !stale.isEmpty { return .stale(stale) }
    if calls.recentFailures > 0 { return .recentFailures(calls.recentFailures) }
    if let sessionBegan, sessionBegan.age(at: time) > rules.session {
      return .oldSession(sessionBegan.age(at: time))
    }
    return .nothing
  }

  /// The subscribed symbols whose prices are too old, or of which there is none yet, by name.
  package func staleSymbols(at given: Timestamp) -> [String] {
    let time = max(given, latest)
    return prices.filter { isStale($0.value, at: time) }.keys.sorted()
  }

  /// Whether an order that opens risk is allowed.
  ///
  /// - Parameter symbols: what its price depends on, such as an option and its underlying; where
  ///   one is not subscribed nothing is known of its price, and the order is not allowed.
  package func allowsEntry(in symbols: [String], at given: Timestamp) -> Bool {
    let time = max(given, latest)
    return state(at: time).allowsEntries
      && symbols.allSatisfy { symbol in
        prices[symbol].map { !isStale($0, at: time) } ?? false
      }
  }

  private func isStale(_ price: Timestamp?, at time: Timestamp) -> Bool {
    price.map { $0.age(at: time) > rules.freshness } ?? true
  }
}

extension Timestamp {
  /// How long ago it was; the longest span there is where that is longer.
  fileprivate func age(at time: Timestamp) -> TimeSpan {
    let (age, overflow) = time.milliseconds.subtractingReportingOverflow(milliseconds)
    return TimeSpan(milliseconds: overflow ? .max : age)
  }

  /// The instant so much earlier; what is said to come from later comes from now.
  fileprivate func before(_ age: TimeSpan) -> Timestamp {
    let (made, overflow) = milliseconds.subtractingReportingOverflow(max(0, age.milliseconds))
    return Timestamp(milliseconds: overflow ? .min : made)
  }
}
