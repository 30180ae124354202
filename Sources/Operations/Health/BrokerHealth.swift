package import Scalars
package import Store

/// How a broker is, by its calls of late.
package struct BrokerHealth: Sendable {
  /// How many calls there were.
  package let calls: Int
  /// How many of them failed, by their class.
  package let failures: [BrokerCall.Failure: Int]
  /// How many have failed since the last success.
  package let failuresInRow: Int
  /// How long they took; nil where there were none.
  package let figures: LatencyFigures?
  package let lastSuccess, lastFailure: Timestamp?
  /// Until when it is left alone; nil where it may be asked.
  package let pausedUntil: Timestamp?
  /// The state that follows, with what it comes from.
  package let ground: StateGround

  /// Works it out.
  ///
  /// - Parameters:
  ///   - calls: in the order in which they were made.
  ///   - sessionAge: how old the session is; nil where there is none.
  package init(
    _ calls: [BrokerCall], _ rules: StateRules, killSwitchIsOn: Bool = false,
    sessionAge: TimeSpan? = nil, at now: Timestamp
  ) {
    var watch = SystemWatch(rules)
    for call in calls {
      watch.note(call.failure == nil ? .callSucceeded : .callFailed, at: call.at)
    }
    if let sessionAge { watch.note(.sessionAge(sessionAge), at: now) }
    if killSwitchIsOn { watch.note(.killSwitch(isOn: true), at: now) }
    self.calls = calls.count
    failures = calls.reduce(into: [:]) { counts, call in
      if let failure = call.failure { counts[failure, default: 0] += 1 }
    }
    failuresInRow = watch.calls.failuresInRow
    figures = LatencyFigures(microseconds: calls.map(\.durationMicroseconds))
    lastSuccess = calls.last { $0.failure == nil }?.at
    lastFailure = calls.last { $0.failure != nil }?.at
    pausedUntil = watch.calls.pauseEnd.flatMap { now < $0 ? $0 : nil }
    ground = watch.ground(at: now)
  }
}
