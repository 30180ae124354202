internal import CCurl

/// Requests on their way to their answers, some of them at once.
struct RequestRun {
  /// A try that is on its way.
  private struct Running {
    let transfer: Transfer
    let entry: RequestQueue.Entry
    let start: Duration
  }

  /// What was asked of a server that answers at all is there by then.
  private static let lastWait = Duration.seconds(2)

  typealias Admission = (Int) throws -> Duration
  typealias Received = (Int, Result<WebAnswer, TransportError>) throws -> Void

  private let requests: [WebRequest]
  private let rules: WebRules
  private let pauses: Pauses
  private let desk: TransferDesk
  private let atOnce: Int
  private let handOn: HandOn?
  private let deadline: Duration
  private var queue: RequestQueue
  private var running: [UInt: Running] = [:]
  /// Whether nothing begins any more, nor is tried again.
  private var isEnding = false
  /// Whether one has come as far as a connection, or to its end without one.
  private var hasReached = false
  /// Where the length of pauses is drawn from.
  private(set) var random: any RandomNumberGenerator

  /// - Parameter indices: Those of the requests that are to be sent.
  init(
    _ requests: [WebRequest], _ indices: [Int], _ rules: WebRules, _ pauses: Pauses,
    at desk: TransferDesk, atOnce: Int, handOn: HandOn?, random: any RandomNumberGenerator
  ) {
    self.requests = requests
    self.rules = rules
    self.pauses = pauses
    self.desk = desk
    self.atOnce = atOnce
    self.handOn = handOn
    self.random = random
    deadline = pauses.now() + rules.deadline
    queue = RequestQueue(indices, until: deadline)
  }

  /// Goes on until every request has its answer, or whoever asked has lost interest.
  ///
  /// - Throws: What admission or the receiver throws first. Nothing begins after that, and what is on its
  ///   way is taken in if it comes soon: a server has counted it, and its answer may be worth keeping.
  mutating func finish(
    admission: Admission, received: Received
  ) rethrows {
    do {
      while !pauses.isInterrupted() {
        try begin(admission, received)
        if running.isEmpty {
          guard let earliest = queue.earliest else { return }
          pauses.sitOut(earliest - pauses.now())
        } else if try !advance(received) {
          desk.wait(untilNext)
        }
      }
    } catch {
      takeRest(received)
      _ = abandon()
      throw error
    }
    for index in abandon() {
      try received(index, .failure(.interrupted(host: requests[index].address.host)))
    }
  }

  /// Takes in what comes within a short time, whatever is thought of its answers.
  private mutating func takeRest(_ received: Received) {
    isEnding = true
    let end = pauses.now() + Self.lastWait
    while !running.isEmpty, !pauses.isInterrupted(), pauses.now() < end {
      // One that cannot be taken leaves the others to be taken.
      if (try? advance(received)) == false { desk.wait(Pauses.step) }
    }
  }

  /// Begins what may begin.
  private mutating func begin(
    _ admission: Admission, _ received: Received
  ) rethrows {
    // While the first is still on its way to the server others would wait for its connection, and then
    // all go out at once, however far apart they were let in.
    hasReached = hasReached || running.values.contains { $0.transfer.isConnected }
    while running.count < (hasReached ? atOnce : 1) {
      switch try queue.next(now: pauses.now(), admission: admission) {
      case nil: return
      case .expired(let entry):
        let host = requests[entry.index].address.host
        try received(entry.index, entry.outcome ?? .failure(.timedOut(host: host, .connecting)))
      case .begin(let entry):
        do throws(TransportError) { try begin(entry) } catch {
          try received(entry.index, .failure(error))
        }
      }
    }
  }

  private mutating func begin(_ entry: RequestQueue.Entry) throws(TransportError) {
    let now = pauses.now()
    let transfer = try desk.begin(
      requests[entry.index], rules, total: deadline - now, handOn: handOn,
      isInterrupted: pauses.isInterrupted)
    running[transfer.handle.key] = Running(transfer: transfer, entry: entry, start: now)
  }

