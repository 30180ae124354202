package import Brokers
private import Files
internal import Scalars
internal import Store
internal import Transport

/// Sends calls to one broker within its limits, and notes how each of them went.
package final class CallSender {
  let broker: any Broker
  let courier: any Courier
  /// Nil where nothing is limited, as in a recording.
  let budgets: CallBudgets?
  private let cache: AnswerCache?
  private let notes: CallNotes
  private var secrets: [() -> [[UInt8]]]

  /// Creates a sender.
  ///
  /// - Parameter secrets: what is not repeated where the broker should say it.
  package init(
    _ broker: any Broker, _ courier: any Courier, _ budgets: CallBudgets?, _ cache: AnswerCache?,
    _ notes: CallNotes, hiding secrets: [[UInt8]] = []
  ) {
    self.secrets = [{ secrets }]
    self.broker = broker
    self.courier = courier
    self.budgets = budgets
    self.cache = cache
    self.notes = notes
  }

  /// Names more that is not repeated.
  func hide(_ secrets: @escaping () -> [[UInt8]]) { self.secrets.append(secrets) }

  /// What takes secrets out of the words of the broker.
  var cover: SecretCover { SecretCover(secrets.flatMap { $0() }) }

  /// What came of a call.
  struct Outcome<Value: Sendable> {
    let outcome: BrokerOutcome<Value>
    /// Why there is no answer, where there is none.
    let error: TransportError?
    /// When it was there.
    let at: Timestamp
    /// Whether the call was too large for something on the way.
    let isTooLarge: Bool
  }

  /// Sends questions, each of them once.
  ///
  /// - Parameters:
  ///   - deadline: until when calls may begin; past it the rest fail.
  ///   - received: takes what came of each, in the order in which it comes.
  func send<Value: Sendable>(
    _ queries: [BrokerQuery<Value>], in session: BrokerSession?, until deadline: Timestamp,
    received: (Int, Outcome<Value>) throws -> Void
  ) throws {
    let calls = queries.map { query in
      OutgoingCall(
        broker: broker.id, request: query.request, headers: broker.headers(session),
        list: query.list)
    }
    var places: [Int] = []
    for (place, call) in calls.enumerated() {
      if let kept = try cache?.report(for: call, at: courier.now) {
        try received(place, read(kept, queries[place]))
      } else {
        places.append(place)
      }
    }
    if places.isEmpty { return }
    do {
      try courier.send(places.map { calls[$0] }) { index in
        try wait(for: queries[places[index]].request.limit, until: deadline)
      } received: { index, report in
        let place = places[index]
        let outcome = try read(report, queries[place])
        if case .ok = outcome.outcome { cache?.note(report, for: calls[place]) }
        notes.add(broker.id, report, outcome.outcome, of: queries[place].request.limit)
        try received(place, outcome)
      }
    } catch {
      // What came before is as good as any.
      cache?.keepNoted()
      throw error
    }
    cache?.keepNoted()
  }

  /// How long a call of a group has to wait; the budget has one less when it need not.
  private func wait(for group: LimitGroup, until deadline: Timestamp) throws -> Duration {
    let now = courier.limitTime
    guard let later = try budgets?.spend(group, at: now) else { return .zero }
    let (wait, end) = (later - now, courier.now + (later - now))
    guard end <= deadline else {
      throw CallFailure(
        .tryLater, broker.id, "the budget of '\(group.name)' calls is spent until \(end)",
        remedy: "try again then")
    }
    return .milliseconds(wait.milliseconds)
  }

  private func read<Value>(
    _ report: CallReport, _ query: BrokerQuery<Value>
  ) throws -> Outcome<Value> {
    switch report.result {
    case .failure(let error):
      let isReset = if case .incomplete = error { true } else { false }
      return Outcome(
        outcome: .transient(BrokerFailure(message: error.problem)), error: error, at: report.at,
        isTooLarge: isReset && query.halving != nil)
    case .success(let answer):
      let outcome = query.read(answer).covered { cover }
      if case .rateLimited(let failure) = outcome {
        try noteLimit(failure, query.request.limit, answer.wait)
      } else {
        budgets?.noteSuccess(of: query.request.limit)
      }
      return Outcome(
        outcome: outcome, error: nil, at: report.at,
        isTooLarge: query.halving?.isCalledFor(answer) == true)
    }
  }

  private func noteLimit(
    _ failure: BrokerFailure, _ group: LimitGroup, _ wait: Int64?
  ) throws {
    guard let budgets else { return }
    guard try budgets.noteRefusal(of: group, wait: wait, at: courier.limitTime) else {
      throw CallFailure(
        .tryLater, broker.id, "asked too often again and again: \(failure.message)",
        remedy: "such blocks last for up to half an hour; try again then")
    }
  }
}
