import Files
import Testing

@Suite(.timeLimit(.minutes(15))) struct TurnGateTests {
  @Test(arguments: 1...6)
  func keepsTheOrderOfTheTickets(workers: Int) throws {
    let tickets = Monitor(0)
    let written = Monitor([Int]())
    let gate = TurnGate()
    try together(workers) { _ throws(TurnGate.Closed) in
      while case let ticket = tickets.withLock({ next in
        defer { next += 1 }
        return next
      }), ticket < 2000 {
        try gate.wait(for: ticket)
        written.withLock { $0.append(ticket) }
        gate.advance()
      }
    }
    #expect(written.withLock(\.self) == Array(0..<2000))
  }

  @Test func beginsWhereItIsTold() throws {
    let gate = TurnGate(first: 7)
    try gate.wait(for: 7)
    gate.advance()
    try gate.wait(for: 8)
  }

  @Test func freesTheOthersWhenOneFails() {
    struct Broken: Error, Equatable {}
    let gate = TurnGate()
    let turnedAway = Monitor(0)
    #expect(throws: Broken()) {
      try together(4) { worker throws(Broken) in
        if worker == 3 {
          gate.close()
          throw Broken()
        }
        do {
          try gate.wait(for: worker + 1)
        } catch {
          turnedAway.withLock { $0 += 1 }
        }
      }
    }
    #expect(turnedAway.withLock(\.self) == 3)
  }

  @Test func turnsAwayThoseWhoComeLater() {
    let gate = TurnGate()
    gate.close()
    #expect(throws: TurnGate.Closed.self) { try gate.wait(for: 0) }
  }
}
