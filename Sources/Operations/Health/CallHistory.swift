package import Scalars
package import Store

/// What the calls of a broker say, one after the other.
package struct CallHistory: Sendable, Equatable {
  private let rules: StateRules
  /// How many calls have failed since the last success.
  package private(set) var failuresInRow = 0
  /// When the latest call failed; nil where it has succeeded.
  package private(set) var lastFailure: Timestamp?
  /// How many recoveries have failed since the last success or release.
  package private(set) var failedRecoveries = 0
  /// Whether the latest calls have failed, the oldest first.
  private var latest: [Bool] = []

  /// Begins with no calls.
  package init(_ rules: StateRules) {
    self.rules = rules
  }

  /// Takes in a call.
  package mutating func note(_ call: BrokerCall) {
    if call.failure == nil { succeed() } else { fail(at: call.at) }
  }

  /// Takes in a call that succeeded.
  package mutating func succeed() {
    note(hasFailed: false)
    failuresInRow = 0
    lastFailure = nil
    failedRecoveries = 0
  }

  /// Takes in a call that failed.
  ///
  /// One that was made when the pause was over was a recovery. Calls during the pause, such as those
  /// for exits, lengthen it and are none. Whether prices were stale too does not matter: they are,
  /// while a broker is down, and nobody would see that it stays down.
  package mutating func fail(at time: Timestamp) {
    if isRecovering(at: time) { failedRecoveries += 1 }
    note(hasFailed: true)
    failuresInRow += 1
    lastFailure = time
  }

  /// Forgets the recoveries that failed.
  package mutating func forgetRecoveries() { failedRecoveries = 0 }

  private mutating func note(hasFailed: Bool) {
    if latest.count == StateRules.window { latest.removeFirst() }
    latest.append(hasFailed)
  }

  /// How many of the latest five calls have failed.
  package var recentFailures: Int { latest.count { $0 } }

  /// When the pause ends, or has ended; nil where none was called for.
  package var pauseEnd: Timestamp? {
    failuresInRow >= rules.failures ? lastFailure.map { $0 + rules.pause } : nil
  }

  /// Whether the pause is over and no call has succeeded since.
  package func isRecovering(at time: Timestamp) -> Bool { pauseEnd.map { time >= $0 } ?? false }
}
