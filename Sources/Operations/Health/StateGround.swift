package import Scalars

/// What a state of the system comes from.
package enum StateGround: Sendable, Equatable {
  /// The kill switch is on.
  case killSwitch
  /// The kill switch was on, and nobody has released it since.
  case unreleasedKillSwitch
  /// So many recoveries in a row have failed, and nobody has released it since.
  case failedRecoveries(Int)
  /// So many calls in a row have failed.
  case failures(Int, pausedUntil: Timestamp)
  /// All subscribed symbols are stale.
  case nothingFresh([String])
  /// The pause is over, but no call has succeeded yet.
  case noSuccessYet(failedRecoveries: Int)
  /// Some subscribed symbols are stale.
  case stale([String])
  /// So many of the latest five calls have failed.
  case recentFailures(Int)
  /// The session with the broker is of this age.
  case oldSession(TimeSpan)
  /// Nothing is wrong.
  case nothing

  /// The state that it makes.
  package var state: SystemState {
    switch self {
    case .killSwitch, .unreleasedKillSwitch, .failedRecoveries: .critical
    case .failures, .nothingFresh: .paused
    case .noSuccessYet: .recovering
    case .stale, .recentFailures, .oldSession: .degraded
    case .nothing: .healthy
    }
  }
}

extension StateGround: CustomStringConvertible {
  /// What it is, for people.
  package var description: String {
    switch self {
    case .killSwitch: "the kill switch is on"
    case .unreleasedKillSwitch: "the kill switch was on, and nobody has released it with a reason"
    case .failedRecoveries(let count):
      "\(Self.count(count, "recovery", "recoveries")) in a row failed, which only a release ends"
    case .failures(let count, let end):
      "\(Self.count(count, "call", "calls")) in a row failed; the pause ends at \(end)"
    case .nothingFresh(let symbols): "no price is fresh: \(Self.names(symbols))"
    case .noSuccessYet(0): "the pause is over, but no call has succeeded yet"
    case .noSuccessYet(let count):
      "the pause is over, but no call has succeeded yet; "
        + "\(Self.count(count, "recovery", "recoveries")) failed"
    case .stale(let symbols): "stale: \(Self.names(symbols))"
    case .recentFailures(let count): "\(count) of the latest \(StateRules.window) calls failed"
    case .oldSession(let age): "the session with the broker is \(age) old"
    case .nothing: "nothing is wrong"
    }
  }

  private static func count(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// The first few names, and how many there are besides.
  private static func names(_ symbols: [String]) -> String {
    let shown = symbols.prefix(3).joined(separator: ", ")
    return symbols.count > 3 ? "\(shown) and \(symbols.count - 3) more" : shown
  }
}