  /// How long to wait for what is on its way before looking after other things.
  private var untilNext: Duration {
    guard running.count < (hasReached ? atOnce : 1), let earliest = queue.earliest else {
      return Pauses.step
    }
    return min(Pauses.step, earliest - pauses.now())
  }

  /// Takes what is on its way further, and says whether any of it has come to its end.
  private mutating func advance(
    _ received: Received
  ) rethrows -> Bool {
    let before = running.count
    do throws(TransportError) { try desk.advance() } catch {
      for key in keysInOrder { try end(key, received) { _ throws(TransportError) in throw error } }
    }
    while let (key, code) = desk.nextEnd() {
      try end(key, received) { transfer throws(TransportError) in try transfer.answer(code) }
    }
    let now = pauses.now()
    for key in keysInOrder {
      guard let one = running[key], let delay = one.transfer.delay(after: now - one.start) else {
        continue
      }
      try end(key, received) { _ throws(TransportError) in throw delay }
    }
    return running.count < before
  }

  private var keysInOrder: [UInt] {
    running.sorted { $0.value.entry.index < $1.value.entry.index }.map(\.key)
  }

  /// Ends a try; its request is over or goes back to the queue.
  private mutating func end(
    _ key: UInt, _ received: Received,
    judging: (Transfer) throws(TransportError) -> WebAnswer
  ) rethrows {
    guard let one = running.removeValue(forKey: key) else { return }
    hasReached = true
    let outcome = Result { () throws(TransportError) in try judging(one.transfer) }
    desk.end(one.transfer)
    var entry = one.entry
    entry.tries += 1
    entry.outcome = outcome
    let pause: Duration?
    do throws(TransportError) { pause = try self.pause(after: outcome, entry) } catch {
      return try received(entry.index, .failure(error))
    }
    guard let pause, mayComeAgain(one.transfer) else { return try received(entry.index, outcome) }
    entry.earliest = pauses.now() + pause
    queue.add(entry)
  }

  /// Whether nobody has taken anything of a try, or has forgotten it.
  private func mayComeAgain(_ transfer: Transfer) -> Bool {
    !transfer.hasHandedOn || handOn?.receiver.forget() == true
  }

  /// How long to wait before the next try; nil where there is none, or no time for one.
  ///
  /// - Throws: ``TransportError/askedToWait(host:seconds:)``.
  private mutating func pause(
    after outcome: Result<WebAnswer, TransportError>, _ entry: RequestQueue.Entry
  ) throws(TransportError) -> Duration? {
    guard !isEnding, requests[entry.index].mayRepeat, entry.tries < rules.tries, outcome.mayPass
    else {
      return nil
    }
    let left = deadline - pauses.now()
    if case .success(let answer) = outcome, let wish = answer.wait(now: pauses.date()) {
      guard .seconds(wish) <= rules.backOff.longestAsked, .seconds(wish) < left else {
        throw .askedToWait(host: answer.host, seconds: Int(wish))
      }
      return .seconds(wish)
    }
    let pause = rules.backOff.pause(after: entry.tries, using: &random)
    return pause < left ? pause : nil
  }

  /// Leaves everything where it is: which requests have no answer.
  private mutating func abandon() -> [Int] {
    let ended = keysInOrder.compactMap { running[$0] }
    running = [:]
    for one in ended { desk.end(one.transfer) }
    return (ended.map(\.entry) + queue.removeAll()).map(\.index)
  }
}

extension Result<WebAnswer, TransportError> {
  /// Whether another try may end otherwise.
  fileprivate var mayPass: Bool {
    switch self {
    case .success(let answer): [408, 429, 500, 502, 503, 504].contains(answer.status)
    case .failure(let error): error.isPassing
    }
  }
}
