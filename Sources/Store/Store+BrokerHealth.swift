package import Scalars

/// How one call of a broker went.
package struct BrokerCall: Sendable, Equatable {
  /// Why a call failed, as far as it matters for when to try again.
  package enum Failure: String, CaseIterable, Sendable {
    /// The session has ended, or the broker does not know it.
    case session
    /// The broker was asked too often.
    case rateLimit = "rate_limit"
    /// The broker was not reached, or did not answer in time.
    case network
    /// Anything else.
    case unknown
  }

  /// When the call ended.
  package let at: Timestamp
  /// The run that made it, and its number among the calls of that run.
  package let run: String
  package let number: Int64
  /// Why it failed; nil for a success.
  package let failure: Failure?
  package let durationMicroseconds: Int64

  /// Creates a record of a call.
  package init(
    at: Timestamp, run: String, number: Int64, failure: Failure? = nil, durationMicroseconds: Int64
  ) {
    self.at = at
    self.run = run
    self.number = number
    self.failure = failure
    self.durationMicroseconds = durationMicroseconds
  }
}

extension Store {
  /// Keeps how calls of a broker went; what is kept already stays as it is.
  ///
  /// - Returns: how many were new.
  @discardableResult
  package func keep(_ calls: [BrokerCall], of broker: String) throws -> Int {
    if calls.isEmpty { return 0 }
    return try transaction {
      try insert(BrokerHealthTable.insert) { buffer in
        for call in calls {
          buffer.add(broker)
          buffer.add(call.at.milliseconds)
          buffer.add(call.run)
          buffer.add(call.number)
          buffer.add(Int64(call.failure == nil ? 1 : 0))
          buffer.add(call.failure?.rawValue)
          buffer.add(call.durationMicroseconds)
          try buffer.endRow(in: self)
        }
      }.added
    }
  }

  /// The latest calls of a broker, in the order in which they were made.
  ///
  /// - Parameter most: how many they may be.
  package func latestCalls(of broker: String, most: Int) throws -> [BrokerCall] {
    try with(BrokerHealthTable.latest) { statement in
      try statement.bind(1, broker)
      // To SQLite a limit below zero is none.
      try statement.bind(2, max(0, most))
      return try Self.calls(statement).reversed()
    }
  }

  /// The calls of a broker from a time on, in the order in which they were made.
  package func calls(of broker: String, since start: Timestamp) throws -> [BrokerCall] {
    try with(BrokerHealthTable.since) { statement in
      try statement.bind(1, broker)
      try statement.bind(2, start.milliseconds)
      return try Self.calls(statement)
    }
  }

  private static func calls(_ statement: Statement) throws -> [BrokerCall] {
    var calls: [BrokerCall] = []
    while try statement.step() {
      // A class that a later version has kept is a failure all the same.
      let failure = statement.textOrNil(4).map { BrokerCall.Failure(rawValue: $0) ?? .unknown }
      calls.append(
        BrokerCall(
          at: Timestamp(milliseconds: statement.whole(0)), run: statement.text(1),
          number: statement.whole(2), failure: statement.whole(3) == 1 ? nil : failure,
          durationMicroseconds: statement.whole(5)))
    }
    return calls
  }

  /// The brokers that were ever called, by name.
  package func calledBrokers() throws -> [String] {
    var names: [String] = []
    while let next = try calledBroker(after: names.last ?? "") { names.append(next) }
    return names
  }

  private func calledBroker(after name: String) throws -> String? {
    try with(BrokerHealthTable.nextBroker) { statement in
      try statement.bind(1, name)
      return try statement.step() ? statement.textOrNil(0) : nil
    }
  }
}
