internal import Brokers

/// Questions on their way: which of them are answered, and what is to become of the others.
struct Round<Value: Sendable> {
  /// A question that has no answer yet.
  struct Pending {
    let place: Int
    let query: BrokerQuery<Value>
  }

  private struct Entry {
    let query: BrokerQuery<Value>
    var tries = 0
    var limitations = 0
    var answer: BrokerLine.Answer<Value>?
    /// Where its halves are, once it was halved.
    var halves: [Int] = []

    var isPending: Bool { answer == nil && halves.isEmpty }
  }

  private var entries: [Entry]
  /// The places of the questions as they were asked.
  private let roots: Range<Int>
  private(set) var remedy = SessionRemedy.refresh
  private(set) var needsSession = false
  private(set) var wantsPause = false
  private var hasRenewed = false

  init(_ queries: [BrokerQuery<Value>]) {
    entries = queries.map { Entry(query: $0) }
    roots = queries.indices
  }

  /// So often a question waits for a limit that it was not the first to reach.
  private static var mostLimitations: Int { 8 }

  var queries: [BrokerQuery<Value>] { entries.filter(\.isPending).map(\.query) }
  var isDone: Bool { !entries.contains(where: \.isPending) }
  var count: Int { entries.count { $0.halves.isEmpty } }
  var settled: Int { entries.count { $0.answer != nil } }
  var mostTries: Int { entries.filter(\.isPending).map(\.tries).max() ?? 0 }
  var mayRenewSession: Bool { !hasRenewed }

  /// The answers, in the order of the questions.
  var answers: [BrokerLine.Answer<Value>] { roots.flatMap(answers) }

  private func answers(_ place: Int) -> [BrokerLine.Answer<Value>] {
    entries[place].halves.isEmpty
      ? [entries[place].answer].compactMap(\.self) : entries[place].halves.flatMap(answers)
  }

  /// Begins anew with what has no answer.
  mutating func startRound() -> [Pending] {
    (needsSession, wantsPause, remedy) = (false, false, .refresh)
    var pending: [Pending] = []
    for place in entries.indices where entries[place].isPending {
      entries[place].tries += 1
      pending.append(Pending(place: place, query: entries[place].query))
    }
    return pending
  }

  func tries(_ place: Int) -> Int { entries[place].tries }

  mutating func settle(_ place: Int, _ answer: BrokerLine.Answer<Value>) {
    entries[place].answer = answer
  }

  /// Asks for a pause before the next round.
  mutating func pauseFirst() { wantsPause = true }

  /// Leaves a question until the session is good again.
  mutating func awaitSession(_ place: Int, _ remedy: SessionRemedy) {
    needsSession = true
    entries[place].tries -= 1
    // A login helps against everything that a refresh helps against.
    if remedy == .logIn { self.remedy = .logIn }
  }

  mutating func noteRenewal() { hasRenewed = true }

  /// Whether a question may wait once more for a limit; that is no try.
  mutating func mayWaitForLimit(_ place: Int) -> Bool {
    entries[place].limitations += 1
    entries[place].tries -= 1
    return entries[place].limitations <= Self.mostLimitations
  }

  /// Puts two questions in the place of one; false where it cannot be halved.
  mutating func halve(_ place: Int) -> Bool {
    guard let halves = entries[place].query.halving?.halves() else { return false }
    entries[place].halves = Array(entries.count..<entries.count + halves.count)
    entries += halves.map { Entry(query: $0) }
    return true
  }
}
