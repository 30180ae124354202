import Operations
import Scalars

/// The rules read anew over all that has happened, with nothing kept from one event to the next.
struct ReadRules {
  /// What has happened, in the order of time.
  var events: [(event: SystemEvent, at: Int64)] = []

  private struct Calls {
    var failures: [Int64] = []
    var attempts = 0
    var latest: ArraySlice<Bool> = []
  }

  private func calls(_ count: Int) -> Calls {
    let before = events.prefix(count)
    let made = before.filter { $0.event == .callFailed || $0.event == .callSucceeded }
    let row = made.reversed().prefix { $0.event == .callFailed }.map(\.at)
    var calls = Calls(failures: row.reversed())
    calls.latest = made.map { $0.event == .callFailed }.suffix(5)
    // Attempts since the last success and the last release: failures behind three others, thirty
    // seconds after the one before.
    let released = before.lastIndex { $0.event == .released } ?? -1
    let succeeded = before.lastIndex { $0.event == .callSucceeded } ?? -1
    let indices = before.indices.filter { $0 > succeeded && before[$0].event == .callFailed }
    for (order, index) in indices.enumerated() where order >= 3 && index > released {
      if before[index].at - before[indices[order - 1]].at >= 30_000 { calls.attempts += 1 }
    }
    return calls
  }

  private func isKillSwitchOn(_ count: Int) -> Bool {
    let last = events.prefix(count).last { if case .killSwitch = $0.event { true } else { false } }
    return last?.event == .killSwitch(isOn: true)
  }

  private var isCritical: Bool {
    let released = events.lastIndex { $0.event == .released } ?? 0
    return (released..<max(released, events.count)).contains { index in
      isKillSwitchOn(index + 1) || calls(index + 1).attempts >= 3
    }
  }

  /// The ages of the subscribed symbols; nil where no price has come since the subscription.
  func ages(at now: Int64) -> [String: Int64?] {
    var ages: [String: Int64?] = [:]
    for symbol in ["A", "B", "C"] {
      let begin = events.lastIndex { $0.event == .unsubscribed(symbol) } ?? -1
      let subscribed = events.indices.first {
        $0 > begin && events[$0].event == .subscribed(symbol)
      }
      guard let subscribed else { continue }
      let made: [Int64] = events[subscribed...].compactMap { entry in
        guard case .age(symbol, let age) = entry.event else { return nil }
        return entry.at - age.milliseconds
      }
      ages[symbol] = .some(made.max().map { now - $0 })
    }
    return ages
  }

  func stale(at now: Int64) -> [String] {
    ages(at: now).filter { ($0.value ?? .max) > 10_000 }.keys.sorted()
  }

  private func sessionAge(at now: Int64) -> Int64? {
    for entry in events.reversed() {
      if entry.event == .sessionEnded { return nil }
      if case .sessionAge(let age) = entry.event { return now - entry.at + age.milliseconds }
    }
    return nil
  }

  func state(at now: Int64) -> SystemState {
    let calls = calls(events.count)
    let isBroken = calls.failures.count >= 3
    let sinceFailure = calls.failures.last.map { now - $0 } ?? 0
    let stale = stale(at: now)
    let count = ages(at: now).count
    if isCritical { return .critical }
    if isBroken && sinceFailure < 30_000 || count > 0 && stale.count == count { return .paused }
    if isBroken { return .recovering }
    let isOld = sessionAge(at: now).map { $0 > 240 * 60_000 } ?? false
    if !stale.isEmpty || calls.latest.contains(true) || isOld { return .degraded }
    return .healthy
  }
}
