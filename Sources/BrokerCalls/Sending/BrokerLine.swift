package import Brokers
package import Scalars
private import Transport

/// Asks one broker: keeps a session, repeats what is worth it, and says why when there is no answer.
package final class BrokerLine {
  private let sender: CallSender
  private let sessions: SessionKeeper?
  private let patience: Patience
  private var random: any RandomNumberGenerator
  /// Until when there may be calls, where several questions share the time.
  private var sharedDeadline: Timestamp?
  /// What went wrong last and was tried again.
  private var lastProblem: String?

  /// Creates a line.
  ///
  /// - Parameters:
  ///   - sessions: keeps the session; nil where none is needed, as in a recording.
  ///   - random: where the lengths of pauses are drawn from.
  package init(
    _ sender: CallSender, _ sessions: SessionKeeper?, _ patience: Patience,
    random: any RandomNumberGenerator
  ) {
    self.sender = sender
    self.sessions = sessions
    self.patience = patience
    self.random = random
  }

  /// The broker.
  package var broker: any Broker { sender.broker }

  /// What time it is.
  package var now: Timestamp { sender.courier.now }

  /// How many calls of a group are left in its budget.
  package func left(of group: LimitGroup) throws -> Int {
    try sender.budgets?.left(of: group, at: sender.courier.limitTime) ?? .max
  }

  /// From now on all questions together may take as long as the patience lasts.
  func restartDeadline() { sharedDeadline = now + patience.deadline }

  /// Asks several questions and returns all answers, in the order of the questions.
  ///
  /// A question that had to be halved has two answers.
  ///
  /// - Parameters:
  ///   - answered: is called when one of them has its answer, of so many.
  ///   - taken: takes each answer as it comes, also where another question has none in the end.
  /// - Throws: ``CallFailure`` when one of them has none in the end.
  package func answers<Value: Sendable>(
    to queries: [BrokerQuery<Value>], answered: (_ done: Int, _ all: Int) -> Void = { _, _ in },
    taken: (Answer<Value>) -> Void = { _ in }
  ) throws -> [Answer<Value>] {
    var work = Round(queries)
    let deadline = sharedDeadline ?? now + patience.deadline
    while !work.isDone {
      let session = try session(for: work.queries)
      try send(&work, in: session, until: deadline, answered, taken)
      if let session, work.needsSession {
        try sessions?.renew(work.remedy, insteadOf: session, by: sender)
        work.noteRenewal()
      }
      if let pause = try pause(after: work, until: deadline) { try sender.courier.pause(pause) }
    }
    return work.answers
  }

  /// An answer, and when it was there.
  package struct Answer<Value: Sendable>: Sendable {
    package let value: Value
    package let at: Timestamp
  }

  private func session<Value>(for queries: [BrokerQuery<Value>]) throws -> BrokerSession? {
    guard queries.contains(where: \.request.needsSession) else { return nil }
    return try sessions?.session(by: sender)
  }

  private func send<Value>(
    _ work: inout Round<Value>, in session: BrokerSession?, until deadline: Timestamp,
    _ answered: (Int, Int) -> Void, _ taken: (Answer<Value>) -> Void
  ) throws {
    let pending = work.startRound()
    try sender.send(pending.map(\.query), in: session, until: deadline) { index, outcome in
      let place = pending[index].place
      let group = pending[index].query.request.limit
      func failed(_ failure: BrokerFailure, _ kind: CallFailure.Kind) -> CallFailure {
        CallFailure(failure, kind, broker.id, to: group)
      }
      switch outcome.outcome {
      case .ok(let value):
        let answer = Answer(value: value, at: outcome.at)
        work.settle(place, answer)
        taken(answer)
      case .nothing:
        throw failed(BrokerFailure(message: "there is nothing about what was asked"), .refused)
      case _ where outcome.isTooLarge && work.halve(place): break
      case .transient(let failure):
        lastProblem = failure.message
        guard try mayRepeat(work, place, failure, outcome.error) else {
          throw failed(failure, .unavailable)
        }
        work.pauseFirst()
      case .protocolBroken(let failure):
        // A body that was damaged on its way may come whole the next time.
        guard work.tries(place) <= 1 else { throw failed(failure, .notTheProtocol) }
      case .rateLimited(let failure):
        guard work.mayWaitForLimit(place) else { throw failed(failure, .tryLater) }
      case .session(let remedy, let failure):
        guard work.mayRenewSession, remedy != .person, sessions != nil else {
          throw failed(failure, .login)
        }
        work.awaitSession(place, remedy)
      case .rejected(let failure): throw failed(failure, .refused)
      }
      answered(work.settled, work.count)
    }
  }

  /// Whether a call that failed on its way, or that the broker could not answer, is made again.
  private func mayRepeat<Value>(
    _ work: Round<Value>, _ place: Int, _ failure: BrokerFailure, _ error: TransportError?
  ) throws -> Bool {
    if let error, !error.mayPass { throw CallFailure(error, of: broker.id) }
    let usual = patience.tries - 1
    if work.tries(place) <= min(usual, failure.mostRepeats ?? usual) { return true }
    if let error { throw CallFailure(error, of: broker.id) }
    return false
  }

  /// How long to wait before what is left is sent again; nil for not at all.
  private func pause<Value>(
    after work: Round<Value>, until deadline: Timestamp
  ) throws -> Duration? {
    guard !work.isDone, work.wantsPause else { return nil }
    let pause = patience.pause(after: work.mostTries, using: &random)
    guard now + TimeSpan(milliseconds: Int64(pause / .milliseconds(1))) < deadline else {
      let problem = lastProblem.map { ": \($0)" } ?? ""
      throw CallFailure(
        .unavailable, broker.id, "gave up after \(patience.deadline)\(problem)",
        remedy: "try again later")
    }
    return pause
  }
}

extension TransportError {
  /// Whether another try may end otherwise.
  fileprivate var mayPass: Bool {
    switch self {
    case .cannotResolve, .cannotConnect, .cannotEncrypt, .timedOut, .incomplete, .ended, .failed:
      true
    // What came may have been damaged on its way.
    case .notTheProtocol(_, .packing), .notTheProtocol(_, .garbage): true
    default: false
    }
  }
}
